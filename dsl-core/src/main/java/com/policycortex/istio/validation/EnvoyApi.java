package com.policycortex.istio.validation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
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
  private final Map<String, Map<String, Long>> enums = new HashMap<>();
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
        enums.put(words.get(1), constants(words.subList(2, words.size())));
      }
      at = next;
    }
  }

  private static Map<String, Long> constants(List<String> words) {
    Map<String, Long> numbers = new HashMap<>();
    long next = 0;
    for (String word : words) {
      int colon = word.indexOf(':');
      long number = colon < 0 ? next : Long.parseLong(word.substring(colon + 1));
      numbers.put(colon < 0 ? word : word.substring(0, colon), number);
      next = number + 1;
    }
    return numbers;
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
    return constants(enumeration).containsKey(constant);
  }

  /** The constants of an enumeration, with their numbers. */
  Map<String, Long> constants(String enumeration) {
    return enums.getOrDefault(enumeration, Map.of());
  }

  /** The names of all messages. */
  Set<String> names() {
    return messages.keySet();
  }

  /**
   * A message.
   *
   * @param name its full name
   * @param fields the fields, in their order
   * @param requiredOneofs the oneofs of which Envoy demands that one field is set
   */
  record MessageType(String name, List<FieldType> fields, Set<String> requiredOneofs) {
    private static MessageType of(String text) {
      List<String> lines = text.lines().toList();
      List<FieldType> fields = new ArrayList<>();
      Set<String> required = new TreeSet<>();
      for (String line : lines.subList(1, lines.size())) {
        if (line.startsWith("@")) {
          required.add(line.substring(0, line.indexOf(' ')));
        } else {
          fields.add(FieldType.of(line));
        }
      }
      return new MessageType(lines.get(0).substring(2), List.copyOf(fields), required);
    }

    /** The field of that name, in protobuf's language or in JSON; null if there is none. */
    @Nullable FieldType field(String written) {
      for (FieldType field : fields) {
        if (field.name().equals(written) || field.jsonName().equals(written)) {
          return field;
        }
      }
      return null;
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
   * @param rules what Envoy demands of it
   */
  record FieldType(
      String name,
      String jsonName,
      Shape shape,
      char key,
      String type,
      String oneof,
      List<EnvoyRule> rules) {
    private static FieldType of(String line) {
      int rules = line.indexOf(" =");
      String[] words = (rules < 0 ? line : line.substring(0, rules)).split(" ", -1);
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
      return new FieldType(
          words[0],
          jsonName,
          shape,
          key,
          type.substring(from),
          oneof,
          rules < 0 ? List.of() : EnvoyRule.list(line.substring(rules + 2)));
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
