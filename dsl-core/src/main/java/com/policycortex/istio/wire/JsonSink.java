package com.policycortex.istio.wire;

/**
 * Takes JSON piece by piece, in the order in which it stands in a text. What makes YAML, JSON or a
 * value of it implements this.
 */
public interface JsonSink {

  /** An object begins. */
  void startObject();

  /** The name of the next value of the object. */
  void name(String name);

  /** The object ends. */
  void endObject();

  /** A list begins. */
  void startArray();

  /** The list ends. */
  void endArray();

  /** A text. */
  void string(String value);

  /** A whole number. */
  void number(long value);

  /** Any number, as JSON writes it. */
  void number(String value);

  /** A truth value. */
  void bool(boolean value);

  /** {@code null}. */
  void nul();
}
