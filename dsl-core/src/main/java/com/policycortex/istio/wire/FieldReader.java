package com.policycortex.istio.wire;

import com.policycortex.istio.finding.Origin;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads the fields of one object.
 *
 * <p>A message asks for every field that it knows; that is how the reader knows the names. What
 * nobody asked for is an unknown field. Nothing here throws for bad content: what is wrong becomes
 * a finding of the reader, and the method returns what an absent field would give (a placeholder
 * for a required one), so that every mistake is found in one pass.
 */
public interface FieldReader {

  /** A text. */
  Optional<String> string(String name);

  /** Bytes in base64, or one by one: a list of them is read as the same text. */
  default Optional<String> base64(String name) {
    return string(name);
  }

  /** A text that must be there; empty text after a finding. */
  String requiredString(String name);

  /** A truth value. */
  Optional<Boolean> bool(String name);

  /** A signed 32-bit integer. */
  Optional<Integer> int32(String name);

  /** A signed 32-bit integer that must be there; 0 after a finding. */
  int requiredInt32(String name);

  /** An unsigned 32-bit integer. */
  Optional<Long> uint32(String name);

  /** An unsigned 32-bit integer that must be there; 0 after a finding. */
  long requiredUint32(String name);

  /** A signed 64-bit integer; protobuf's JSON also allows it as text. */
  Optional<Long> int64(String name);

  /** A number. */
  Optional<Double> number(String name);

  /** A duration, as Istio reads it; see {@link Durations#parse}. */
  Optional<Duration> duration(String name);

  /** An enumeration's constant; the text on the wire is its {@code toString}. */
  <E extends Enum<E>> Optional<E> enumeration(String name, Class<E> type);

  /** The same, where an empty text asks for the default: so do enumerations of Kubernetes. */
  default <E extends Enum<E>> Optional<E> enumerationOrDefault(String name, Class<E> type) {
    return enumeration(name, type);
  }

  /** A list of enumeration constants. */
  <E extends Enum<E>> List<E> enumerations(String name, Class<E> type);

  /** A list of texts. */
  List<String> strings(String name);

  /** A list of signed 32-bit integers. */
  List<Integer> int32s(String name);

  /** A list of unsigned 32-bit integers. */
  List<Long> uint32s(String name);

  /** A map of texts. */
  Map<String, String> stringMap(String name);

  /** A map of unsigned 32-bit integers. */
  Map<String, Long> uint32Map(String name);

  /** A message. */
  <T> Optional<T> message(String name, Function<FieldReader, T> read);

  /** A message that must be there; what {@code read} makes of an empty object after a finding. */
  <T> T requiredMessage(String name, Function<FieldReader, T> read);

  /** A message that, where it is absent, is the same as one without fields. */
  <T> T messageOrEmpty(String name, Function<FieldReader, T> read);

  /** A list of messages. */
  <T> List<T> messages(String name, Function<FieldReader, T> read);

  /** A map of messages. */
  <T> Map<String, T> messageMap(String name, Function<FieldReader, T> read);

  /** Any JSON. */
  Optional<JsonValue> json(String name);

  /** A 32-bit integer or a text, as Kubernetes writes ports. */
  Optional<JsonValue> intOrString(String name);

  /** Any JSON object. */
  Optional<JsonValue.JsonObject> jsonObject(String name);

  /** Any list of JSON. */
  List<JsonValue> jsonList(String name);

  /** All fields that nobody asked for by name; they count as known from then on. */
  Map<String, JsonValue> rest();

  /** Whether a field of that name is there and not null; makes the name known. */
  boolean has(String name);

  /**
   * A oneof whose arms are fields beside the others.
   *
   * @param oneof its name in Istio's API, for messages
   */
  default <T> OneofReader<T> oneof(String oneof) {
    return new OneofReader<>(this, oneof);
  }

  /** Reports that two arms of a oneof are set. */
  void secondArm(String oneof, String first, String second);

  /** Reports that no arm of a oneof is set that needs one. */
  void noArm(String oneof, List<String> arms);

  /** Where the object was written. */
  Origin origin();

  /** Where a field was written; where its object was, if the field is not there or not known. */
  default Origin origin(String field) {
    return origin();
  }

  /** The object within its document, for example {@code spec.http[0]}; empty for the whole. */
  default String path() {
    return "";
  }
}
