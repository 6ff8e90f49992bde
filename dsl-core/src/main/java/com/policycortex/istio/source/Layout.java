package com.policycortex.istio.source;

import com.policycortex.istio.source.Code.Block;
import com.policycortex.istio.source.Code.Chain;
import com.policycortex.istio.source.Code.Pair;
import com.policycortex.istio.source.Code.Plain;
import com.policycortex.istio.source.Code.Step;
import java.util.List;
import java.util.stream.Collectors;

/** Breaks lines as google-java-format does: what fits stays on one line. */
final class Layout {

  private static final int WIDTH = 100;
  private static final int INDENT = 4;

  private Layout() {}

  /**
   * The text of a piece of code; its first line begins at the given column.
   *
   * @param indent the column, and the indentation of the lines that follow
   * @param behind how many characters follow on the last line
   */
  static String text(Code code, int indent, int behind) {
    if (isFlat(code)) {
      String line = flat(code);
      if (indent + line.length() + behind <= WIDTH) {
        return line;
      }
    }
    if (code instanceof Chain chain) {
      return broken(chain, indent, behind);
    }
    if (code instanceof Pair pair) {
      return text(pair.key(), indent, 1)
          + ","
          + newLine(indent)
          + text(pair.value(), indent, behind);
    }
    return code instanceof Block block ? block(block, indent) : flat(code);
  }

  private static String broken(Chain chain, int indent, int behind) {
    StringBuilder text = new StringBuilder(chain.opening());
    boolean alone = chain.steps().isEmpty();
    int inner = indent + INDENT;
    // Where calls follow, what the first one takes stands further in than they do.
    text.append(
        arguments(
            chain.arguments(),
            alone ? indent : inner,
            chain.opening().length(),
            alone ? behind : 0));
    for (int i = 0; i < chain.steps().size(); i++) {
      Step step = chain.steps().get(i);
      boolean last = i == chain.steps().size() - 1;
      text.append(newLine(inner)).append('.').append(step.name());
      text.append(arguments(step.arguments(), inner, 1 + step.name().length(), last ? behind : 0));
    }
    return text.toString();
  }

  private static String arguments(List<Code> arguments, int indent, int before, int behind) {
    if (arguments.stream().allMatch(Layout::isFlat)) {
      String line = flat(arguments);
      if (indent + before + line.length() + behind <= WIDTH) {
        return line;
      }
    }
    int inner = indent + INDENT;
    return arguments.stream()
        .map(argument -> newLine(inner) + text(argument, inner, 1 + behind))
        .collect(Collectors.joining(",", "(", ")"));
  }

  private static String block(Block block, int indent) {
    StringBuilder text = new StringBuilder("\"\"\"");
    int last = block.lines().size() - 1;
    for (int i = 0; i <= last; i++) {
      String line = block.lines().get(i);
      // A blank line has no indentation; the delimiter has, as it counts for all lines.
      text.append(line.isEmpty() && i < last ? "\n" : newLine(indent) + line);
    }
    return text.append("\"\"\"").toString();
  }

  private static String newLine(int indent) {
    return "\n" + " ".repeat(indent);
  }

  private static boolean isFlat(Code code) {
    if (code instanceof Chain chain) {
      return chain.arguments().stream().allMatch(Layout::isFlat)
          && chain.steps().stream().allMatch(s -> s.arguments().stream().allMatch(Layout::isFlat));
    }
    return code instanceof Pair pair
        ? isFlat(pair.key()) && isFlat(pair.value())
        : code instanceof Plain;
  }

  private static String flat(Code code) {
    if (code instanceof Plain plain) {
      return plain.text();
    }
    if (code instanceof Pair pair) {
      return flat(pair.key()) + ", " + flat(pair.value());
    }
    if (code instanceof Chain chain) {
      return chain.opening()
          + flat(chain.arguments())
          + chain.steps().stream()
              .map(step -> "." + step.name() + flat(step.arguments()))
              .collect(Collectors.joining());
    }
    throw new IllegalStateException("a text block is never flat");
  }

  private static String flat(List<Code> arguments) {
    return arguments.stream().map(Layout::flat).collect(Collectors.joining(", ", "(", ")"));
  }
}
