package com.policycortex.istio.yaml;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Texts with a few random changes, as slips, merges and generators make them. */
final class Mutation {

  private static final List<String> PIECES =
      List.of(
          ":",
          ": ",
          "-",
          "- ",
          "[",
          "]",
          "{",
          "}",
          "\"",
          "'",
          "#",
          " #",
          "&a ",
          "*a",
          "!!str ",
          "!!int ",
          "!!binary ",
          "|",
          ">",
          "|-\n",
          "\t",
          "\n",
          "\r\n",
          "\n---\n",
          "\n...\n",
          "null",
          "~",
          "true",
          "y",
          "on",
          "No",
          "0x1",
          "0123",
          "1e3",
          "1_0",
          ".5",
          "12:30",
          "<<: ",
          "? ",
          ",",
          "\\",
          "%",
          "@",
          "`",
          "\u0000",
          "\uFEFF",
          "\u00a0",
          "\u2028",
          "\u0085",
          "\ud83d\ude00",
          "{{ .Values.a }}",
          "${A}",
          "  ",
          "kind: List\nitems:\n",
          "*",
          "1d",
          "30",
          "=");

  private final Random random;

  Mutation(long seed) {
    this.random = new Random(seed);
  }

  /** One of the texts with changes, which may take from the others. */
  String of(List<String> texts) {
    String text = texts.get(random.nextInt(texts.size()));
    int changes = 1 + random.nextInt(3);
    for (int i = 0; i < changes; i++) {
      text = changed(text, texts.get(random.nextInt(texts.size())));
    }
    return text;
  }

  private String changed(String text, String other) {
    if (text.isEmpty()) {
      return other;
    }
    int at = random.nextInt(text.length());
    int end = Math.min(text.length(), at + random.nextInt(12));
    return switch (random.nextInt(10)) {
      case 0 -> text.substring(0, at) + text.substring(end);
      case 1 -> text.substring(0, at) + piece() + text.substring(end);
      case 2 -> text.substring(0, at) + (char) random.nextInt(0x180) + text.substring(at);
      case 3 -> text.substring(0, at) + text.substring(at, end).repeat(3) + text.substring(end);
      case 4 -> ofLines(text, lines -> lines.add(random.nextInt(lines.size() + 1), line(other)));
      case 5 -> ofLines(text, lines -> lines.remove(random.nextInt(lines.size())));
      case 6 -> ofLines(text, lines -> Collections.swap(lines, any(lines), any(lines)));
      case 7 -> ofLines(text, lines -> lines.set(any(lines), indented(line(text))));
      case 8 -> text.substring(0, at);
      default -> text.substring(0, at) + piece() + text.substring(at);
    };
  }

  private String piece() {
    return PIECES.get(random.nextInt(PIECES.size()));
  }

  private int any(List<String> lines) {
    return random.nextInt(lines.size());
  }

  private String line(String text) {
    List<String> lines = List.of(text.split("\n", -1));
    return lines.get(any(lines));
  }

  private String indented(String line) {
    return random.nextBoolean() ? "  " + line : line.replaceFirst("^ {1,2}", "");
  }

  private interface Edit {
    void of(List<String> lines);
  }

  private static String ofLines(String text, Edit edit) {
    List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
    edit.of(lines);
    return String.join("\n", lines);
  }
}
