package com.policycortex.istio.wire;

/**
 * The library's one YAML dialect: block style, two spaces, literal blocks for text of several
 * lines, and quotes wherever a YAML 1.1 or 1.2 reader could take a text for something else.
 */
public final class YamlText {

  private YamlText() {}

  /** The YAML of one object, ending in a line break, without a document marker. */
  public static String of(Fields value) {
    YamlSink out = new YamlSink();
    new FieldWriter(out).object(value);
    return out.text();
  }
}
