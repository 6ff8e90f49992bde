package com.policycortex.istio.source;

import com.policycortex.istio.wire.JsonSink;

/** What a writer writes to that takes every field before it becomes JSON. */
final class NoSink implements JsonSink {

  private static IllegalStateException unexpected() {
    return new IllegalStateException("a field was written that was not taken");
  }

  @Override
  public void startObject() {
    throw unexpected();
  }

  @Override
  public void name(String name) {
    throw unexpected();
  }

  @Override
  public void endObject() {
    throw unexpected();
  }

  @Override
  public void startArray() {
    throw unexpected();
  }

  @Override
  public void endArray() {
    throw unexpected();
  }

  @Override
  public void string(String value) {
    throw unexpected();
  }

  @Override
  public void number(long value) {
    throw unexpected();
  }

  @Override
  public void number(String value) {
    throw unexpected();
  }

  @Override
  public void bool(boolean value) {
    throw unexpected();
  }

  @Override
  public void nul() {
    throw unexpected();
  }
}
