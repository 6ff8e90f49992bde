package com.policycortex.istio.matching.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads regular expressions as RE2 does, as far as they decide whether a whole text matches: groups
 * and laziness make no difference there.
 */
final class Re2Parser {

  private static final int MOST_REPEATS = 1000;

  private final String text;
  private int at;
  private boolean ignoreCase;
  private boolean dotTakesAll;

  private Re2Parser(String text) {
    this.text = text;
  }

  static Expression parse(String text) throws UnreadableException {
    Re2Parser parser = new Re2Parser(text);
    Expression all = parser.choice();
    if (parser.at < text.length()) {
      throw new UnreadableException("a closing parenthesis has no opening one");
    }
    return all;
  }

  private Expression choice() throws UnreadableException {
    List<Expression> parts = new ArrayList<>();
    parts.add(sequence());
    while (looksAt("|")) {
      at++;
      parts.add(sequence());
    }
    return parts.size() == 1 ? parts.get(0) : new Expression.Choice(parts);
  }

  private Expression sequence() throws UnreadableException {
    List<Expression> parts = new ArrayList<>();
    while (at < text.length() && !looksAt("|") && !looksAt(")")) {
      if (looksAt("\\Q")) {
        quoted(parts);
        continue;
      }
      Expression atom = atom();
      parts.add(repeated(atom));
    }
    return parts.size() == 1 ? parts.get(0) : new Expression.Sequence(parts);
  }

  // What stands between \Q and \E; an operator behind it is of the last character.
  private void quoted(List<Expression> parts) throws UnreadableException {
    int end = text.indexOf("\\E", at);
    String literal = text.substring(at + 2, end < 0 ? text.length() : end);
    at = end < 0 ? text.length() : end + 2;
    literal.codePoints().forEach(c -> parts.add(one(CodePoints.of(c))));
    if (!literal.isEmpty()) {
      parts.add(repeated(parts.remove(parts.size() - 1)));
    }
  }

  private Expression repeated(Expression atom) throws UnreadableException {
    Expression all = atom;
    boolean operated = false;
    while (at < text.length()) {
      int start = at;
      int[] times = times();
      if (times.length == 0) {
        break;
      }
      if (operated) {
        throw new UnreadableException("an operator repeats an operator");
      }
      if (atom instanceof Expression.Assertion) {
        // RE2 takes it; what it would mean is more than a language tells.
        throw new UnreadableException("an operator repeats a place: " + text.substring(start, at));
      }
      operated = true;
      if (looksAt("?")) {
        at++;
      }
      all = new Expression.Repeat(all, times[0], times[1]);
    }
    return all;
  }

  // The operator at this place: at least, at most; nothing if there is none.
  private int[] times() throws UnreadableException {
    return switch (text.charAt(at)) {
      case '*' -> times(0, Expression.Repeat.NO_END);
      case '+' -> times(1, Expression.Repeat.NO_END);
      case '?' -> times(0, 1);
      case '{' -> counts();
      default -> new int[0];
    };
  }

  private int[] times(int least, int most) {
    at++;
    return new int[] {least, most};
  }

  private int[] counts() throws UnreadableException {
    int end = text.indexOf('}', at);
    if (end < 0) {
      return new int[0];
    }
    String inner = text.substring(at + 1, end);
    int comma = inner.indexOf(',');
    String least = comma < 0 ? inner : inner.substring(0, comma);
    String most = comma < 0 ? least : inner.substring(comma + 1);
    if (!isNumber(least) || !(most.isEmpty() || isNumber(most))) {
      return new int[0]; // a brace that stands for itself
    }
    int from = number(least);
    int to = most.isEmpty() ? Expression.Repeat.NO_END : number(most);
    if (from > MOST_REPEATS || to > MOST_REPEATS || (to >= 0 && to < from)) {
      throw new UnreadableException("RE2 has no such count: {" + inner + "}");
    }
    at = end + 1;
    return new int[] {from, to};
  }

  private static boolean isNumber(String digits) {
    return !digits.isEmpty()
        && digits.length() <= 6
        && digits.chars().allMatch(Ascii::isDigit)
        && (digits.length() == 1 || digits.charAt(0) != '0');
  }

  private static int number(String digits) {
    return Integer.parseInt(digits);
  }

  private Expression atom() throws UnreadableException {
    int c = text.codePointAt(at);
    return switch (c) {
      case '(' -> group();
      case '[' -> one(new ClassReader().read());
      case '.' -> {
        at++;
        yield one(dotTakesAll ? CodePoints.ALL : CodePoints.of('\n').not());
      }
      // With (?m) too: no text has a second line.
      case '^' -> place(1, Expression.Assertion.BEGIN);
      case '$' -> place(1, Expression.Assertion.END);
      case '\\' -> escape();
      case '*', '+', '?' -> throw new UnreadableException("an operator has nothing to repeat");
      default -> {
        at += Character.charCount(c);
        yield one(CodePoints.of(c));
      }
    };
  }

  private Expression place(int length, Expression.Assertion assertion) {
    at += length;
    return assertion;
  }

  private Expression.One one(CodePoints points) {
    return new Expression.One(ignoreCase ? CharacterClasses.foldingCase(points) : points);
  }

  private Expression group() throws UnreadableException {
    boolean outerCase = ignoreCase;
    boolean outerDot = dotTakesAll;
    at++;
    if (looksAt("?")) {
      at++;
      if (!groupHead()) {
        return new Expression.Sequence(List.of()); // only set flags, for what follows
      }
    }
    Expression inner = choice();
    if (!looksAt(")")) {
      throw new UnreadableException("a parenthesis is not closed");
    }
    at++;
    ignoreCase = outerCase;
    dotTakesAll = outerDot;
    return inner;
  }

  // Behind "(?": a name or flags. False if the group ended there.
  private boolean groupHead() throws UnreadableException {
    if (looksAt("P<") || looksAt("<")) {
      int end = text.indexOf('>', at);
      if (end < 0) {
        throw new UnreadableException("a group's name is not closed");
      }
      at = end + 1;
      return true;
    }
    boolean on = true;
    while (at < text.length()) {
      char flag = text.charAt(at++);
      switch (flag) {
        case 'i' -> ignoreCase = on;
        case 's' -> dotTakesAll = on;
        case 'm', 'U' -> {}
        case '-' -> on = false;
        case ':' -> {
          return true;
        }
        case ')' -> {
          return false;
        }
        default -> throw new UnreadableException("RE2 has no group (?" + flag);
      }
    }
    throw new UnreadableException("a parenthesis is not closed");
  }

  private Expression escape() throws UnreadableException {
    if (at + 1 >= text.length()) {
      throw new UnreadableException("a backslash has nothing behind it");
    }
    return switch (text.charAt(at + 1)) {
      case 'A' -> place(2, Expression.Assertion.BEGIN);
      case 'z' -> place(2, Expression.Assertion.END);
      case 'b' -> place(2, Expression.Assertion.WORD_BOUNDARY);
      case 'B' -> place(2, Expression.Assertion.NO_WORD_BOUNDARY);
      default -> one(new ClassReader().escaped());
    };
  }

  private boolean looksAt(String words) {
    return text.startsWith(words, at);
  }

  /** Reads sets of characters. */
  private final class ClassReader {

    CodePoints read() throws UnreadableException {
      at++;
      boolean negated = looksAt("^");
      if (negated) {
        at++;
      }
      List<int[]> ranges = new ArrayList<>();
      boolean first = true;
      while (first || !looksAt("]")) {
        if (at >= text.length()) {
          throw new UnreadableException("a bracket is not closed");
        }
        ranges.addAll(member().ranges());
        first = false;
      }
      at++;
      return folded(CodePoints.of(ranges), negated);
    }

    // Envoy's RE2 folds case before it negates, in every kind of set.
    private CodePoints folded(CodePoints points, boolean negated) {
      CodePoints all = ignoreCase ? CharacterClasses.foldingCase(points) : points;
      return negated ? all.not() : all;
    }

    // A named set, a single character or a range.
    private CodePoints member() throws UnreadableException {
      if (looksAt("[:")) {
        int end = text.indexOf(":]", at);
        if (end >= 0) {
          return named(end);
        }
      }
      int start = at;
      CodePoints low = looksAt("\\") ? escaped() : plain();
      boolean range = looksAt("-") && at + 1 < text.length() && text.charAt(at + 1) != ']';
      if (!range || low.single() < 0) {
        return low;
      }
      at++;
      CodePoints high = looksAt("\\") ? escaped() : plain();
      if (high.single() < low.single()) {
        throw new UnreadableException(
            "a range ends before it begins: " + text.substring(start, at));
      }
      return CodePoints.range(low.single(), high.single());
    }

    private CodePoints named(int end) throws UnreadableException {
      String name = text.substring(at + 2, end);
      boolean negated = name.startsWith("^");
      CodePoints points = CharacterClasses.posix(negated ? name.substring(1) : name);
      if (points == null) {
        throw new UnreadableException("there is no class [:" + name + ":]");
      }
      at = end + 2;
      return folded(points, negated);
    }

    private CodePoints plain() {
      int c = text.codePointAt(at);
      at += Character.charCount(c);
      return CodePoints.of(c);
    }

    /** What a backslash and what follows it stand for. */
    CodePoints escaped() throws UnreadableException {
      if (at + 1 >= text.length()) {
        throw new UnreadableException("a backslash has nothing behind it");
      }
      int c = text.codePointAt(at + 1);
      at += 1 + Character.charCount(c);
      return switch (c) {
        case 'd' -> CharacterClasses.DIGIT;
        case 'D' -> folded(CharacterClasses.DIGIT, true);
        case 's' -> CharacterClasses.SPACE;
        case 'S' -> folded(CharacterClasses.SPACE, true);
        case 'w' -> CharacterClasses.WORD;
        case 'W' -> folded(CharacterClasses.WORD, true);
        case 'p', 'P' -> property(c == 'P');
        case 'a' -> CodePoints.of(0x07);
        case 'f' -> CodePoints.of('\f');
        case 't' -> CodePoints.of('\t');
        case 'n' -> CodePoints.of('\n');
        case 'r' -> CodePoints.of('\r');
        case 'v' -> CodePoints.of(0x0B);
        case 'x' -> hexadecimal();
        case '0' -> octal(0);
        default -> {
          boolean digit = c >= '1' && c <= '7';
          if (digit && at < text.length() && isOctal(text.charAt(at))) {
            yield octal(c - '0');
          }
          if (c >= 0x80 || Ascii.isLetter(c) || Ascii.isDigit(c)) {
            throw new UnreadableException("RE2 has no \\" + Character.toString(c));
          }
          yield CodePoints.of(c);
        }
      };
    }

    private CodePoints property(boolean capital) throws UnreadableException {
      boolean negated = capital;
      String name;
      if (looksAt("{")) {
        int end = text.indexOf('}', at);
        if (end < 0) {
          throw new UnreadableException("the name of a class is not closed");
        }
        name = text.substring(at + 1, end);
        at = end + 1;
      } else {
        if (at >= text.length()) {
          throw new UnreadableException("a class has no name");
        }
        int c = text.codePointAt(at);
        at += Character.charCount(c);
        name = Character.toString(c);
      }
      if (name.startsWith("^")) {
        negated = !negated;
        name = name.substring(1);
      }
      CodePoints points = CharacterClasses.unicode(name);
      if (points == null) {
        throw new UnreadableException("there is no class \\p{" + name + "}");
      }
      return folded(points, negated);
    }

    private CodePoints hexadecimal() throws UnreadableException {
      int end = at + 2;
      int next = end;
      int from = at;
      if (looksAt("{")) {
        from = at + 1;
        end = text.indexOf('}', at);
        next = end + 1;
      }
      try {
        int code = Integer.parseInt(text.substring(from, Math.max(from, end)), 16);
        if (code < 0 || code > Character.MAX_CODE_POINT) {
          throw new UnreadableException("there is no such character");
        }
        at = next;
        return CodePoints.of(code);
      } catch (NumberFormatException | IndexOutOfBoundsException e) {
        throw new UnreadableException("\\x needs two digits, or some in braces");
      }
    }

    private CodePoints octal(int first) {
      int code = first;
      for (int digits = 1; digits < 3 && at < text.length(); digits++) {
        if (!isOctal(text.charAt(at))) {
          break;
        }
        code = code * 8 + (text.charAt(at++) - '0');
      }
      return CodePoints.of(code);
    }

    private static boolean isOctal(char c) {
      return c >= '0' && c <= '7';
    }
  }
}
