package com.policycortex.istio.validation;

import com.policycortex.istio.wire.Durations;
import com.policycortex.istio.wire.JsonValue;
import com.policycortex.istio.wire.JsonValue.JsonBoolean;
import com.policycortex.istio.wire.JsonValue.JsonNumber;
import com.policycortex.istio.wire.JsonValue.JsonObject;
import com.policycortex.istio.wire.JsonValue.JsonString;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Values as Envoy reads them from the struct of a TypedStruct: protobuf's JSON in the form of its
 * C++ library. The types are those of {@link EnvoyApi}'s table. Other than istiod, it takes
 * durations in seconds only, and numbers as text with a fraction of nothing.
 */
final class EnvoyForm {

  private static final Pattern SECONDS = Pattern.compile("-?[0-9]+(\\.[0-9]{1,9})?s");
  private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?([eE][-+]?[0-9]+)?");
  private static final Set<String> NOT_FINITE = Set.of("NaN", "Infinity", "-Infinity");
  private static final Set<String> TRUTHS =
      Set.of("true", "t", "yes", "y", "1", "false", "f", "no", "n", "0");
  private static final int LONGEST = 100;
  private static final BigDecimal UINT32_MOST = BigDecimal.valueOf(0xFFFF_FFFFL);

  private EnvoyForm() {}

  /** What is wrong with a scalar; the constants of enumerations are not looked at. */
  static Optional<String> problem(char type, JsonValue value) {
    boolean fits =
        switch (type) {
          case 's', 'y' -> value instanceof JsonString;
          case 'b' ->
              value instanceof JsonBoolean
                  || (value instanceof JsonString text
                      && TRUTHS.contains(text.value().toLowerCase(Locale.ROOT)));
          case 'f', 'd' ->
              number(value).isPresent()
                  || (value instanceof JsonString text && NOT_FINITE.contains(text.value()));
          case 'e' -> value instanceof JsonString || isWhole(type, value);
          default -> isWhole(type, value);
        };
    return fits ? Optional.empty() : Optional.of(EnvoyScalars.name(type) + " is wanted");
  }

  /** What is wrong with a duration. */
  static Optional<String> durationProblem(JsonValue value) {
    // An object has fields that no duration has, and Envoy passes over those.
    return value instanceof JsonObject
            || (value instanceof JsonString text && SECONDS.matcher(text.value()).matches())
        ? Optional.empty()
        : Optional.of("a duration in seconds is wanted, as a text: 1.5s");
  }

  /** What to write for something that was meant as a duration: a number, or with another unit. */
  static Optional<String> asDuration(JsonValue value) {
    Optional<String> text =
        value instanceof JsonNumber number
            ? Optional.of(number.value().toPlainString() + "s")
            : value instanceof JsonString written
                ? Durations.parse(written.value()).map(Durations::seconds)
                : Optional.empty();
    return text.map(it -> "Write " + it);
  }

  /** The number that a value is, or says as a text. */
  static Optional<BigDecimal> number(JsonValue value) {
    if (value instanceof JsonNumber number) {
      return Optional.of(number.value());
    }
    return value instanceof JsonString text
            && text.value().length() <= LONGEST
            && NUMBER.matcher(text.value()).matches()
        ? Optional.of(new BigDecimal(text.value()))
        : Optional.empty();
  }

  private static boolean isWhole(char type, JsonValue value) {
    Optional<BigDecimal> number = number(value);
    if (number.isEmpty() || number.get().precision() - number.get().scale() > LONGEST) {
      return false;
    }
    BigDecimal whole = number.get().stripTrailingZeros();
    if (whole.scale() > 0) {
      return false;
    }
    return switch (type) {
      case 'i', 'e' -> whole.abs().compareTo(BigDecimal.valueOf(1L << 31)) <= 0;
      case 'u' -> whole.signum() >= 0 && whole.compareTo(UINT32_MOST) <= 0;
      case 'w' -> whole.signum() >= 0;
      default -> true;
    };
  }
}
