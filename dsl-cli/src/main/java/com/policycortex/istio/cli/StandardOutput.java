package com.policycortex.istio.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where reports go that have no file. It remembers that something could not be written, which a
 * {@link PrintWriter} swallows: half a report must not look like a whole one.
 */
final class StandardOutput extends OutputStream {

  private static final String NOBODY_READS = "Broken pipe";

  private final OutputStream out;
  private @Nullable IOException failure;

  StandardOutput(OutputStream out) {
    this.out = out;
  }

  /** What is printed: UTF-8 for programs and files, what the terminal has for people. */
  PrintWriter writer() {
    Charset charset = Terminal.isThere() ? Charset.defaultCharset() : StandardCharsets.UTF_8;
    return new PrintWriter(new OutputStreamWriter(this, charset));
  }

  /**
   * Why not everything was written; empty if it was, and if nobody wanted to read on, such as
   * {@code head}.
   */
  Optional<String> failure() {
    return Optional.ofNullable(failure)
        .filter(problem -> !NOBODY_READS.equals(problem.getMessage()))
        .map(Input::reason);
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    try {
      out.write(bytes, from, length);
    } catch (IOException e) {
      failure = failure == null ? e : failure;
      throw e;
    }
  }

  @Override
  public void flush() throws IOException {
    out.flush();
  }
}
