package com.policycortex.istio.validation;

import com.google.re2j.Pattern;
import com.policycortex.istio.wire.Durations;
import java.math.BigDecimal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * One demand of Envoy on a field, a rule of protoc-gen-validate.
 *
 * @param part of a list or map, as the table has it, for example {@code items}; empty for the field
 *     itself
 * @param name the rule's name there, for example {@code min_len}
 * @param value what it is measured by; empty if nothing
 */
record EnvoyRule(String part, String name, String value) {

  /** The rules of a word of the table. */
  static List<EnvoyRule> list(String word) {
    return Arrays.stream(word.split(",")).map(EnvoyRule::of).toList();
  }

  private static EnvoyRule of(String text) {
    int colon = text.indexOf(':');
    String whole = colon < 0 ? text : text.substring(0, colon);
    int dot = whole.indexOf('.');
    return new EnvoyRule(
        dot < 0 ? "" : whole.substring(0, dot),
        whole.substring(dot + 1),
        colon < 0 ? "" : text.substring(colon + 1));
  }

  /** What is wrong with a text. */
  Optional<String> judge(String text) {
    return switch (name) {
      case "min_len" ->
          problem(
              text.codePointCount(0, text.length()) < number(),
              value.equals("1") ? "it must not be empty" : "it needs " + value + " characters");
      case "max_len" ->
          problem(
              text.codePointCount(0, text.length()) > number(),
              "it may have " + value + " characters");
      case "max_bytes" ->
          problem(Text.utf8Length(text) > number(), "it may have " + value + " bytes");
      case "prefix" -> problem(!text.startsWith(decoded()), "it must begin with " + decoded());
      case "suffix" -> problem(!text.endsWith(decoded()), "it must end with " + decoded());
      case "in" ->
          problem(!choices().contains(text), "it must be one of " + String.join(", ", choices()));
      case "pattern" ->
          problem(!Pattern.compile(decoded()).matcher(text).find(), "it must match " + decoded());
      case "well_known_regex" ->
          problem(
              text.chars().anyMatch(c -> c == 0 || c == '\n' || c == '\r'),
              "it must not have line ends");
      default -> Optional.empty();
    };
  }

  /** What is wrong with a number, of an enumeration or not. */
  Optional<String> judge(BigDecimal number) {
    return compare(number, value);
  }

  /** What is wrong with a duration. */
  Optional<String> judge(Duration duration) {
    BigDecimal nanoseconds =
        BigDecimal.valueOf(duration.getSeconds())
            .scaleByPowerOfTen(9)
            .add(BigDecimal.valueOf(duration.getNano()));
    boolean compares = name.startsWith("gt") || name.startsWith("lt");
    return compares
        ? compare(
            nanoseconds,
            Durations.seconds(
                Duration.ofSeconds(Long.parseLong(value) / 1_000_000_000L)
                    .plusNanos(Long.parseLong(value) % 1_000_000_000L)))
        : Optional.empty();
  }

  /** What is wrong with a list or map of that size. */
  Optional<String> judge(int size) {
    return switch (name) {
      case "min_items", "min_pairs" ->
          problem(
              size < number(),
              value.equals("1") ? "it must not be empty" : "it needs " + value + " elements");
      case "max_items" -> problem(size > number(), "it may have " + value + " elements");
      default -> Optional.empty();
    };
  }

  /** What is wrong with true or false. */
  Optional<String> judge(boolean truth) {
    return problem(name.equals("const") && truth != value.equals("true"), "it must be " + value);
  }

  private Optional<String> compare(BigDecimal number, String shown) {
    return switch (name) {
      case "gt" -> problem(number.compareTo(limit()) <= 0, "it must be more than " + shown);
      case "gte" -> problem(number.compareTo(limit()) < 0, "it must be at least " + shown);
      case "lt" -> problem(number.compareTo(limit()) >= 0, "it must be less than " + shown);
      case "lte" -> problem(number.compareTo(limit()) > 0, "it may be at most " + shown);
      case "not_in" ->
          problem(choices().contains(number.toBigInteger().toString()), "it must not be " + number);
      default -> Optional.empty();
    };
  }

  private static Optional<String> problem(boolean broken, String message) {
    return broken ? Optional.of(message) : Optional.empty();
  }

  private long number() {
    return Long.parseLong(value);
  }

  private BigDecimal limit() {
    return new BigDecimal(value);
  }

  private String decoded() {
    return URLDecoder.decode(value, StandardCharsets.UTF_8);
  }

  private List<String> choices() {
    return Arrays.stream(value.split("\\|", -1))
        .map(choice -> URLDecoder.decode(choice, StandardCharsets.UTF_8))
        .toList();
  }
}
