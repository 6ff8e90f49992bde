package com.policycortex.istio.validation;

import com.policycortex.istio.finding.Suggestions;
import com.policycortex.istio.validation.EnvoyApi.FieldType;
import com.policycortex.istio.validation.EnvoyApi.MessageType;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What somebody meant who wrote a field that a message of Envoy's does not have. */
final class EnvoyNames {

  private EnvoyNames() {}

  /**
   * What to do about it: the near name, or the message beside it that has such a field.
   *
   * @param written the name of the field
   * @param around the messages around it with their paths, the innermost first
   */
  static Optional<String> hint(
      String written, Deque<Map.Entry<String, MessageType>> around, EnvoyApi api) {
    MessageType inner = around.getFirst().getValue();
    List<String> names = inner.fields().stream().map(FieldType::name).toList();
    return Suggestions.slip(written, names)
        .map(name -> "Did you mean " + Text.quote(name) + "?")
        .or(() -> below(written, inner, api))
        .or(() -> above(written, around))
        .or(
            () ->
                Suggestions.nearest(written, names)
                    .map(name -> "Did you mean " + Text.quote(name) + "?"));
  }

  private static Optional<String> below(String written, MessageType inner, EnvoyApi api) {
    return inner.fields().stream()
        .filter(field -> has(field.message().map(api::message), written))
        .findFirst()
        .map(field -> "Write it within " + field.name() + ", which has such a field");
  }

  private static boolean has(Optional<MessageType> message, String written) {
    return message.filter(it -> it.field(written) != null).isPresent();
  }

  private static Optional<String> above(
      String written, Deque<Map.Entry<String, MessageType>> around) {
    return around.stream()
        .skip(1)
        .filter(it -> it.getValue().field(written) != null)
        .findFirst()
        .map(
            it ->
                "Write it further out, beside the fields of "
                    + (it.getKey().isEmpty() ? "value" : it.getKey()));
  }
}
