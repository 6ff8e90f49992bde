package com.policycortex.istio.wire;

import com.policycortex.istio.wire.JsonValue.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads a oneof: asks for each arm in turn, keeps the first that is set, and reports a second.
 *
 * @param <T> the sealed type of the arms
 */
public final class OneofReader<T> {

  private final FieldReader in;
  private final String oneof;
  private final List<String> arms = new ArrayList<>();
  private @Nullable T value;
  private @Nullable String set;

  OneofReader(FieldReader in, String oneof) {
    this.in = in;
    this.oneof = oneof;
  }

  /** An arm that is a text. */
  public OneofReader<T> string(String name, Function<String, ? extends T> make) {
    return arm(name, in.string(name), make);
  }

  /** An arm of bytes, as {@link FieldReader#base64} reads them. */
  public OneofReader<T> base64(String name, Function<String, ? extends T> make) {
    return arm(name, in.base64(name), make);
  }

  /** An arm that is a truth value. */
  public OneofReader<T> bool(String name, Function<Boolean, ? extends T> make) {
    return arm(name, in.bool(name), make);
  }

  /** An arm that is a signed 32-bit integer. */
  public OneofReader<T> int32(String name, Function<Integer, ? extends T> make) {
    return arm(name, in.int32(name), make);
  }

  /** An arm that is an unsigned 32-bit integer. */
  public OneofReader<T> uint32(String name, Function<Long, ? extends T> make) {
    return arm(name, in.uint32(name), make);
  }

  /** An arm that is a number. */
  public OneofReader<T> number(String name, Function<Double, ? extends T> make) {
    return arm(name, in.number(name), make);
  }

  /** An arm that is a duration. */
  public OneofReader<T> duration(String name, Function<Duration, ? extends T> make) {
    return arm(name, in.duration(name), make);
  }

  /** An arm that is an enumeration's constant. */
  public <E extends Enum<E>> OneofReader<T> enumeration(
      String name, Class<E> type, Function<E, ? extends T> make) {
    return arm(name, in.enumeration(name, type), make);
  }

  /**
   * An arm that is a message.
   *
   * @param read reads the message itself, which is told by the reader what it has empty
   * @param make makes the arm of it
   */
  public <M> OneofReader<T> message(
      String name, Function<FieldReader, M> read, Function<M, ? extends T> make) {
    return arm(name, in.message(name, read), make);
  }

  /** An arm that is any JSON object. */
  public OneofReader<T> jsonObject(String name, Function<JsonObject, ? extends T> make) {
    return arm(name, in.jsonObject(name), make);
  }

  /** The arm that is set, if one is. */
  public Optional<T> optional() {
    return Optional.ofNullable(value);
  }

  /** The arm that is set; after a finding, the placeholder. */
  public T required(T placeholder) {
    if (value == null) {
      in.noArm(oneof, arms);
      return placeholder;
    }
    return value;
  }

  private <A> OneofReader<T> arm(String name, Optional<A> present, Function<A, ? extends T> make) {
    arms.add(name);
    // A broken arm is absent here but set in the text; it must still count as an arm.
    if (!in.has(name)) {
      return this;
    }
    if (set != null) {
      in.secondArm(oneof, set, name);
      return this;
    }
    set = name;
    if (present.isPresent()) {
      value = make.apply(present.get());
    }
    return this;
  }
}
