package com.policycortex.istio.source;

import com.policycortex.istio.source.Code.Block;
import com.policycortex.istio.source.Code.Plain;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Texts, numbers and durations as Java writes them. */
final class Literals {

  // A constant has at most 65535 bytes of UTF-8; no character takes more than three.
  private static final int PART = 20_000;
  private static final long MINUTE = 60;
  private static final long HOUR = 60 * MINUTE;
  private static final long DAY = 24 * HOUR;
  private static final int NANOS_PER_MILLI = 1_000_000;

  private Literals() {}

  /** A text: one literal, a text block where it has lines, or parts where it is very long. */
  static Code text(String value) {
    if (value.length() > PART) {
      int parts = (value.length() + PART - 1) / PART;
      List<Code> pieces = new ArrayList<>();
      pieces.add(new Plain("\"\""));
      IntStream.range(0, parts)
          .mapToObj(i -> value.substring(i * PART, Math.min(value.length(), (i + 1) * PART)))
          .forEach(part -> pieces.add(new Plain(quoted(part))));
      return Code.call("String.join", pieces);
    }
    int lineEnd = value.indexOf('\n');
    return lineEnd >= 0 && lineEnd < value.length() - 1 ? block(value) : new Plain(quoted(value));
  }

  private static Code block(String value) {
    List<String> lines = new ArrayList<>();
    for (String line : value.split("\n", -1)) {
      // Blanks at the end of a line are dropped unless the last is an escape.
      String kept = line.endsWith(" ") ? line.substring(0, line.length() - 1) : line;
      String escaped = escaped(kept, false).replace("\"\"\"", "\\\"\"\"");
      lines.add(escaped + (line.endsWith(" ") ? "\\s" : ""));
    }
    int last = lines.size() - 1;
    if (lines.get(last).endsWith("\"")) {
      String line = lines.get(last);
      lines.set(last, line.substring(0, line.length() - 1) + "\\\"");
    }
    // The delimiter stands behind the last line, so that the text ends there.
    return new Block(lines);
  }

  static String quoted(String value) {
    return '"' + escaped(value, true) + '"';
  }

  private static String escaped(String value, boolean quotes) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '\\' -> text.append("\\\\");
        case '"' -> text.append(quotes ? "\\\"" : "\"");
        case '\n' -> text.append("\\n");
        case '\t' -> text.append("\\t");
        case '\r' -> text.append("\\r");
        default -> text.append(isVisible(value, i) ? String.valueOf(c) : escape(c));
      }
    }
    return text.toString();
  }

  private static String escape(char c) {
    // An escape of Unicode is read before anything else, so a control character has another.
    return c < ' ' ? String.format("\\%03o", (int) c) : String.format("\\u%04x", (int) c);
  }

  private static boolean isVisible(String value, int index) {
    char c = value.charAt(index);
    if (c >= ' ' && c < 0x7F) {
      return true;
    }
    int point =
        Character.isLowSurrogate(c) && index > 0
            ? value.codePointAt(index - 1)
            : value.codePointAt(index);
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.PRIVATE_USE,
          Character.SPACE_SEPARATOR,
          Character.SURROGATE,
          Character.UNASSIGNED ->
          false;
      default -> true;
    };
  }

  static Code integer(long value) {
    return new Plain(value == (int) value ? Long.toString(value) : value + "L");
  }

  static Code number(double value) {
    return value == (int) value ? new Plain(Integer.toString((int) value)) : fraction(value);
  }

  private static Code fraction(double value) {
    if (Double.isNaN(value)) {
      return new Plain("Double.NaN");
    }
    if (Double.isInfinite(value)) {
      return new Plain(value > 0 ? "Double.POSITIVE_INFINITY" : "Double.NEGATIVE_INFINITY");
    }
    return new Plain(Double.toString(value));
  }

  /** The call of a factory of {@link Duration}, without its class. */
  static Code duration(Duration value) {
    long seconds = value.getSeconds();
    int nanos = value.getNano();
    if (nanos == 0) {
      return whole(seconds);
    }
    if (seconds == 0) {
      return nanos % NANOS_PER_MILLI == 0
          ? factory("ofMillis", nanos / NANOS_PER_MILLI)
          : factory("ofNanos", nanos);
    }
    return nanos % NANOS_PER_MILLI == 0 && Math.abs(seconds) < Integer.MAX_VALUE
        ? factory("ofMillis", value.toMillis())
        : factory("ofSeconds", seconds, nanos);
  }

  private static Code whole(long seconds) {
    if (seconds == 0 || seconds % MINUTE != 0) {
      return factory("ofSeconds", seconds);
    }
    if (seconds % HOUR != 0) {
      return factory("ofMinutes", seconds / MINUTE);
    }
    return seconds % DAY != 0
        ? factory("ofHours", seconds / HOUR)
        : factory("ofDays", seconds / DAY);
  }

  private static Code factory(String name, long... arguments) {
    return Code.call(name, Arrays.stream(arguments).mapToObj(Literals::integer).toList());
  }
}
