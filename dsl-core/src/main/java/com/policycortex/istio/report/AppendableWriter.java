package com.policycortex.istio.report;

import java.io.IOException;
import java.io.Writer;
import java.nio.CharBuffer;

/** Hands characters on; whoever closes it does not close what is behind it. */
final class AppendableWriter extends Writer {

  private final Appendable out;

  AppendableWriter(Appendable out) {
    this.out = out;
  }

  @Override
  public void write(char[] characters, int offset, int length) throws IOException {
    out.append(CharBuffer.wrap(characters, offset, length));
  }

  @Override
  public void flush() {}

  @Override
  public void close() {}
}
