package com.policycortex.istio.yaml;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** The text of bytes that must be UTF-8. */
final class Utf8 {

  private static final char REPLACEMENT = '\uFFFD';

  private Utf8() {}

  static String text(byte[] bytes) throws Problem {
    String text = new String(bytes, StandardCharsets.UTF_8);
    // What is not UTF-8 leaves this character; the text may also have it by itself.
    if (text.indexOf(REPLACEMENT) >= 0) {
      check(bytes);
    }
    return text;
  }

  private static void check(byte[] bytes) throws Problem {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    if (!decoder.decode(in, out, true).isError()) {
      return;
    }
    String before = out.flip().toString();
    boolean wide = bytes.length > 1 && (bytes[0] & 0xFF) + (bytes[1] & 0xFF) == 0xFF + 0xFE;
    throw new Problem(
        "YAML-ENCODING",
        wide && in.position() == 0
            ? "the file is UTF-16, and not UTF-8"
            : String.format("the byte %02X here is not UTF-8", bytes[in.position()]),
        "save the file as UTF-8",
        1 + (int) before.chars().filter(c -> c == '\n').count(),
        before.length() - before.lastIndexOf('\n'));
  }
}
