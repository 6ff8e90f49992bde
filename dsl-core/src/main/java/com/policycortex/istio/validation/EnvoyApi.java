package com.policycortex.istio.validation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The messages that istiod knows by name, Envoy's before all: what the value of an EnvoyFilter may
 * consist of. The table {@code envoy-api.txt} says how it reads; it is made by {@code
 * conformance/cmd/envoy-api}, and looked at when the first such value is judged.
 */
final class EnvoyApi {

  private static final String TABLE = "envoy-api.txt";

  private final Map<String, String> messages = new HashMap<>();
  private final Map<String, Set<String>> enums = new HashMap<>();
  private final Map<String, MessageType> read = new ConcurrentHashMap<>();

  private EnvoyApi(String table) {
    int at = 0;
    while (at < table.length()) {
      int line = table.indexOf('\n', at);
      String first = table.substring(at, line);
      int next = line + 1;
      if (first.startsWith("M ")) {
        while (next < table.length() && !isHead(table, next)) {
          next = table.indexOf('\n', next) + 1;
        }
        messages.put(first.substring(2), table.substring(at, next));
      } else if (first.startsWith("E ")) {
        List<String> words = List.of(first.split(" "));
        enums.put(words.get(1), new HashSet<>(words.subList(2, words.size())));
      }
      at = next;
    }
  }

  private static boolean isHead(String table, int at) {
    return table.startsWith("M ", at) || table.startsWith("E ", at);
  }

  /** The table, read once. */
  static EnvoyApi get() {
    return Holder.API;
  }

  /** The message of that name; null if istiod does not know it. */
  @Nullable MessageType message(String name) {
    String text = messages.get(name);
    return text == null ? null : read.computeIfAbsent(name, key -> MessageType.of(text));
  }

  /** Whether an enumeration has the constant. */
  boolean hasConstant(String enumeration, String constant) {
    return enums.getOrDefault(enumeration, Set.of()).contains(constant);
  }

  /**
   * A message.
   *
   * @param fields the fields, in their order
   */
  record MessageType(List<FieldType> fields) {
    private static MessageType of(String text) {
      return new MessageType(text.lines().skip(1).map(FieldType::of).toList());
    }
  }

  /**
   * A field.
   *
   * @param name its name in the language of protobuf
   * @param jsonName its name in JSON
   * @param shape how many values it has
   * @param key the type of a map's keys
   * @param type the type of a value, as the table writes it
   * @param oneof which of the message's oneofs it belongs to; empty if to none
   */
  record FieldType(String name, String jsonName, Shape shape, char key, String type, String oneof) {
    private static FieldType of(String line) {
      String[] words = line.split(" ", -1);
      String last = words[words.length - 1];
      String oneof = last.startsWith("@") ? last : "";
      boolean named = words.length > (oneof.isEmpty() ? 2 : 3);
      String jsonName = named ? words[2] : camelCase(words[0]);
      String type = words[1];
      Shape shape =
          switch (type.charAt(0)) {
            case '*' -> Shape.LIST;
            case '%' -> Shape.MAP;
            case '!' -> Shape.REQUIRED;
            default -> Shape.SINGLE;
          };
      char key = shape == Shape.MAP ? type.charAt(1) : ' ';
      int from = shape == Shape.SINGLE ? 0 : shape == Shape.MAP ? 2 : 1;
      return new FieldType(words[0], jsonName, shape, key, type.substring(from), oneof);
    }

    /** The name of the message that a value is; empty if it is something else. */
    Optional<String> message() {
      return type.charAt(0) == 'm' ? Optional.of(type.substring(1)) : Optional.empty();
    }

    private static String camelCase(String name) {
      StringBuilder camel = new StringBuilder();
      boolean upper = false;
      for (int i = 0; i < name.length(); i++) {
        char c = name.charAt(i);
        if (c == '_') {
          upper = true;
        } else {
          camel.append(upper ? Character.toUpperCase(c) : c);
          upper = false;
        }
      }
      return camel.toString();
    }
  }

  /** How many values a field has. */
  enum Shape {
    SINGLE,
    REQUIRED,
    LIST,
    MAP
  }

  private static final class Holder {
    private static final EnvoyApi API = new EnvoyApi(table());

    private static String table() {
      try (InputStream in = EnvoyApi.class.getResourceAsStream(TABLE)) {
        if (in == null) {
          throw new IllegalStateException(TABLE + " is missing beside the classes");
        }
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
