package com.policycortex.istio.model.networking;

import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import com.policycortex.istio.wire.Fields;

/**
 * How a text is matched: exactly, by prefix, or by an RE2 regular expression on the whole text.
 * Case-sensitive.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/networking/virtual-service/#StringMatch">
 *     StringMatch</a>
 */
public sealed interface StringMatch extends Fields {

  /** Matches this text only. */
  static StringMatch exact(String value) {
    return new Exact(value);
  }

  /** Matches every text that begins so. */
  static StringMatch prefix(String value) {
    return new Prefix(value);
  }

  /** Matches every text that this RE2 regular expression matches from end to end. */
  static StringMatch regex(String value) {
    return new Regex(value);
  }

  /** No condition on the text: for a header or query parameter, that it is there. */
  static StringMatch present() {
    return Present.PRESENT;
  }

  /**
   * Matches one text.
   *
   * @param value the text
   */
  record Exact(String value) implements StringMatch {
    @Override
    public void writeTo(FieldWriter out) {
      out.string("exact", value);
    }
  }

  /**
   * Matches by beginning.
   *
   * @param value what a text must begin with
   */
  record Prefix(String value) implements StringMatch {
    @Override
    public void writeTo(FieldWriter out) {
      out.string("prefix", value);
    }
  }

  /**
   * Matches by regular expression.
   *
   * @param value an RE2 expression
   */
  record Regex(String value) implements StringMatch {
    @Override
    public void writeTo(FieldWriter out) {
      out.string("regex", value);
    }
  }

  /** Written as {@code {}}. */
  enum Present implements StringMatch {
    /** The only value. */
    PRESENT;

    @Override
    public void writeTo(FieldWriter out) {}
  }

  /** Reads a match. */
  static StringMatch read(FieldReader in) {
    return in.<StringMatch>oneof("match_type")
        .string("exact", Exact::new)
        .string("prefix", Prefix::new)
        .string("regex", Regex::new)
        .optional()
        .orElse(Present.PRESENT);
  }
}
