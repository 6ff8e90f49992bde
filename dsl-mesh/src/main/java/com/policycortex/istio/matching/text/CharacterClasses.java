package com.policycortex.istio.matching.text;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The sets of characters that RE2 has names for, and what it takes for the same letter. */
final class CharacterClasses {

  static final CodePoints DIGIT = CodePoints.range('0', '9');
  static final CodePoints WORD =
      CodePoints.of(List.of(range('0', '9'), range('A', 'Z'), range('a', 'z'), range('_', '_')));
  static final CodePoints SPACE =
      CodePoints.of(List.of(range('\t', '\n'), range('\f', '\r'), range(' ', ' ')));

  private static final int[] NO_CATEGORIES = {};

  private CharacterClasses() {}

  /** {@code alpha} of {@code [[:alpha:]]}; null if there is none of this name. */
  static @Nullable CodePoints posix(String name) {
    return switch (name) {
      case "alnum" -> CodePoints.of(List.of(range('0', '9'), range('A', 'Z'), range('a', 'z')));
      case "alpha" -> CodePoints.of(List.of(range('A', 'Z'), range('a', 'z')));
      case "ascii" -> CodePoints.range(0, 0x7F);
      case "blank" -> CodePoints.of(List.of(range('\t', '\t'), range(' ', ' ')));
      case "cntrl" -> CodePoints.of(List.of(range(0, 0x1F), range(0x7F, 0x7F)));
      case "digit" -> DIGIT;
      case "graph" -> CodePoints.range('!', '~');
      case "lower" -> CodePoints.range('a', 'z');
      case "print" -> CodePoints.range(' ', '~');
      case "punct" ->
          CodePoints.of(
              List.of(range('!', '/'), range(':', '@'), range('[', '`'), range('{', '~')));
      case "space" -> SPACE.or(CodePoints.of(0x0B));
      case "upper" -> CodePoints.range('A', 'Z');
      case "word" -> WORD;
      case "xdigit" -> CodePoints.of(List.of(range('0', '9'), range('A', 'F'), range('a', 'f')));
      default -> null;
    };
  }

  /** {@code Lu} or {@code Greek} of {@code \p{Greek}}; null if there is none of this name. */
  static @Nullable CodePoints unicode(String name) {
    if (name.equals("Any")) {
      return CodePoints.ALL;
    }
    int[] categories = categories(name);
    if (categories.length > 0) {
      return CodePoints.where(
          c -> {
            int type = Character.getType(c);
            for (int category : categories) {
              if (type == category) {
                return true;
              }
            }
            return false;
          });
    }
    try {
      UnicodeScript script = UnicodeScript.forName(name);
      return CodePoints.where(c -> UnicodeScript.of(c) == script);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  /** With every character that differs in case only. */
  static CodePoints foldingCase(CodePoints points) {
    List<int[]> all = new ArrayList<>(points.ranges());
    for (Map.Entry<Integer, List<Integer>> same : Folds.SAME.entrySet()) {
      if (same.getValue().stream().anyMatch(points::contains)) {
        same.getValue().forEach(c -> all.add(range(c, c)));
      }
    }
    return CodePoints.of(all);
  }

  private static int[] range(int first, int last) {
    return new int[] {first, last};
  }

  private static int[] categories(String name) {
    return switch (name) {
      case "L" -> new int[] {1, 2, 3, 4, 5};
      case "Lu" -> new int[] {Character.UPPERCASE_LETTER};
      case "Ll" -> new int[] {Character.LOWERCASE_LETTER};
      case "Lt" -> new int[] {Character.TITLECASE_LETTER};
      case "Lm" -> new int[] {Character.MODIFIER_LETTER};
      case "Lo" -> new int[] {Character.OTHER_LETTER};
      case "M" -> new int[] {6, 7, 8};
      case "Mn" -> new int[] {Character.NON_SPACING_MARK};
      case "Me" -> new int[] {Character.ENCLOSING_MARK};
      case "Mc" -> new int[] {Character.COMBINING_SPACING_MARK};
      case "N" -> new int[] {9, 10, 11};
      case "Nd" -> new int[] {Character.DECIMAL_DIGIT_NUMBER};
      case "Nl" -> new int[] {Character.LETTER_NUMBER};
      case "No" -> new int[] {Character.OTHER_NUMBER};
      case "Z" -> new int[] {12, 13, 14};
      case "Zs" -> new int[] {Character.SPACE_SEPARATOR};
      case "Zl" -> new int[] {Character.LINE_SEPARATOR};
      case "Zp" -> new int[] {Character.PARAGRAPH_SEPARATOR};
      case "C" -> new int[] {15, 16, 18, 19};
      case "Cc" -> new int[] {Character.CONTROL};
      case "Cf" -> new int[] {Character.FORMAT};
      case "Co" -> new int[] {Character.PRIVATE_USE};
      case "Cs" -> new int[] {Character.SURROGATE};
      case "P" -> new int[] {20, 21, 22, 23, 24, 29, 30};
      case "Pd" -> new int[] {Character.DASH_PUNCTUATION};
      case "Ps" -> new int[] {Character.START_PUNCTUATION};
      case "Pe" -> new int[] {Character.END_PUNCTUATION};
      case "Pc" -> new int[] {Character.CONNECTOR_PUNCTUATION};
      case "Po" -> new int[] {Character.OTHER_PUNCTUATION};
      case "Pi" -> new int[] {Character.INITIAL_QUOTE_PUNCTUATION};
      case "Pf" -> new int[] {Character.FINAL_QUOTE_PUNCTUATION};
      case "S" -> new int[] {25, 26, 27, 28};
      case "Sm" -> new int[] {Character.MATH_SYMBOL};
      case "Sc" -> new int[] {Character.CURRENCY_SYMBOL};
      case "Sk" -> new int[] {Character.MODIFIER_SYMBOL};
      case "So" -> new int[] {Character.OTHER_SYMBOL};
      default -> NO_CATEGORIES;
    };
  }

  /** Characters that differ in case only, by the one that stands for them. */
  private static final class Folds {
    static final Map<Integer, List<Integer>> SAME = same();

    private static Map<Integer, List<Integer>> same() {
      Map<Integer, List<Integer>> all = new HashMap<>();
      for (int c = 0; c < 0x1F000; c++) {
        int lower = Character.toLowerCase(Character.toUpperCase(c));
        if (lower != c || Character.toUpperCase(c) != c) {
          all.computeIfAbsent(lower, key -> new ArrayList<>()).add(c);
        }
      }
      // Simple folding leaves the dotted and the dotless i alone.
      all.getOrDefault((int) 'i', new ArrayList<>())
          .removeIf(c -> !String.valueOf((char) (int) c).toLowerCase(Locale.ROOT).equals("i"));
      return all;
    }
  }
}
