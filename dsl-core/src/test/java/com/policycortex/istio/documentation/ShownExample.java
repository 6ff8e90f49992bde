package com.policycortex.istio.documentation;

import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.source.JavaSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One side of an example as a page shows it. Very long ones are abridged.
 *
 * @param yaml the manifests
 * @param java the Java that makes them, or what to say in its place
 * @param printed what is printed about them; empty where nothing is
 */
public record ShownExample(String yaml, Java java, Optional<String> printed) {

  private static final int LINES = 40;
  private static final int KEPT = 12;
  private static final int COLUMNS = 250;

  /** Java, or the reason why there is none. */
  public sealed interface Java {
    /**
     * Java that was compiled.
     *
     * @param text the expressions
     */
    record Expression(String text) implements Java {}

    /**
     * No Java.
     *
     * @param reason a whole sentence
     */
    record None(String reason) implements Java {}
  }

  /** Manifests with their Java, and what is printed about them. */
  public static ShownExample of(List<? extends Manifest> manifests, Optional<String> printed) {
    return new ShownExample(yaml(manifests), java(manifests), printed);
  }

  /** Manifests as a stream of YAML documents. */
  public static String yaml(List<? extends Manifest> manifests) {
    return manifests.stream().map(Manifest::toString).collect(Collectors.joining("---\n"));
  }

  private static Java java(List<? extends Manifest> manifests) {
    List<JavaSource> sources = manifests.stream().map(JavaSource::of).toList();
    List<String> unsaid = sources.stream().flatMap(source -> source.leftOut().stream()).toList();
    if (!unsaid.isEmpty()) {
      return new Java.None(
          "Java has no method for `"
              + String.join("`, `", unsaid)
              + "`, so it cannot be written there.");
    }
    return new Java.Expression(
        sources.stream().map(JavaSource::expression).collect(Collectors.joining("\n\n")));
  }

  String markdown() {
    StringBuilder text = new StringBuilder();
    append(text, "yaml", abridged(yaml, "#"));
    printed.ifPresent(finding -> append(text, "text", abridged(finding, "")));
    if (java instanceof Java.Expression expression) {
      append(text, "java", abridged(expression.text(), "//"));
    } else if (java instanceof Java.None none) {
      text.append(none.reason()).append("\n\n");
    }
    return text.toString();
  }

  private static void append(StringBuilder text, String language, String block) {
    text.append("```")
        .append(language)
        .append('\n')
        .append(block.stripTrailing())
        .append("\n```\n\n");
  }

  private static String abridged(String text, String comment) {
    String[] lines = text.stripTrailing().split("\n", -1);
    StringBuilder kept = new StringBuilder();
    boolean cut = lines.length > LINES;
    for (int i = 0; i < lines.length; i++) {
      if (cut && i == KEPT) {
        int left = lines.length - 2 * KEPT;
        kept.append(comment).append(" … ").append(left).append(" more lines\n");
        i += left;
      }
      kept.append(shortened(lines[i])).append('\n');
    }
    return kept.toString();
  }

  private static String shortened(String line) {
    return line.length() <= COLUMNS
        ? line
        : line.substring(0, COLUMNS) + "… (" + line.length() + " characters)";
  }
}
