package com.policycortex.istio.validation;

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

  private final String text;
  private int at;
  private int depth;

  private CelSyntax(String text) {
    this.text = text;
  }

  /** Null for a good expression, else what is wrong with it. */
  static @Nullable String problem(String expression) {
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
    }
    depth--;
    return good;
  }

  private boolean or() {
    do {
      do {
        if (!relation()) {
          return false;
        }
      } while (take("&&"));
    } while (take("||"));
    return true;
  }

  private boolean relation() {
    do {
      do {
        if (!unary()) {
          return false;
        }
      } while (arithmetic());
    } while (relationOperator());
    return true;
  }

  private boolean arithmetic() {
    return take("+") || take("-") || take("*") || take("/") || take("%");
  }

  private boolean relationOperator() {
    for (String operator : RELATIONS) {
      if (take(operator)) {
        return true;
      }
    }
    return takeWord("in");
  }

  private boolean unary() {
    if (take("!")) {
      while (take("!")) {}
    } else {
      while (take("-")) {}
    }
    return member();
  }

  private boolean member() {
    if (!primary()) {
      return false;
    }
    while (true) {
      if (take(".")) {
        take("?");
        if (!selector() || (take("(") && !arguments(")"))) {
          return false;
        }
      } else if (take("[")) {
        take("?");
        if (!expression() || !take("]")) {
          return false;
        }
      } else {
        return true;
      }
    }
  }

  private boolean primary() {
    if (take("(")) {
      return expression() && take(")");
    }
    if (take("[")) {
      return arguments("]");
    }
    if (take("{")) {
      return entries();
    }
    skip();
    if (at >= text.length()) {
      return false;
    }
    char c = text.charAt(at);
    if (Text.isDigit(c)
        || (c == '.' && at + 1 < text.length() && Text.isDigit(text.charAt(at + 1)))) {
      return number();
    }
    if (stringStart() >= 0) {
      return string();
    }
    take(".");
    String word = word();
    if (word.isEmpty() || RESERVED.contains(word) || word.equals("in")) {
      return false;
    }
    if (take("(")) {
      return arguments(")");
    }
    return !peek("{") || message();
  }

  private boolean message() {
    take("{");
    while (!take("}")) {
      take("?");
      if (!selector() || !take(":") || !expression() || !(take(",") || peek("}"))) {
        return false;
      }
    }
    return true;
  }

  private boolean entries() {
    while (!take("}")) {
      take("?");
      if (!expression() || !take(":") || !expression() || !(take(",") || peek("}"))) {
        return false;
      }
    }
    return true;
  }

  private boolean arguments(String end) {
    while (!take(end)) {
      if (end.equals("]")) {
        take("?");
      }
      if (!expression() || !(take(",") || peek(end))) {
        return false;
      }
      // A call takes no trailing comma, a list does.
      if (end.equals(")") && text.charAt(at - 1) == ',' && peek(end)) {
        return false;
      }
    }
    return true;
  }

  private boolean selector() {
    skip();
    if (at < text.length() && text.charAt(at) == '`') {
      int end = text.indexOf('`', at + 1);
      if (end < at + 2) {
        return false;
      }
      at = end + 1;
      return true;
    }
    String word = word();
    return !word.isEmpty() && !word.equals("in") && !isLiteral(word);
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
    if (text.startsWith("0x", at)) {
      int from = at + 2;
      at = from;
      while (at < text.length() && Character.digit(text.charAt(at), 16) >= 0) {
        at++;
      }
      takeUnsigned();
      return at > from;
    }
    digits();
    boolean real =
        at + 1 < text.length() && text.charAt(at) == '.' && Text.isDigit(text.charAt(at + 1));
    if (real) {
      at++;
      digits();
    }
    if (at < text.length() && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
      int mark = at++;
      if (at < text.length() && (text.charAt(at) == '+' || text.charAt(at) == '-')) {
        at++;
      }
      if (at >= text.length() || !Text.isDigit(text.charAt(at))) {
        at = mark;
        return true;
      }
      digits();
      return true;
    }
    if (!real) {
      takeUnsigned();
    }
    return true;
  }

  private void takeUnsigned() {
    if (at < text.length() && (text.charAt(at) == 'u' || text.charAt(at) == 'U')) {
      at++;
    }
  }

  private void digits() {
    while (at < text.length() && Text.isDigit(text.charAt(at))) {
      at++;
    }
  }

  // Where the quote of a string literal is, behind r and b; -1 if there is none here.
  private int stringStart() {
    int i = at;
    while (i < text.length() && i < at + 2 && "rRbB".indexOf(text.charAt(i)) >= 0) {
      i++;
    }
    return i < text.length() && (text.charAt(i) == '"' || text.charAt(i) == '\'') ? i : -1;
  }

  private boolean string() {
    int quote = stringStart();
    boolean raw = text.substring(at, quote).toLowerCase(Locale.ROOT).indexOf('r') >= 0;
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
      if (c == '\\' && !raw) {
        if (i + 1 >= text.length()
            || "abfnrtv\"'\\?`xXuU01234567".indexOf(text.charAt(i + 1)) < 0) {
          at = i;
          return false;
        }
        i++;
      }
      i++;
    }
    return false;
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
