package com.policycortex.istio.wire;

import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator.Feature;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;

/**
 * The library's one YAML dialect: block style, two spaces, literal blocks for text of several
 * lines, and quotes wherever a YAML 1.1 or 1.2 reader could take a text for something else.
 */
public final class YamlText {

  private static final YAMLFactory FACTORY =
      YAMLFactory.builder()
          .disable(Feature.WRITE_DOC_START_MARKER)
          .disable(Feature.SPLIT_LINES)
          .enable(Feature.MINIMIZE_QUOTES)
          .enable(Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
          .enable(Feature.LITERAL_BLOCK_STYLE)
          .stringQuotingChecker(new CautiousQuoting())
          .build();

  private YamlText() {}

  /** The YAML of one object, ending in a line break. */
  public static String of(Fields value) {
    StringWriter text = new StringWriter();
    write(value, text);
    return text.toString();
  }

  /**
   * Writes one object as a YAML document, ending in a line break, without a document marker.
   *
   * @throws UncheckedIOException if the target refuses
   */
  public static void write(Fields value, Writer target) {
    try (YAMLGenerator out = FACTORY.createGenerator(target)) {
      out.disable(com.fasterxml.jackson.core.JsonGenerator.Feature.AUTO_CLOSE_TARGET);
      new FieldWriter(out).object(value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
