package com.policycortex.istio.validation;

import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The grammar of CEL, Google's Common Expression Language: whether an expression can be read, not
 * whether its names mean anything.
 */
final class CelSyntax {

  private static final int DEPTH = 250;
  private static final int LENGTH = 100_000;
  private static final Set<String> RESERVED =
      Set.of(
          "as",
          "break",
          "const",
          "continue",
          "else",
          "for",
          "function",
          "if",
          "import",
          "let",
          "loop",
          "package",
          "namespace",
          "return",
          "var",
          "void",
          "while");
  private static final List<String> RELATIONS = List.of("<=", ">=", "==", "!=", "<", ">");

  private enum Shape {
    NAME,
    SELECT,
    OTHER
  }

  private final String text;
  private int at;
  private int depth;
  private int operators;
  private boolean negative;
  private boolean signed;
  // What was read last, for macros: they take names and fields only.
  private Shape shape = Shape.OTHER;
  private String name = "";
  private boolean qualified;
  // The arguments of the call that was read last.
  private int count;
  private Shape first = Shape.OTHER;
  private String firstName = "";

  private CelSyntax(String text) {
    this.text = text;
  }

  /** Null for a good expression, else what is wrong with it. */
  static @Nullable String problem(String expression) {
    if (Text.length(expression) > LENGTH) {
      return "The expression has more than " + LENGTH + " characters";
    }
    CelSyntax syntax = new CelSyntax(expression);
    if (syntax.expression() && syntax.atEnd()) {
      return null;
    }
    return Text.quote(expression)
        + " is not an expression of CEL: it cannot be read from position "
        + syntax.at;
  }

  private boolean expression() {
    if (++depth > DEPTH) {
      return false;
    }
    boolean good = or();
    if (good && take("?")) {
      good = or() && take(":") && expression();
      shape = Shape.OTHER;
    }
    depth--;
    return good;
  }

  private boolean or() {
    int before = operators;
    do {
      do {
        if (!relation()) {
          return false;
        }
      } while (operator("&&"));
    } while (operator("||"));
    if (operators > before) {
      shape = Shape.OTHER;
    }
    return true;
  }

  private boolean operator(String token) {
    if (take(token)) {
      operators++;
      return true;
    }
    return false;
  }

  private boolean relation() {
    int relations = 0;
    int before = operators;
    do {
      int calculations = 0;
      do {
        if (!unary() || calculations > DEPTH) {
          return false;
        }
        calculations++;
      } while (arithmetic());
      relations++;
    } while (relationOperator() && relations <= DEPTH);
    if (operators > before) {
      shape = Shape.OTHER;
    }
    return relations <= DEPTH + 1;
  }

  private boolean arithmetic() {
    return operator("+") || operator("-") || operator("*") || operator("/") || operator("%");
  }

  private boolean relationOperator() {
    for (String operator : RELATIONS) {
      if (operator(operator)) {
        return true;
      }
    }
    if (takeWord("in")) {
      operators++;
      return true;
    }
    return false;
  }

  private boolean unary() {
    int before = at;
    int minuses = 0;
    signed = false;
    if (take("!")) {
      while (take("!")) {}
      signed = takeSign();
    } else {
      while (take("-")) {
        minuses++;
      }
    }
    boolean prefixed = at > before && minuses != 0;
    negative = minuses == 1 || signed;
    boolean good = member();
    if (prefixed || (good && text.startsWith("!", before))) {
      shape = Shape.OTHER;
    }
    return good;
  }

  // Behind an exclamation mark, a minus is the sign of a number and no operator.
  private boolean takeSign() {
    int before = at;
    if (take("-")) {
      skip();
      if (isNumber()) {
        return true;
      }
      at = before;
    }
    return false;
  }

  private boolean isNumber() {
    return isDigit(at) || (at < text.length() && text.charAt(at) == '.' && isDigit(at + 1));
  }

  private boolean isDigit(int i) {
    return i < text.length() && Text.isDigit(text.charAt(i));
  }

  private boolean member() {
    if (!primary()) {
      return false;
    }
    for (int steps = 0; steps <= DEPTH; steps++) {
      if (take(".")) {
        if (!step()) {
          return false;
        }
      } else if (take("[")) {
        if (!expression() || !take("]")) {
          return false;
        }
        shape = Shape.OTHER;
        qualified = false;
      } else if (qualified && take("{")) {
        if (!message()) {
          return false;
        }
        shape = Shape.OTHER;
        qualified = false;
      } else {
        return true;
      }
    }
    return false;
  }

  private boolean step() {
    boolean names = qualified;
    skip();
    boolean plain = at < text.length() && text.charAt(at) != '`';
    int from = at;
    if (!selector()) {
      return false;
    }
    String name = text.substring(from, at);
    if (!take("(")) {
      shape = Shape.SELECT;
      qualified = names && plain;
      return true;
    }
    boolean good = plain && arguments(")") && isGoodMacro(name);
    shape = Shape.OTHER;
    qualified = false;
    return good;
  }

  // Macros over a list bind a name, which nothing else can stand for.
  private boolean isGoodMacro(String name) {
    boolean macro =
        switch (name) {
          case "all", "exists", "exists_one", "filter" -> count == 2;
          case "map" -> count == 2 || count == 3;
          default -> false;
        };
    return !macro || (first == Shape.NAME && !firstName.equals("__result__"));
  }

  private boolean primary() {
    qualified = false;
    if (take("(")) {
      boolean good = expression() && take(")");
      qualified = false;
      return good;
    }
    shape = Shape.OTHER;
    if (take("[")) {
      return arguments("]") && other();
    }
    if (take("{")) {
      return entries() && other();
    }
    skip();
    if (isNumber()) {
      return number();
    }
    if (stringStart() >= 0) {
      return string();
    }
    boolean rooted = take(".");
    String word = word();
    if (word.isEmpty() || RESERVED.contains(word) || word.equals("in")) {
      return false;
    }
    if (isLiteral(word)) {
      return !rooted;
    }
    if (take("(")) {
      boolean good = arguments(")");
      boolean presence = !rooted && word.equals("has") && count == 1;
      if (!good || (presence && first != Shape.SELECT)) {
        return false;
      }
      other();
      shape = presence ? Shape.SELECT : Shape.OTHER; // what asks for a field is the field again
      return true;
    }
    shape = Shape.NAME;
    name = word;
    qualified = true;
    return true;
  }

  private boolean other() {
    shape = Shape.OTHER;
    qualified = false;
    return true;
  }

  private boolean message() {
    if (take(",")) {
      return take("}");
    }
    while (!take("}")) {
      if (!selector() || !take(":") || !expression() || !(take(",") || peek("}"))) {
        return false;
      }
    }
    return true;
  }

  private boolean entries() {
    if (take(",")) {
      return take("}");
    }
    while (!take("}")) {
      if (!expression() || !take(":") || !expression() || !(take(",") || peek("}"))) {
        return false;
      }
    }
    return true;
  }

  private boolean arguments(String end) {
    int arguments = 0;
    Shape shapeOfFirst = Shape.OTHER;
    String nameOfFirst = "";
    if (end.equals("]") && take(",")) {
      return take(end); // a list may consist of a comma
    }
    while (!take(end)) {
      if (!expression() || !(take(",") || peek(end))) {
        return false;
      }
      if (arguments++ == 0) {
        shapeOfFirst = shape;
        nameOfFirst = name;
      }
      // A call takes no trailing comma, a list does.
      if (end.equals(")") && text.charAt(at - 1) == ',' && peek(end)) {
        return false;
      }
    }
    count = arguments;
    first = shapeOfFirst;
    firstName = nameOfFirst;
    return true;
  }

  private boolean selector() {
    skip();
    if (at < text.length() && text.charAt(at) == '`') {
      int end = at + 1;
      while (end < text.length() && isEscaped(text.charAt(end))) {
        end++;
      }
      if (end == at + 1 || end == text.length() || text.charAt(end) != '`') {
        return false;
      }
      at = end + 1;
      return true;
    }
    String word = word();
    return !word.isEmpty() && !word.equals("in") && !isLiteral(word);
  }

  private static boolean isEscaped(char c) {
    return Text.isLetterOrDigit(c) || "_.-/ ".indexOf(c) >= 0;
  }

  private static boolean isLiteral(String word) {
    return word.equals("true") || word.equals("false") || word.equals("null");
  }

  private String word() {
    skip();
    int from = at;
    while (at < text.length()
        && (Text.isLetter(text.charAt(at))
            || text.charAt(at) == '_'
            || (at > from && Text.isDigit(text.charAt(at))))) {
      at++;
    }
    return text.substring(from, at);
  }

  private boolean number() {
    int from = at;
    boolean hex = text.startsWith("0x", at);
    if (hex) {
      at += 2;
      int digits = at;
      while (at < text.length() && Character.digit(text.charAt(at), 16) >= 0) {
        at++;
      }
      return at > digits && integer(text.substring(digits, at), 16);
    }
    digits();
    boolean real = at < text.length() && text.charAt(at) == '.' && isDigit(at + 1);
    if (real) {
      at++;
      digits();
    }
    boolean power = exponent();
    return (real || power)
        ? Double.isFinite(Double.parseDouble(text.substring(from, at)))
        : integer(text.substring(from, at), 10);
  }

  private boolean exponent() {
    if (at >= text.length() || (text.charAt(at) != 'e' && text.charAt(at) != 'E')) {
      return false;
    }
    int mark = at++;
    if (at < text.length() && (text.charAt(at) == '+' || text.charAt(at) == '-')) {
      at++;
    }
    if (!isDigit(at)) {
      at = mark;
      return false;
    }
    digits();
    return true;
  }

  private boolean integer(String digits, int radix) {
    BigInteger value = new BigInteger(digits, radix);
    if (at < text.length() && (text.charAt(at) == 'u' || text.charAt(at) == 'U')) {
      at++;
      return !signed && value.bitLength() <= Long.SIZE;
    }
    BigInteger limit = BigInteger.ONE.shiftLeft(Long.SIZE - 1);
    return value.compareTo(limit) < (negative ? 1 : 0);
  }

  private void digits() {
    while (isDigit(at)) {
      at++;
    }
  }

  // Where the quote of a string literal is, behind b and r; -1 if there is none here.
  private int stringStart() {
    int i = at;
    if (i < text.length() && "bB".indexOf(text.charAt(i)) >= 0) {
      i++;
    }
    if (i < text.length() && "rR".indexOf(text.charAt(i)) >= 0) {
      i++;
    }
    return i < text.length() && (text.charAt(i) == '"' || text.charAt(i) == '\'') ? i : -1;
  }

  private boolean string() {
    int quote = stringStart();
    String prefix = text.substring(at, quote).toLowerCase(Locale.ROOT);
    String one = text.substring(quote, quote + 1);
    String end = text.startsWith(one.repeat(3), quote) ? one.repeat(3) : one;
    int i = quote + end.length();
    while (i < text.length()) {
      if (text.startsWith(end, i)) {
        at = i + end.length();
        return true;
      }
      char c = text.charAt(i);
      if (end.length() == 1 && (c == '\n' || c == '\r')) {
        return false;
      }
      int length = c == '\\' && !prefix.endsWith("r") ? escape(i, prefix.startsWith("b")) : 1;
      if (length == 0) {
        at = i;
        return false;
      }
      i += length;
    }
    return false;
  }

  // The length of the escape here; 0 if there is no such escape.
  private int escape(int start, boolean bytes) {
    char kind = start + 1 < text.length() ? text.charAt(start + 1) : ' ';
    return switch (kind) {
      case 'a', 'b', 'f', 'n', 'r', 't', 'v', '"', '\'', '\\', '?', '`' -> 2;
      case 'x', 'X' -> code(start, 2) >= 0 ? 4 : 0;
      case 'u' -> isScalar(code(start, 4)) && !bytes ? 6 : 0;
      case 'U' -> isScalar(code(start, 8)) && !bytes ? 10 : 0;
      case '0', '1', '2', '3' -> isOctal(start + 2) && isOctal(start + 3) ? 4 : 0;
      default -> 0;
    };
  }

  private boolean isOctal(int i) {
    return i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '7';
  }

  private long code(int start, int digits) {
    int end = start + 2 + digits;
    if (end > text.length()) {
      return -1;
    }
    long code = 0;
    for (int i = start + 2; i < end; i++) {
      int digit = Character.digit(text.charAt(i), 16);
      if (digit < 0) {
        return -1;
      }
      code = 16 * code + digit;
    }
    return code;
  }

  private static boolean isScalar(long code) {
    return code >= 0 && code <= Character.MAX_CODE_POINT && (code < 0xD800 || code > 0xDFFF);
  }

  private boolean takeWord(String word) {
    skip();
    int end = at + word.length();
    boolean ends =
        end >= text.length()
            || !(Text.isLetterOrDigit(text.charAt(end)) || text.charAt(end) == '_');
    if (text.startsWith(word, at) && ends) {
      at = end;
      return true;
    }
    return false;
  }

  private boolean take(String token) {
    if (peek(token)) {
      at += token.length();
      return true;
    }
    return false;
  }

  private boolean peek(String token) {
    skip();
    return text.startsWith(token, at);
  }

  private boolean atEnd() {
    skip();
    return at >= text.length();
  }

  private void skip() {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '/' && text.startsWith("//", at)) {
        int end = text.indexOf('\n', at);
        at = end < 0 ? text.length() : end;
      } else if (c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f') {
        at++;
      } else {
        return;
      }
    }
  }
}
