package com.policycortex.istio.validation;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What Go's RE2 takes and RE2/J does not, or the other way round: a literal brace before an
 * operator, two groups of one name, newer names of Unicode classes, counted repetitions within each
 * other.
 */
final class RegexDialect {

  private static final int REPEATS = 1000;
  private static final int TOO_MANY = REPEATS + 1;
  private static final Set<String> CLASSES = unicodeClasses();

  private final String regex;
  private final StringBuilder words = new StringBuilder();
  private final Deque<int[]> groups = new ArrayDeque<>();
  // How often the last atom repeats, and the most of all atoms of the group.
  private int last = 1;
  private int most = 1;
  private boolean tooOften;
  private boolean foreign;
  private int names;

  private RegexDialect(String regex) {
    this.regex = regex;
  }

  static RegexDialect of(String regex) {
    RegexDialect dialect = new RegexDialect(regex);
    int at = 0;
    while (at < regex.length()) {
      at = dialect.next(at);
    }
    return dialect;
  }

  /** The same expression for RE2/J, as far as its syntax is judged. */
  String inWordsOfRe2j() {
    return words.toString();
  }

  /** True if nested counts multiply to more than 1000. */
  boolean repeatsTooOften() {
    return tooOften;
  }

  /** True if there is an escape or a class of Unicode that Go does not know. */
  boolean hasUnknownEscape() {
    return foreign;
  }

  private int next(int at) {
    char c = regex.charAt(at);
    return switch (c) {
      case '\\' -> escape(at);
      case '[' -> characterClass(at);
      case '(' -> open(at);
      case ')' -> close(at);
      case '{' -> brace(at);
      case '*', '+', '?' -> copy(at, at + 1);
      default -> {
        atom();
        yield copy(at, at + 1);
      }
    };
  }

  private int copy(int from, int to) {
    int end = Math.min(to, regex.length());
    words.append(regex, from, end);
    return end;
  }

  private void atom() {
    most = Math.max(most, last);
    last = 1;
  }

  private int escape(int at) {
    atom();
    if (regex.startsWith("\\Q", at)) {
      int end = regex.indexOf("\\E", at);
      return copy(at, end < 0 ? regex.length() : end + 2);
    }
    return unicodeClass(at, at + 2);
  }

  // Copies \p{Name} in words that RE2/J knows, and every other escape as it is.
  private int unicodeClass(int at, int plainEnd) {
    boolean named = regex.startsWith("\\p{", at) || regex.startsWith("\\P{", at);
    int end = regex.indexOf('}', at);
    if (named && end >= 0) {
      String name = regex.substring(at + 3, end);
      boolean known = CLASSES.contains(canonical(name.startsWith("^") ? name.substring(1) : name));
      foreign |= !known;
      words.append(known ? "\\pL" : regex.substring(at, end + 1));
      return end + 1;
    }
    boolean letter =
        (regex.startsWith("\\p", at) || regex.startsWith("\\P", at)) && at + 2 < regex.length();
    if (letter && CLASSES.contains(canonical(regex.substring(at + 2, at + 3)))) {
      words.append("\\pL");
      return at + 3;
    }
    foreign |= letter || (at + 1 < regex.length() && regex.charAt(at + 1) >= 0x80);
    return regex.startsWith("\\x{", at) && end >= 0 ? copy(at, end + 1) : copy(at, plainEnd);
  }

  private int characterClass(int at) {
    atom();
    int i = at + 1;
    if (i < regex.length() && regex.charAt(i) == '^') {
      i++;
    }
    if (i < regex.length() && regex.charAt(i) == ']') {
      i++;
    }
    i = copy(at, i);
    while (i < regex.length()) {
      char c = regex.charAt(i);
      if (c == ']') {
        return copy(i, i + 1);
      }
      if (c == '\\') {
        i = unicodeClass(i, i + 2);
      } else if (regex.startsWith("[:", i) && regex.indexOf(":]", i + 2) >= 0) {
        i = copy(i, regex.indexOf(":]", i + 2) + 2);
      } else if (c == '[') {
        words.append("\\[");
        i++;
      } else {
        i = copy(i, i + 1);
      }
    }
    return i;
  }

  private int open(int at) {
    int named = regex.startsWith("(?P<", at) ? at + 4 : regex.startsWith("(?<", at) ? at + 3 : -1;
    int end = named < 0 ? -1 : regex.indexOf('>', named);
    int to = at + 1;
    if (end > named) {
      copy(at, end);
      words.append('_').append(names++);
      to = copy(end, end + 1);
    } else if (regex.startsWith("(?", at)) {
      int flags = at + 2;
      while (flags < regex.length() && "imsU-".indexOf(regex.charAt(flags)) >= 0) {
        flags++;
      }
      if (flags < regex.length() && regex.charAt(flags) == ')') {
        return copy(at, flags + 1); // only sets flags
      }
      to = copy(at, flags + 1);
    } else {
      copy(at, to);
    }
    atom();
    groups.push(new int[] {most});
    most = 1;
    return to;
  }

  private int close(int at) {
    atom();
    int inner = most;
    most = groups.isEmpty() ? 1 : groups.pop()[0];
    last = inner;
    return copy(at, at + 1);
  }

  private int brace(int at) {
    int end = regex.indexOf('}', at);
    int[] counts = end < 0 ? null : counts(regex.substring(at + 1, end));
    if (counts == null) {
      atom();
      words.append("\\{");
      return at + 1;
    }
    repeat(counts[0], counts[1]);
    boolean good = counts[0] <= REPEATS && counts[1] <= REPEATS;
    if (!good || (counts[1] >= 0 && counts[0] > counts[1])) {
      return copy(at, end + 1);
    }
    words.append("{1}"); // any other good count is as good, and RE2/J would write it out
    return end + 1;
  }

  private void repeat(int minimum, int maximum) {
    if (maximum == 0) {
      last = 1;
      return;
    }
    int times = Math.max(1, maximum < 0 ? minimum : maximum);
    last = (int) Math.min(TOO_MANY, (long) last * times);
    boolean counted = minimum >= 2 || maximum >= 2;
    tooOften |= counted && last > REPEATS;
  }

  // {2} {2,} {2,5}: the least and the most, -1 for no end; null if the brace is a literal.
  private static int @Nullable [] counts(String text) {
    int comma = text.indexOf(',');
    String least = comma < 0 ? text : text.substring(0, comma);
    String most = comma < 0 ? least : text.substring(comma + 1);
    if (!isCount(least) || !(most.isEmpty() || isCount(most))) {
      return null;
    }
    return new int[] {number(least), most.isEmpty() ? -1 : number(most)};
  }

  private static boolean isCount(String text) {
    return Text.isDigits(text) && (text.length() == 1 || text.charAt(0) != '0');
  }

  private static int number(String digits) {
    return digits.length() > 6 ? TOO_MANY : Integer.parseInt(digits);
  }

  private static String canonical(String name) {
    for (int i = 0; i < name.length(); i++) {
      if (name.charAt(i) >= 0x80) {
        return ""; // another letter's lower case may be one of ASCII
      }
    }
    return name.replace("_", "").replace("-", "").replace(" ", "").toLowerCase(Locale.ROOT);
  }

  // Those of Go 1.26, which finds no script whose name has several words.
  private static Set<String> unicodeClasses() {
    String scripts =
        "adlam ahom arabic armenian avestan balinese bamum batak bengali bhaiksuki bopomofo brahmi"
            + " braille buginese buhid carian chakma cham cherokee chorasmian common coptic"
            + " cuneiform cypriot cyrillic deseret devanagari dogra duployan elbasan elymaic"
            + " ethiopic georgian glagolitic gothic grantha greek gujarati gurmukhi han hangul"
            + " hanunoo hatran hebrew hiragana inherited javanese kaithi kannada katakana kawi"
            + " kharoshthi khmer khojki khudawadi lao latin lepcha limbu lisu lycian lydian"
            + " mahajani makasar malayalam mandaic manichaean marchen medefaidrin miao modi"
            + " mongolian mro multani myanmar nabataean nandinagari newa nko nushu ogham oriya"
            + " osage osmanya palmyrene phoenician rejang runic samaritan saurashtra sharada"
            + " shavian siddham sinhala sogdian soyombo sundanese syriac tagalog tagbanwa takri"
            + " tamil tangsa tangut telugu thaana thai tibetan tifinagh tirhuta toto ugaritic vai"
            + " vithkuqi wancho yezidi yi";
    String categories =
        "any ascii assigned l lu ll lt lm lo lc m mn mc me n nd nl no p pc pd ps pe pi pf po s sm"
            + " sc sk so z zs zl zp c cc cf co cs cn letter uppercaseletter lowercaseletter"
            + " titlecaseletter casedletter modifierletter otherletter mark combiningmark"
            + " nonspacingmark spacingmark enclosingmark number decimalnumber digit letternumber"
            + " othernumber punctuation punct connectorpunctuation dashpunctuation"
            + " openpunctuation closepunctuation initialpunctuation finalpunctuation"
            + " otherpunctuation symbol mathsymbol currencysymbol modifiersymbol othersymbol"
            + " separator spaceseparator lineseparator paragraphseparator other control cntrl"
            + " format surrogate privateuse unassigned";
    return Set.of((scripts + " " + categories).split(" "));
  }
}
