package com.policycortex.istio.random;

import com.policycortex.istio.wire.JsonValue;
import com.policycortex.istio.wire.JsonValue.JsonArray;
import com.policycortex.istio.wire.JsonValue.JsonNumber;
import com.policycortex.istio.wire.JsonValue.JsonObject;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What stands in fields that hold no message: texts, numbers, durations, raw JSON. */
abstract class Leaves {

  private static final int JSON_DEPTH = 3;

  final Choices choices;

  Leaves(Choices choices) {
    this.choices = choices;
  }

  /** Whatever the type allows: texts that look like something else, the largest numbers. */
  static Leaves odd(Choices choices) {
    return new OddLeaves(choices);
  }

  /** What people write: names, hosts, ports, seconds. */
  static Leaves plain(Choices choices) {
    return new PlainLeaves(choices);
  }

  /** Whether anything goes that a field's type allows. */
  boolean isOdd() {
    return this instanceof OddLeaves;
  }

  /** Whether this field of a message is absent, though it may be there. */
  boolean leavesOut(String message, String field) {
    return false;
  }

  abstract String text(String field);

  abstract String key(String field);

  abstract int int32();

  abstract long uint32();

  abstract long int64();

  abstract double number();

  abstract Duration duration();

  /** Any JSON but {@code null}, which says in a field that it is absent. */
  JsonValue json(String field) {
    return json(field, 0, 6);
  }

  JsonObject jsonObject(String field) {
    return object(field, 0);
  }

  private JsonValue json(String field, int depth, int forms) {
    return switch (choices.below(depth < JSON_DEPTH ? forms : 4)) {
      case 1 -> JsonValue.of(choices.onceIn(2));
      case 2 -> JsonValue.of(int64());
      case 3 -> new JsonNumber(BigDecimal.valueOf(number()));
      case 4 -> object(field, depth);
      case 5 -> array(field, depth);
      case 6 -> JsonValue.JsonNull.NULL;
      default -> JsonValue.of(text(field));
    };
  }

  private JsonObject object(String field, int depth) {
    Map<String, JsonValue> fields = new LinkedHashMap<>();
    for (int i = choices.below(4); i > 0; i--) {
      fields.put(key(field), json(field, depth + 1, 7));
    }
    return new JsonObject(fields);
  }

  private JsonArray array(String field, int depth) {
    List<JsonValue> values = new ArrayList<>();
    for (int i = choices.below(4); i > 0; i--) {
      values.add(json(field, depth + 1, 7));
    }
    return new JsonArray(values);
  }

  private static final class OddLeaves extends Leaves {

    private static final List<String> TEXTS =
        List.of(
            "a",
            "",
            " ",
            "~",
            "null",
            "y",
            "No",
            "on",
            "TRUE",
            ".inf",
            ".NaN",
            "1e3",
            "0123",
            "0o17",
            "0x1F",
            "1_000",
            "-0",
            "12:30",
            "1.10",
            "2001-01-01",
            "<<",
            "=",
            "a: b",
            "a #b",
            "# a",
            "- a",
            "-",
            "?",
            ":",
            "*a",
            "&a",
            "!!str",
            "%YAML",
            "---",
            "...",
            "{",
            "[",
            "]",
            "}",
            ",",
            "@",
            "`",
            "'",
            "\"",
            "\\",
            "|",
            ">",
            "a\n",
            "\na",
            "a\n\n\nb\n",
            " a\n  b ",
            "a\r\nb",
            "\t",
            "a\tb",
            "\u0000",
            "\u0007",
            "\u001b",
            "\u007f",
            "\u0085",
            "\u00a0",
            "\u2028",
            "\u200b",
            "\ufeff",
            "\ufffd",
            "ä",
            "例",
            "\uD83D\uDE00",
            "{{ .Values.a }}",
            "a".repeat(200),
            "word ".repeat(40),
            "true ",
            "1s",
            "*",
            "=~",
            "[x]",
            "a.b/c");

    private static final List<Long> NUMBERS =
        List.of(
            0L,
            1L,
            80L,
            -1L,
            65536L,
            (long) Integer.MAX_VALUE,
            (long) Integer.MIN_VALUE,
            0xFFFF_FFFFL,
            Long.MAX_VALUE,
            Long.MIN_VALUE,
            9_007_199_254_740_993L);

    private static final List<Double> FRACTIONS =
        List.of(
            0.0,
            1.0,
            0.5,
            99.99,
            -0.0,
            -1.5,
            1e15,
            1e16,
            1e21,
            1e300,
            1e-7,
            Double.MIN_VALUE,
            Double.MAX_VALUE,
            0.1 + 0.2);

    private static final List<Duration> DURATIONS =
        List.of(
            Duration.ZERO,
            Duration.ofSeconds(1),
            Duration.ofMillis(250),
            Duration.ofMillis(1500),
            Duration.ofNanos(1),
            Duration.ofNanos(Long.MAX_VALUE),
            Duration.ofNanos(-Long.MAX_VALUE),
            Duration.ofMillis(-250),
            Duration.ofHours(36),
            Duration.ofSeconds(90, 1));

    OddLeaves(Choices choices) {
      super(choices);
    }

    @Override
    String text(String field) {
      String text = choices.oneOf(TEXTS);
      return choices.onceIn(4) ? text + choices.oneOf(TEXTS) : text;
    }

    @Override
    String key(String field) {
      return text(field);
    }

    @Override
    int int32() {
      return choices.oneOf(NUMBERS).intValue();
    }

    @Override
    long uint32() {
      return choices.oneOf(NUMBERS) & 0xFFFF_FFFFL;
    }

    @Override
    long int64() {
      return choices.oneOf(NUMBERS);
    }

    @Override
    double number() {
      return choices.oneOf(FRACTIONS);
    }

    @Override
    Duration duration() {
      return choices.oneOf(DURATIONS);
    }
  }

  private static final class PlainLeaves extends Leaves {

    private static final List<String> WORDS =
        List.of("reviews", "ratings", "details", "frontend", "v1", "v2", "http", "canary");

    PlainLeaves(Choices choices) {
      super(choices);
    }

    @Override
    String text(String field) {
      String word = choices.oneOf(WORDS);
      return switch (field) {
        case "host", "hosts", "authority", "sni", "sniHosts", "targetHost", "issuer" ->
            word + ".example.com";
        case "address", "addresses", "ipBlocks", "cidr" -> "10.0.0." + choices.below(250);
        case "path", "paths", "uri" -> "/" + word;
        case "url", "jwksUri" -> "https://" + word + ".example.com/" + word;
        case "protocol" -> choices.oneOf(List.of("HTTP", "TCP", "HTTPS", "GRPC"));
        case "exportTo" -> choices.oneOf(List.of("*", "."));
        default -> word;
      };
    }

    @Override
    String key(String field) {
      return choices.oneOf(WORDS);
    }

    @Override
    int int32() {
      return choices.below(100) + 1;
    }

    @Override
    long uint32() {
      return int32();
    }

    @Override
    long int64() {
      return int32();
    }

    @Override
    double number() {
      return choices.below(101);
    }

    @Override
    Duration duration() {
      return Duration.ofSeconds(1L + choices.below(100));
    }
  }
}
