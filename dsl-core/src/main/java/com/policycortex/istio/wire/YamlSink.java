package com.policycortex.istio.wire;

import org.jspecify.annotations.Nullable;

/**
 * Writes YAML in block style. A list stands at the indentation of the field that holds it, as
 * Kubernetes writes it.
 *
 * <p>An object or list is begun when its first element comes, because an empty one is written
 * {@code {}} or {@code []}.
 */
final class YamlSink implements JsonSink {

  /** Beyond this, a name could not be on the line of its value: YAML 1.2, section 7.4.2. */
  private static final int LONGEST_SIMPLE_NAME = 1000;

  private final StringBuilder out = new StringBuilder(1024);
  private Level level = new Level(null, false, 0);

  /** An object or list that is open. */
  private static final class Level {
    private final @Nullable Level outer;
    private final boolean object;
    private final int indentation;
    private boolean begun;
    // The first element stands on the line of the dash of the list around it.
    private boolean onLine;

    Level(@Nullable Level outer, boolean object, int indentation) {
      this.outer = outer;
      this.object = object;
      this.indentation = indentation;
    }

    boolean isRoot() {
      return outer == null;
    }
  }

  String text() {
    return out.toString();
  }

  @Override
  public void startObject() {
    start(true);
  }

  @Override
  public void endObject() {
    end("{}\n");
  }

  @Override
  public void startArray() {
    start(false);
  }

  @Override
  public void endArray() {
    end("[]\n");
  }

  private void start(boolean object) {
    Level outer = level;
    if (outer.isRoot()) {
      level = new Level(outer, object, 0);
    } else if (outer.object) {
      level = new Level(outer, object, object ? outer.indentation + 2 : outer.indentation);
    } else {
      dash();
      level = new Level(outer, object, outer.indentation + 2);
      level.onLine = true;
    }
  }

  private void end(String empty) {
    Level ended = level;
    Level outer = ended.outer;
    if (outer == null) {
      throw new IllegalStateException("nothing is open");
    }
    if (!ended.begun) {
      if (outer.object && !outer.isRoot()) {
        out.append(' ');
      }
      out.append(empty);
    }
    level = outer;
  }

  @Override
  public void name(String name) {
    element();
    if (name.length() > LONGEST_SIMPLE_NAME) {
      out.append("? ");
      YamlScalars.quoted(name, out);
      out.append('\n');
      indent(level.indentation);
    } else if (YamlScalars.mustQuote(name)) {
      YamlScalars.quoted(name, out);
    } else {
      out.append(name);
    }
    out.append(':');
  }

  // Begins an element of the object or list that is open, on a line of its own but for the first
  // behind a dash.
  private void element() {
    boolean first = !level.begun;
    level.begun = true;
    if (first && level.onLine) {
      return;
    }
    Level outer = level.outer;
    if (first && outer != null && outer.object && !outer.isRoot()) {
      out.append('\n');
    }
    indent(level.indentation);
  }

  private void dash() {
    element();
    out.append("- ");
  }

  private void indent(int columns) {
    for (int i = 0; i < columns; i++) {
      out.append(' ');
    }
  }

  @Override
  public void string(String value) {
    int indentation = level.indentation + 2;
    scalar();
    if (!YamlScalars.block(value, indentation, out)) {
      if (YamlScalars.mustQuote(value)) {
        YamlScalars.quoted(value, out);
      } else {
        out.append(value);
      }
      out.append('\n');
    }
  }

  @Override
  public void number(long value) {
    scalar();
    out.append(value).append('\n');
  }

  @Override
  public void number(String value) {
    scalar();
    out.append(value).append('\n');
  }

  @Override
  public void bool(boolean value) {
    scalar();
    out.append(value).append('\n');
  }

  @Override
  public void nul() {
    scalar();
    out.append("null\n");
  }

  private void scalar() {
    if (level.object) {
      out.append(' ');
    } else if (!level.isRoot()) {
      dash();
    }
  }
}
