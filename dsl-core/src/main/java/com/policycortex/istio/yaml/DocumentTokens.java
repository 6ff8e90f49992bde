package com.policycortex.istio.yaml;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.scanner.Scanner;
import org.yaml.snakeyaml.scanner.ScannerException;
import org.yaml.snakeyaml.tokens.ScalarToken;
import org.yaml.snakeyaml.tokens.Token;

/**
 * The tokens of a document as Go's YAML makes them, where SnakeYAML makes others: a text without
 * quotes goes on behind a colon in brackets and ends before a question mark, halves of a character
 * have no escapes, and no tab indents a block.
 */
final class DocumentTokens implements Scanner {

  /** What a directive is called, which kubectl never sees together with its document. */
  static final String DIRECTIVE = "a directive";

  /** What halves of a character are called. */
  static final String HALF = "escape character of half a character";

  private static final Pattern HALVES = Pattern.compile("\\\\(u|U0000)[dD][89a-fA-F]");

  private final Scanner scanner;
  private final String text;
  private final boolean directives;
  private final boolean halves;
  private final Deque<Token> ready = new ArrayDeque<>();
  private int brackets;
  // A place in the text in both counts; marks come in their order.
  private int characters;
  private int codePoints;

  /**
   * The tokens of a scanner.
   *
   * @param text what it scans
   * @param directives whether there may be some
   */
  DocumentTokens(Scanner scanner, String text, boolean directives) {
    this.scanner = scanner;
    this.text = text;
    this.directives = directives;
    this.halves = HALVES.matcher(text).find();
  }

  @Override
  public boolean checkToken(Token.ID... choices) {
    Token.ID next = peekToken().getTokenId();
    for (Token.ID choice : choices) {
      if (choice == next) {
        return true;
      }
    }
    return choices.length == 0;
  }

  @Override
  public Token peekToken() {
    if (ready.isEmpty()) {
      fill();
    }
    return ready.getFirst();
  }

  @Override
  public Token getToken() {
    Token token = peekToken();
    ready.removeFirst();
    return token;
  }

  @Override
  public void resetDocumentIndex() {
    scanner.resetDocumentIndex();
  }

  private void fill() {
    Token token = next();
    switch (token.getTokenId()) {
      case FlowMappingStart, FlowSequenceStart -> brackets++;
      case FlowMappingEnd, FlowSequenceEnd -> brackets--;
      case Directive -> checkDirective(token);
      case Key -> {
        if (brackets > 0 && scanner.checkToken(Token.ID.Scalar)) {
          Token scalar = next();
          if (!joined(scalar)) {
            ready.addFirst(token);
          }
          return;
        }
      }
      case Scalar -> {
        joined(token);
        return;
      }
      default -> {
        // As it is.
      }
    }
    ready.add(token);
  }

  // SnakeYAML's scanner makes a token when it is looked at.
  private Token next() {
    Token unused = scanner.peekToken();
    return scanner.getToken();
  }

  private void checkDirective(Token token) {
    if (!directives) {
      throw new ScannerException(null, null, DIRECTIVE, token.getStartMark());
    }
  }

  // Adds a text, together with the colon behind it where that belongs to it.
  private boolean joined(Token token) {
    ScalarToken scalar = (ScalarToken) token;
    check(scalar);
    if (brackets == 0 || !scalar.getPlain() || !scanner.checkToken(Token.ID.Value)) {
      ready.add(scalar);
      return false;
    }
    Token colon = next();
    Token next = scanner.peekToken();
    boolean together =
        isBehind(colon, scalar)
            && isBehind(next, colon)
            && next.getStartMark().getIndex() > colon.getStartMark().getIndex();
    if (!together || next.getTokenId() == Token.ID.StreamEnd) {
      ready.add(scalar);
      ready.add(colon);
      return false;
    }
    if (next.getTokenId() == Token.ID.FlowMappingStart
        || next.getTokenId() == Token.ID.FlowSequenceStart) {
      throw new ScannerException(
          "while parsing a flow mapping",
          scalar.getStartMark(),
          "expected ',' or '}', but got a bracket behind the text " + scalar.getValue() + ":",
          next.getStartMark());
    }
    ready.add(
        new ScalarToken(
            scalar.getValue() + ":",
            true,
            scalar.getStartMark(),
            colon.getEndMark(),
            ScalarStyle.PLAIN));
    return true;
  }

  private static boolean isBehind(Token token, Token before) {
    return token.getStartMark().getIndex() == before.getEndMark().getIndex();
  }

  private void check(ScalarToken scalar) {
    switch (scalar.getStyle()) {
      case PLAIN -> checkPlain(scalar);
      case DOUBLE_QUOTED -> {
        if (halves && HALVES.matcher(written(scalar)).find()) {
          throw new ScannerException(
              "while scanning a double-quoted scalar",
              scalar.getStartMark(),
              HALF,
              scalar.getStartMark());
        }
      }
      case LITERAL, FOLDED -> checkIndent(scalar);
      default -> {
        // Nothing differs.
      }
    }
  }

  private void checkPlain(ScalarToken scalar) {
    String value = scalar.getValue();
    if (brackets > 0 && value.indexOf('?') > 0) {
      throw new ScannerException(
          "while parsing a flow sequence",
          scalar.getStartMark(),
          "expected ',' or ']', but got ?",
          scalar.getStartMark());
    }
    if (scalar.getStartMark().getColumn() == 0 && value.startsWith(Document.MARK)) {
      throw new ScannerException(null, null, Document.MARK, scalar.getStartMark());
    }
  }

  // Where no number says how far a block is indented, its first line does.
  private void checkIndent(ScalarToken scalar) {
    String block = written(scalar);
    int header = 0;
    while (header < block.length() && "\n\r".indexOf(block.charAt(header)) < 0) {
      header++;
    }
    if (block.substring(0, header).replaceFirst("#.*", "").chars().anyMatch(Character::isDigit)) {
      return;
    }
    int at = header;
    while (at < block.length() && " \n\r".indexOf(block.charAt(at)) >= 0) {
      at++;
    }
    if (at < block.length() && block.charAt(at) == '\t') {
      String before = block.substring(0, at);
      int line = (int) before.chars().filter(c -> c == '\n').count();
      Mark start = scalar.getStartMark();
      Mark tab =
          new Mark(
              start.getName(),
              start.getIndex() + at,
              start.getLine() + line,
              at - 1 - before.lastIndexOf('\n'),
              new int[0],
              0);
      throw new ScannerException("while scanning a block scalar", start, "a TAB", tab);
    }
  }

  private String written(ScalarToken scalar) {
    int begin = index(scalar.getStartMark());
    return text.substring(begin, index(scalar.getEndMark()));
  }

  private int index(Mark mark) {
    if (mark.getIndex() < codePoints) {
      characters = 0;
      codePoints = 0;
    }
    characters = text.offsetByCodePoints(characters, mark.getIndex() - codePoints);
    codePoints = mark.getIndex();
    return characters;
  }
}
