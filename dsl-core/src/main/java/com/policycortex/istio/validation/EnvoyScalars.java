package com.policycortex.istio.validation;

import com.policycortex.istio.wire.JsonValue;
import com.policycortex.istio.wire.JsonValue.JsonArray;
import com.policycortex.istio.wire.JsonValue.JsonBoolean;
import com.policycortex.istio.wire.JsonValue.JsonNull;
import com.policycortex.istio.wire.JsonValue.JsonNumber;
import com.policycortex.istio.wire.JsonValue.JsonString;
import java.math.BigDecimal;
import java.util.Base64;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Scalars of protobuf as Go's {@code jsonpb} reads them from JSON. Numbers went through a double
 * before. The types are those of {@link EnvoyApi}'s table.
 */
final class EnvoyScalars {

  private static final Pattern INTEGER = Pattern.compile("-?(0|[1-9][0-9]*)");
  private static final Pattern NUMBER =
      Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][-+]?[0-9]+)?");
  private static final Set<String> NOT_FINITE = Set.of("NaN", "Infinity", "-Infinity");
  private static final BigDecimal INT32_LEAST = BigDecimal.valueOf(Integer.MIN_VALUE);
  private static final BigDecimal INT32_MOST = BigDecimal.valueOf(Integer.MAX_VALUE);
  private static final BigDecimal INT64_LEAST = BigDecimal.valueOf(Long.MIN_VALUE);
  private static final BigDecimal INT64_MOST = BigDecimal.valueOf(Long.MAX_VALUE);
  private static final BigDecimal UINT32_MOST = BigDecimal.valueOf(0xFFFF_FFFFL);
  private static final BigDecimal UINT64_MOST = new BigDecimal("18446744073709551615");
  // From here on Go writes a double with an exponent, which no integer may have.
  private static final double EXPONENT = 1e21;
  private static final int LONGEST = 400;

  private EnvoyScalars() {}

  /** Whether a value can be read as the type; null always can, as nothing. */
  static boolean fits(char type, JsonValue value) {
    if (value == JsonNull.NULL) {
      return true;
    }
    return switch (type) {
      case 's' -> value instanceof JsonString;
      case 'b' -> value instanceof JsonBoolean;
      case 'y' -> isBytes(value);
      case 'f', 'd' -> isFloat(type, value);
      case 'e' -> value instanceof JsonNumber && isInteger('i', value);
      default -> isInteger(type, value);
    };
  }

  static String name(char type) {
    return switch (type) {
      case 's' -> "a text";
      case 'b' -> "true or false";
      case 'y' -> "base64";
      case 'f', 'd' -> "a number";
      default -> "a whole number in the range of the field";
    };
  }

  /** Whether a key of a map can be read as the type. */
  static boolean isKey(char type, String key) {
    return switch (type) {
      case 's' -> true;
      case 'b' -> Set.of("true", "false", "null").contains(key.strip());
      default -> isInteger(type, JsonValue.of(key));
    };
  }

  private static boolean isInteger(char type, JsonValue value) {
    BigDecimal number;
    if (value instanceof JsonNumber given) {
      double rounded = given.value().doubleValue();
      if (rounded != Math.rint(rounded) || Math.abs(rounded) >= EXPONENT) {
        return false;
      }
      number = BigDecimal.valueOf(rounded);
    } else if (value instanceof JsonString text) {
      // The quotes are taken off, and what is within is read as JSON.
      String within = text.value().strip();
      if (within.equals("null")) {
        return true;
      }
      if (within.length() > LONGEST || !INTEGER.matcher(within).matches()) {
        return false;
      }
      number = new BigDecimal(within);
      if (within.equals("-0") && (type == 'u' || type == 'w')) {
        return false;
      }
    } else {
      return false;
    }
    return switch (type) {
      case 'i' -> isBetween(INT32_LEAST, number, INT32_MOST);
      case 'l' -> isBetween(INT64_LEAST, number, INT64_MOST);
      case 'u' -> isBetween(BigDecimal.ZERO, number, UINT32_MOST);
      default -> isBetween(BigDecimal.ZERO, number, UINT64_MOST);
    };
  }

  private static boolean isBetween(BigDecimal least, BigDecimal number, BigDecimal most) {
    return number.compareTo(least) >= 0 && number.compareTo(most) <= 0;
  }

  private static boolean isFloat(char type, JsonValue value) {
    double number;
    if (value instanceof JsonNumber given) {
      number = given.value().doubleValue();
    } else if (value instanceof JsonString text) {
      if (NOT_FINITE.contains(text.value()) || text.value().strip().equals("null")) {
        return true;
      }
      String within = text.value().strip();
      if (within.length() > LONGEST || !NUMBER.matcher(within).matches()) {
        return false;
      }
      number = Double.parseDouble(within);
    } else {
      return false;
    }
    return type == 'f' ? Float.isFinite((float) number) : Double.isFinite(number);
  }

  // A list of numbers is bytes to Go, too.
  private static boolean isBytes(JsonValue value) {
    if (value instanceof JsonArray array) {
      return array.values().stream().allMatch(EnvoyScalars::isByte);
    }
    if (!(value instanceof JsonString text)) {
      return false;
    }
    String digits = text.value().replace("\n", "").replace("\r", "");
    if (digits.length() % 4 != 0) {
      return false; // Java would do without the padding
    }
    try {
      byte[] unused = Base64.getDecoder().decode(digits);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static boolean isByte(JsonValue value) {
    return value == JsonNull.NULL
        || (value instanceof JsonNumber number
            && isInteger('u', value)
            && number.value().compareTo(BigDecimal.valueOf(255)) <= 0);
  }
}
