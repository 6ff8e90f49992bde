package com.policycortex.istio.policycortex;

import com.policycortex.istio.wire.Durations;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Something about the preset that may be changed: a key, what it means, and what it is unless
 * changed.
 *
 * @param <T> the type of its values
 */
public final class Setting<T> {

  private final String key;
  private final String documentation;
  private final String form;
  private final Function<Environment, T> defaultValue;
  private final Function<String, T> parse;
  private final Function<T, String> format;
  private final Predicate<T> allowed;

  private Setting(
      String key,
      String documentation,
      String form,
      Function<Environment, T> defaultValue,
      Function<String, T> parse,
      Function<T, String> format,
      Predicate<T> allowed) {
    this.key = key;
    this.documentation = documentation;
    this.form = form;
    this.defaultValue = defaultValue;
    this.parse = parse;
    this.format = format;
    this.allowed = allowed;
  }

  static Setting<String> text(String key, String value, String documentation) {
    return text(key, environment -> value, documentation);
  }

  static Setting<String> text(
      String key, Function<Environment, String> value, String documentation) {
    return new Setting<>(
        key, documentation, "a text", value, t -> t, t -> t, text -> !text.isBlank());
  }

  static Setting<List<String>> list(String key, List<String> value, String documentation) {
    return new Setting<>(
        key,
        documentation,
        "texts with commas between them",
        environment -> value,
        text -> text.isBlank() ? List.of() : List.of(text.split("\\s*,\\s*")),
        texts -> String.join(",", texts),
        texts -> true);
  }

  /** As a list, but never empty: without any, a policy would mean all. */
  static Setting<List<String>> someOf(String key, List<String> value, String documentation) {
    Setting<List<String>> list = list(key, value, documentation);
    return new Setting<>(
        key,
        documentation,
        "one text or more, with commas between them",
        list.defaultValue,
        list.parse,
        list.format,
        texts -> !texts.isEmpty() && texts.stream().noneMatch(String::isBlank));
  }

  static Setting<String> quantity(String key, String value, String documentation) {
    return pattern(
        key,
        value,
        "a quantity of Kubernetes such as 100m, 2 or 128Mi",
        "[0-9]+(\\.[0-9]+)?(m|k|M|G|T|Ki|Mi|Gi|Ti)?",
        documentation);
  }

  static Setting<String> name(String key, String value, String documentation) {
    return pattern(
        key,
        value,
        "a name of Kubernetes: lower-case letters, digits, - and .",
        "[a-z0-9]([-.a-z0-9]{0,251}[a-z0-9])?",
        documentation);
  }

  static Setting<String> header(String key, String value, String documentation) {
    return pattern(
        key,
        value,
        "the name of a header: letters, digits, - and _",
        "[A-Za-z0-9_-]{1,100}",
        documentation);
  }

  private static Setting<String> pattern(
      String key, String value, String form, String pattern, String documentation) {
    return new Setting<>(
        key, documentation, form, environment -> value, t -> t, t -> t, t -> t.matches(pattern));
  }

  static Setting<Boolean> flag(String key, boolean value, String documentation) {
    return new Setting<>(
        key,
        documentation,
        "true or false",
        environment -> value,
        Setting::parseFlag,
        String::valueOf,
        flag -> true);
  }

  static Setting<Integer> whole(String key, int value, int least, int most, String documentation) {
    return new Setting<>(
        key,
        documentation,
        "a whole number from " + least + " to " + most,
        environment -> value,
        Integer::valueOf,
        String::valueOf,
        number -> number >= least && number <= most);
  }

  static Setting<Double> number(
      String key,
      Function<Environment, Double> value,
      double least,
      double most,
      String documentation) {
    return new Setting<>(
        key,
        documentation,
        "a number from " + number(least) + " to " + number(most),
        value,
        Double::valueOf,
        Setting::number,
        number -> number >= least && number <= most);
  }

  static Setting<Duration> duration(String key, Duration value, String documentation) {
    return new Setting<>(
        key,
        documentation,
        "a duration of at least 1 ms, such as 500ms, 30s or 1m30s",
        environment -> value,
        text -> Durations.parse(text).orElseThrow(IllegalArgumentException::new),
        Durations::format,
        duration -> duration.compareTo(Duration.ofMillis(1)) >= 0);
  }

  static <E extends Enum<E>> Setting<E> choice(
      String key, Class<E> type, E value, String documentation) {
    List<E> constants = List.of(type.getEnumConstants());
    return new Setting<>(
        key,
        documentation,
        "one of " + String.join(", ", constants.stream().map(Enum::toString).toList()),
        environment -> value,
        text ->
            constants.stream()
                .filter(constant -> constant.toString().equals(text))
                .findFirst()
                .orElseThrow(IllegalArgumentException::new),
        Enum::toString,
        constant -> true);
  }

  /** The key, as {@code --set key=value} takes it. */
  public String key() {
    return key;
  }

  /** What it means, in a sentence. */
  public String documentation() {
    return documentation;
  }

  /** What values look like, for example {@code a whole number from 0 to 100}. */
  public String form() {
    return form;
  }

  /** The value in an environment where nobody changed it. */
  public T defaultValue(Environment environment) {
    return defaultValue.apply(environment);
  }

  /** {@link #defaultValue} as text. */
  public String defaultText(Environment environment) {
    return format.apply(defaultValue(environment));
  }

  /** A value as text, as {@code --set} takes it. */
  String text(Object value) {
    @SuppressWarnings("unchecked") // values come from this setting's own parser or typed caller
    T own = (T) value;
    return format.apply(own);
  }

  T parse(String text) {
    T value;
    try {
      value = parse.apply(text);
    } catch (IllegalArgumentException e) {
      throw refused(text);
    }
    return checked(value);
  }

  T checked(T value) {
    if (!allowed.test(value)) {
      throw refused(format.apply(value));
    }
    return value;
  }

  private IllegalArgumentException refused(String text) {
    return new IllegalArgumentException(key + " takes " + form + ", not \"" + text + "\"");
  }

  private static Boolean parseFlag(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException(text);
    };
  }

  private static String number(double value) {
    return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Setting<?> setting && setting.key.equals(key);
  }

  @Override
  public int hashCode() {
    return Objects.hash(key);
  }

  /** The key. */
  @Override
  public String toString() {
    return key;
  }
}
