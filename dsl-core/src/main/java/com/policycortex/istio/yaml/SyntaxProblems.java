package com.policycortex.istio.yaml;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.reader.ReaderException;

/** What a parser complains of, in the words of somebody who writes manifests. */
final class SyntaxProblems {

  private static final String SYNTAX = "YAML-SYNTAX";

  private final Document document;

  SyntaxProblems(Document document) {
    this.document = document;
  }

  Problem of(MarkedYAMLException e) {
    @Nullable Mark context = e.getContextMark();
    @Nullable Mark mark = e.getProblemMark() != null ? e.getProblemMark() : context;
    String problem = String.valueOf(e.getProblem());
    String within = e.getContext() == null ? "" : e.getContext();
    if (problem.equals(DocumentTokens.DIRECTIVE)) {
      return at(
          mark,
          SYNTAX,
          "kubectl takes no directive, and refuses the whole file",
          "remove the line; Kubernetes reads YAML 1.1 without it");
    }
    if (problem.equals(Document.MARK)) {
      return ofMark(mark);
    }
    if (problem.equals(DocumentTokens.HALF)) {
      return at(
          mark,
          SYNTAX,
          "\\uD800 to \\uDFFF are halves of a character, which YAML does not put together",
          "write the character itself, or \\U with eight digits");
    }
    if (problem.contains("TAB")) {
      return at(mark, "YAML-TAB", "a tab stands where YAML wants blanks", "indent with blanks");
    }
    if (problem.contains("Nesting Depth")) {
      return at(
          mark,
          "YAML-LIMIT",
          "more than " + Limits.DEPTH + " levels, one in the other",
          "split the document");
    }
    if (isBehind(mark, "${")) {
      return at(
          mark,
          SYNTAX,
          "a variable stands here that nobody has filled in",
          "fill it in first, or put the text in quotes");
    }
    if (problem.contains("end of stream") || problem.contains("<stream end>")) {
      return unclosed(within, context, mark);
    }
    if (within.contains("alias")) {
      return at(
          context,
          SYNTAX,
          "* without quotes names an anchor, and this is the name of none",
          "put the text in quotes, for example \"*.example.com\"");
    }
    if (problem.contains("cannot start any token")) {
      return at(
          mark,
          SYNTAX,
          "a text cannot begin with " + character(mark) + " without quotes",
          "put the text in quotes");
    }
    if (problem.contains("could not find expected ':'")) {
      return at(
          context,
          SYNTAX,
          "a colon is missing behind this name",
          "write a colon and a blank behind the name");
    }
    if (problem.contains("mapping values are not allowed")) {
      return at(
          mark,
          SYNTAX,
          "no field can stand here: the text before it goes on until here",
          "check that the name before has a colon and a blank behind it; put a text with \": \" in"
              + " quotes");
    }
    if (problem.contains("expected '<document start>'")) {
      return secondDocument(mark);
    }
    if (problem.contains("expected <block end>")) {
      return at(
          mark,
          SYNTAX,
          "this line is not at the level of those that it belongs to",
          "check indentation and quotes here and in the line before");
    }
    if (problem.contains("escape character")) {
      return ofEscape(mark);
    }
    if (within.contains("flow sequence") || within.contains("flow mapping")) {
      return at(
          mark,
          SYNTAX,
          "neither a comma nor the end of what opens in line " + line(context),
          "check commas, colons with a blank behind them, brackets and quotes");
    }
    return at(
        mark,
        SYNTAX,
        "this is no YAML: "
            + (within.isEmpty() ? "" : Excerpt.of(within) + ", ")
            + Excerpt.of(problem),
        "check indentation, colons and quotes here and in the line before");
  }

  /** Text on the line of a marker. */
  Problem ofMarker() {
    int end = 3;
    while (end < document.text().length() && " \t".indexOf(document.text().charAt(end)) >= 0) {
      end++;
    }
    return new Problem(
        SYNTAX,
        "kubectl takes nothing but a comment behind ---, and refuses the whole file",
        "put it on the next line",
        document.line(),
        end + 1);
  }

  /** A mark of byte order that is not the first character. */
  Problem ofMark(@Nullable Mark mark) {
    return at(
        mark,
        "YAML-CHARACTER",
        "a mark of byte order stands here, which nobody sees",
        "remove the character U+FEFF");
  }

  /** A document that begins where the one before has not ended. */
  Problem secondDocument(@Nullable Mark mark) {
    return at(
        mark,
        SYNTAX,
        "a second document begins here",
        "put --- on a line of its own between documents");
  }

  /** A backslash that begins nothing. */
  Problem ofEscape(@Nullable Mark mark) {
    return at(
        mark,
        SYNTAX,
        "a backslash in double quotes begins an escape, and this is none",
        "write two backslashes, or single quotes around the text");
  }

  private Problem unclosed(String within, @Nullable Mark context, @Nullable Mark mark) {
    String what = within.contains("quoted") ? "quote" : within.contains("flow") ? "bracket" : "";
    if (within.contains("flow node")) {
      return unclosedBracket();
    }
    return what.isEmpty()
        ? at(mark, SYNTAX, "the document ends too early", "check whether the file is whole")
        : at(
            context,
            SYNTAX,
            "the " + what + " that opens here is not closed",
            "close it, or check whether the file is whole");
  }

  // The parser's own place is the end of the text, where it still waits for a value.
  private Problem unclosedBracket() {
    String text = document.text();
    Deque<Integer> open = new ArrayDeque<>();
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char character = text.charAt(i);
      if (character == '"' && (i == 0 || text.charAt(i - 1) != '\\')) {
        quoted = !quoted;
      } else if (!quoted && (character == '{' || character == '[')) {
        open.push(i);
      } else if (!quoted && (character == '}' || character == ']') && !open.isEmpty()) {
        open.pop();
      }
    }
    String before = text.substring(0, open.isEmpty() ? 0 : open.peek());
    return new Problem(
        SYNTAX,
        "the bracket that opens here is not closed",
        "close it, or check whether the file is whole",
        document.line() + (int) before.chars().filter(character -> character == '\n').count(),
        before.length() - before.lastIndexOf('\n'));
  }

  Problem of(ReaderException e) {
    int line = document.line();
    int column = 1;
    int end = Math.min(e.getPosition(), document.text().length());
    for (int i = 0; i < end; i++) {
      if (document.text().charAt(i) == '\n') {
        line++;
        column = 1;
      } else {
        column++;
      }
    }
    return new Problem(
        "YAML-CHARACTER",
        "YAML does not allow the character U+" + String.format("%04X", e.getCodePoint()),
        "remove it, or write it as an escape in double quotes",
        line,
        column);
  }

  private Problem at(@Nullable Mark mark, String id, String message, String hint) {
    return new Problem(id, message, hint, line(mark), mark == null ? 1 : mark.getColumn() + 1);
  }

  private int line(@Nullable Mark mark) {
    return document.line() + (mark == null ? 0 : mark.getLine());
  }

  private static String character(@Nullable Mark mark) {
    int[] text = mark == null ? new int[0] : mark.getBuffer();
    return mark != null && mark.getPointer() < text.length
        ? Excerpt.of(Character.toString(text[mark.getPointer()]))
        : "this character";
  }

  // Whether the text ends where the mark points to, or with the character there.
  private static boolean isBehind(@Nullable Mark mark, String text) {
    if (mark == null) {
      return false;
    }
    int[] buffer = mark.getBuffer();
    for (int end = mark.getPointer(); end <= mark.getPointer() + 1; end++) {
      int begin = end - text.length();
      boolean same = begin >= 0 && end <= buffer.length;
      for (int i = 0; same && i < text.length(); i++) {
        same = buffer[begin + i] == text.charAt(i);
      }
      if (same) {
        return true;
      }
    }
    return false;
  }
}
