package com.policycortex.istio.yaml;

import java.util.List;
import java.util.Optional;

/** A part of a document with its place. Lines and columns count from 1. */
sealed interface Node {

  int line();

  int column();

  /** How many nodes this one stands for, itself included and aliases written out. */
  long size();

  /** What it is, for messages. */
  String description();

  /**
   * A text, number, truth value or null.
   *
   * @param plain whether it has no quotes, so that its form decides what it is
   */
  record Scalar(String value, boolean plain, int line, int column) implements Node {
    @Override
    public long size() {
      return 1;
    }

    @Override
    public String description() {
      return switch (ScalarType.of(this)) {
        case TEXT -> "the text " + Excerpt.quoted(value);
        case BOOLEAN -> "the truth value " + Excerpt.of(value);
        case INTEGER, FLOAT -> "the number " + Excerpt.of(value);
        case NULL -> "nothing";
      };
    }
  }

  /**
   * A list.
   *
   * @param elements its elements
   */
  record Sequence(List<Node> elements, int line, int column, long size) implements Node {
    @Override
    public String description() {
      return "a list";
    }
  }

  /**
   * An object.
   *
   * @param entries its fields, each name once
   */
  record Mapping(List<Entry> entries, int line, int column, long size) implements Node {
    /** The field of that name. */
    Optional<Entry> entry(String name) {
      for (Entry entry : entries) {
        if (entry.name().equals(name)) {
          return Optional.of(entry);
        }
      }
      return Optional.empty();
    }

    @Override
    public String description() {
      return "an object";
    }
  }

  /**
   * A field.
   *
   * @param name its name
   * @param line the line of its name
   * @param column the column of its name
   * @param value its value
   */
  record Entry(String name, int line, int column, Node value) {
    Entry(Scalar key, Node value) {
      this(key.value(), key.line(), key.column(), value);
    }

    /** Its name, with its place. */
    Scalar key() {
      return new Scalar(name, false, line, column);
    }
  }
}
