package com.policycortex.istio.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** JSON as text, two spaces a level. */
public final class JsonText {

  private static final JsonFactory FACTORY = new JsonFactory();

  private JsonText() {}

  /** The value as JSON with a line break at the end. */
  public static String of(JsonValue value) {
    StringWriter text = new StringWriter();
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    try (JsonGenerator out = FACTORY.createGenerator(text)) {
      out.setPrettyPrinter(
          new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter));
      value.writeTo(new GeneratorSink(out));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.append('\n').toString();
  }

  /** Hands everything to Jackson. */
  private record GeneratorSink(JsonGenerator out) implements JsonSink {

    private interface Step {
      void run() throws IOException;
    }

    private static void write(Step step) {
      try {
        step.run();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void startObject() {
      write(out::writeStartObject);
    }

    @Override
    public void name(String name) {
      write(() -> out.writeFieldName(name));
    }

    @Override
    public void endObject() {
      write(out::writeEndObject);
    }

    @Override
    public void startArray() {
      write(out::writeStartArray);
    }

    @Override
    public void endArray() {
      write(out::writeEndArray);
    }

    @Override
    public void string(String value) {
      write(() -> out.writeString(value));
    }

    @Override
    public void number(long value) {
      write(() -> out.writeNumber(value));
    }

    @Override
    public void number(String value) {
      write(() -> out.writeNumber(value));
    }

    @Override
    public void bool(boolean value) {
      write(() -> out.writeBoolean(value));
    }

    @Override
    public void nul() {
      write(out::writeNull);
    }
  }
}
