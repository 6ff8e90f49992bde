package com.policycortex.istio.yaml;

import com.policycortex.istio.yaml.Document.Form;
import com.policycortex.istio.yaml.Node.Entry;
import com.policycortex.istio.yaml.Node.Mapping;
import com.policycortex.istio.yaml.Node.Scalar;
import com.policycortex.istio.yaml.Node.Sequence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads documents in the form that nearly all manifests have: block style, texts on one line,
 * simple lists and objects in brackets. Whatever is less plain than that, or wrong, it gives up,
 * and {@link DocumentParser} reads the whole document; where it does not give up, both make the
 * same tree.
 *
 * <p>YAML in general costs several times the work, and large meshes are written in this form.
 */
final class CommonForm {

  private static final int FEW = 8;
  private static final int LONGEST_NAME = 1000;

  // Longer ones are held to the limits of the general parser.
  private static final int LONGEST_LINE = 100_000;

  // Characters that may begin a text without quotes, and ones that may stand anywhere in it.
  private static final boolean[] BEGINS = new boolean[128];
  private static final boolean[] WITHIN_BRACKETS = new boolean[128];
  private static final boolean[] NAME = new boolean[128];

  static {
    for (char c = '!'; c <= '~'; c++) {
      boolean word = Character.isLetterOrDigit(c);
      BEGINS[c] = word || "/._~$^(+;=\\<".indexOf(c) >= 0;
      WITHIN_BRACKETS[c] = word || "/._~$^(+;=\\<)-*".indexOf(c) >= 0;
      NAME[c] = word || "/._-".indexOf(c) >= 0;
    }
  }

  /** This document is not in the common form. */
  @SuppressWarnings("serial")
  private static final class Uncommon extends RuntimeException {
    // Thrown to leave the recursion; nobody looks at its trace.
    private Uncommon() {
      super("not in the common form", null, false, false);
    }
  }

  private final String text;
  private final int firstLine;
  private final KnownTexts texts;
  private int at;
  private int line;
  private int lineBegin;
  // The first character of the current line that is no blank.
  private int indent;
  private long nodes;
  // The fields of the objects that are not at their end yet, the outer ones first.
  private Entry[] stack = new Entry[16];
  private int pushed;

  private CommonForm(Document document, KnownTexts texts) {
    this.texts = texts;
    // A carriage return is nowhere in the common form.
    this.text = document.isPlainlyMarked() ? document.text() : document.yaml();
    this.firstLine = document.line();
  }

  /** The document's tree; empty where the document needs the general parser. */
  static Optional<Node> parse(Document document, KnownTexts texts) {
    if (document.form() == Form.JSON || document.form() == Form.BEHIND_TEXT) {
      return Optional.empty();
    }
    CommonForm form = new CommonForm(document, texts);
    try {
      return Optional.of(form.document());
    } catch (Uncommon e) {
      return Optional.empty();
    }
  }

  private Node document() {
    line = firstLine;
    if (text.startsWith("---\n")) {
      at = 4;
      line++;
      lineBegin = 4;
    }
    if (!toContent()) {
      throw new Uncommon();
    }
    Node root = block(indent, 0);
    if (at < text.length()) {
      throw new Uncommon();
    }
    return root;
  }

  // Moves to the first character of the next line that says something. Only called at the
  // beginning of a line.
  private boolean toContent() {
    while (at < text.length()) {
      lineBegin = at;
      int next = at;
      while (next < text.length() && text.charAt(next) == ' ') {
        next++;
      }
      if (next == text.length()) {
        at = next;
        return false;
      }
      char c = text.charAt(next);
      if (c == '#') {
        skipLine(next);
      } else if (c == '\n') {
        at = next + 1;
        line++;
      } else {
        at = next;
        indent = next - lineBegin;
        // Directives and markers are rare.
        if (indent == 0 && (c == '%' || c == '.' || text.startsWith("---", at))) {
          throw new Uncommon();
        }
        return true;
      }
    }
    return false;
  }

  // A comment may hold what YAML does not allow anywhere.
  private void skipLine(int from) {
    int next = from;
    while (next < text.length()) {
      char c = text.charAt(next++);
      if (c == '\n') {
        line++;
        break;
      }
      if (c < ' ' || c > '~') {
        throw new Uncommon();
      }
    }
    at = next;
  }

  // At the first character of a value on a line of its own.
  private Node block(int level, int depth) {
    if (depth > Limits.DEPTH - 1) {
      throw new Uncommon();
    }
    if (isDash(at)) {
      return sequence(level, depth);
    }
    return mapping(level, depth);
  }

  private boolean isDash(int position) {
    return position + 1 < text.length()
        && text.charAt(position) == '-'
        && (text.charAt(position + 1) == ' ' || text.charAt(position + 1) == '\n');
  }

  private Sequence sequence(int level, int depth) {
    count();
    int beginLine = line;
    int beginColumn = level + 1;
    List<Node> elements = new ArrayList<>();
    long size = 1;
    do {
      if (text.charAt(at + 1) != ' ') {
        throw new Uncommon();
      }
      at += 2;
      while (at < text.length() && text.charAt(at) == ' ') {
        at++;
      }
      Node element = element(depth + 1);
      elements.add(element);
      size += element.size();
    } while (at < text.length() && indent == level && isDash(at));
    if (at < text.length() && indent > level) {
      throw new Uncommon();
    }
    return new Sequence(elements, beginLine, beginColumn, size);
  }

  // Behind a dash: a value on this line, or an object whose first field is on it.
  private Node element(int depth) {
    int column = at - lineBegin;
    if (at < text.length() && endOfName(at) >= 0) {
      return mapping(column, depth);
    }
    if (isDash(at)) {
      throw new Uncommon();
    }
    return inline(depth);
  }

  private Mapping mapping(int level, int depth) {
    if (depth > Limits.DEPTH - 1) {
      throw new Uncommon();
    }
    count();
    int beginLine = line;
    int beginColumn = level + 1;
    int base = pushed;
    long size = 1;
    do {
      int nameLine = line;
      int nameColumn = at - lineBegin + 1;
      String name = name();
      Node value = value(level, depth);
      size += 1 + value.size();
      push(new Entry(name, nameLine, nameColumn, value));
    } while (at < text.length() && indent == level && !isDash(at));
    if (at < text.length() && (indent > level || (indent == level && level == 0))) {
      throw new Uncommon();
    }
    return new Mapping(pop(base), beginLine, beginColumn, size);
  }

  private void push(Entry entry) {
    if (pushed == stack.length) {
      stack = Arrays.copyOf(stack, 2 * pushed);
    }
    stack[pushed++] = entry;
  }

  // What was pushed since, each name once.
  private List<Entry> pop(int base) {
    Entry[] entries = new Entry[pushed - base];
    System.arraycopy(stack, base, entries, 0, entries.length);
    pushed = base;
    checkTwice(entries);
    return new Entries(entries);
  }

  private static void checkTwice(Entry[] entries) {
    int size = entries.length;
    if (size > FEW) {
      Set<String> seen = new HashSet<>(2 * size);
      for (Entry entry : entries) {
        if (!seen.add(entry.name())) {
          throw new Uncommon();
        }
      }
      return;
    }
    for (int i = 1; i < size; i++) {
      String name = entries[i].name();
      for (int j = 0; j < i; j++) {
        if (entries[j].name().equals(name)) {
          throw new Uncommon();
        }
      }
    }
  }

  // The index of the colon behind a name that begins here; -1 where there is none.
  private int endOfName(int from) {
    int end = from;
    while (end < text.length()) {
      char c = text.charAt(end);
      if (c >= 128 || !NAME[c]) {
        break;
      }
      end++;
    }
    if (end == from || end == text.length() || text.charAt(end) != ':') {
      return -1;
    }
    if (end - from > LONGEST_NAME) {
      throw new Uncommon(); // YAML has a limit for names, and the general parser knows it
    }
    int behind = end + 1;
    return behind == text.length() || text.charAt(behind) == ' ' || text.charAt(behind) == '\n'
        ? end
        : -1;
  }

  private String name() {
    int end = endOfName(at);
    if (end < 0) {
      throw new Uncommon();
    }
    String name = texts.name(text, at, end);
    if (name.isEmpty()) {
      throw new Uncommon();
    }
    count();
    at = end + 1;
    return name;
  }

  // Behind the colon of a field of an object that stands at this level.
  private Node value(int level, int depth) {
    int keyLine = line;
    int keyEnd = at;
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
    if (at < text.length() && text.charAt(at) != '\n' && text.charAt(at) != '#') {
      return inline(depth + 1);
    }
    int blanks = at;
    if (at < text.length() && text.charAt(at) == '#') {
      if (at == keyEnd) {
        throw new Uncommon();
      }
      skipLine(at);
    } else if (at < text.length()) {
      at++;
      line++;
    }
    boolean more = toContent();
    if (more && (indent > level || (indent == level && isDash(at)))) {
      return block(indent, depth + 1);
    }
    // Nothing: SnakeYAML places it behind the colon.
    if (blanks != keyEnd) {
      throw new Uncommon();
    }
    count();
    return new Scalar("", true, keyLine, keyEnd - lineBeginOf(keyEnd) + 1);
  }

  private int lineBeginOf(int position) {
    return text.lastIndexOf('\n', position - 1) + 1;
  }

  // A value on the rest of this line; afterwards the next line with content is current.
  private Node inline(int depth) {
    Node value = flow(depth, false);
    if (at - lineBegin > LONGEST_LINE) {
      throw new Uncommon();
    }
    endLine();
    return value;
  }

  private void endLine() {
    int end = at;
    while (end < text.length() && text.charAt(end) == ' ') {
      end++;
    }
    if (end < text.length() && text.charAt(end) == '#') {
      if (end == at) {
        throw new Uncommon();
      }
      skipLine(end);
    } else if (end < text.length()) {
      if (text.charAt(end) != '\n') {
        throw new Uncommon();
      }
      at = end + 1;
      line++;
    } else {
      at = end;
    }
    toContent();
  }

  private Node flow(int depth, boolean within) {
    if (at >= text.length() || depth > Limits.DEPTH - 1) {
      throw new Uncommon();
    }
    char c = text.charAt(at);
    return switch (c) {
      case '[' -> flowSequence(depth);
      case '{' -> flowMapping(depth);
      case '"' -> quoted('"');
      case '\'' -> quoted('\'');
      default -> within ? plainWithin() : plain();
    };
  }

  private Sequence flowSequence(int depth) {
    count();
    int column = at - lineBegin + 1;
    List<Node> elements = new ArrayList<>();
    long size = 1;
    at++;
    skipBlanks();
    while (current() != ']') {
      Node element = flow(depth + 1, true);
      elements.add(element);
      size += element.size();
      skipBlanks();
      if (current() == ',') {
        at++;
        skipBlanks();
        if (current() == ']') {
          throw new Uncommon();
        }
      } else if (current() != ']') {
        throw new Uncommon();
      }
    }
    at++;
    return new Sequence(elements, line, column, size);
  }

  private Mapping flowMapping(int depth) {
    count();
    int column = at - lineBegin + 1;
    int base = pushed;
    long size = 1;
    at++;
    skipBlanks();
    while (current() != '}') {
      int nameColumn = at - lineBegin + 1;
      String name = name();
      if (current() != ' ') {
        throw new Uncommon();
      }
      skipBlanks();
      Node value = flow(depth + 1, true);
      push(new Entry(name, line, nameColumn, value));
      size += 1 + value.size();
      skipBlanks();
      if (current() == ',') {
        at++;
        skipBlanks();
        if (current() == '}') {
          throw new Uncommon();
        }
      } else if (current() != '}') {
        throw new Uncommon();
      }
    }
    at++;
    return new Mapping(pop(base), line, column, size);
  }

  private char current() {
    if (at >= text.length()) {
      throw new Uncommon();
    }
    return text.charAt(at);
  }

  private void skipBlanks() {
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
  }

  private Scalar quoted(char quote) {
    int begin = at + 1;
    int end = begin;
    while (true) {
      if (end >= text.length()) {
        throw new Uncommon();
      }
      char c = text.charAt(end);
      if (c == quote) {
        break;
      }
      if (c < ' ' || c > '~' || (c == '\\' && quote == '"')) {
        throw new Uncommon();
      }
      end++;
    }
    // Two single quotes stand for one of them; a colon would make it a name.
    char behind = end + 1 < text.length() ? text.charAt(end + 1) : '\n';
    if (" \n,]}".indexOf(behind) < 0 || isNameBehind(end + 1)) {
      throw new Uncommon();
    }
    count();
    Scalar scalar = new Scalar(texts.value(text, begin, end), false, line, at - lineBegin + 1);
    at = end + 1;
    return scalar;
  }

  private boolean isNameBehind(int from) {
    int next = from;
    while (next < text.length() && text.charAt(next) == ' ') {
      next++;
    }
    return next < text.length() && text.charAt(next) == ':';
  }

  private Scalar plain() {
    int begin = at;
    char first = text.charAt(begin);
    boolean sign = first == '-' && begin + 1 < text.length() && text.charAt(begin + 1) > ' ';
    if (first >= 128 || !(BEGINS[first] || sign)) {
      throw new Uncommon();
    }
    int end = begin;
    while (end < text.length()) {
      char c = text.charAt(end);
      if (c == '\n') {
        break;
      }
      if (c == '#' && text.charAt(end - 1) == ' ') {
        break;
      }
      if (c < ' ' || c > '~') {
        throw new Uncommon();
      }
      if (c == ':'
          && (end + 1 == text.length()
              || text.charAt(end + 1) == ' '
              || text.charAt(end + 1) == '\n')) {
        throw new Uncommon();
      }
      end++;
    }
    while (text.charAt(end - 1) == ' ') {
      end--;
    }
    checkContinues(end);
    count();
    at = end;
    return new Scalar(texts.value(text, begin, end), true, line, begin - lineBegin + 1);
  }

  // A text without quotes goes on in the next lines if these are indented more than its object is.
  // Lines at the level of its own object or further out cannot belong to it.
  private void checkContinues(int end) {
    int next = text.indexOf('\n', end);
    if (next < 0) {
      return;
    }
    int begin = next + 1;
    while (begin < text.length()) {
      int first = begin;
      while (first < text.length() && text.charAt(first) == ' ') {
        first++;
      }
      if (first == text.length()) {
        return;
      }
      char c = text.charAt(first);
      if (c == '\n') {
        begin = first + 1;
      } else {
        // A comment ends it; then its lines cannot be further in, which the object sees.
        if (c != '#' && first - begin > indent) {
          continuesAt(first, first - begin);
        }
        return;
      }
    }
  }

  // The next line is further in than the current line begins. It belongs to the text unless the
  // current line began with a dash, and the next is a field of the same object.
  private void continuesAt(int first, int column) {
    if (!isDash(lineBegin + indent) || column != fieldColumn()) {
      throw new Uncommon();
    }
    if (endOfName(first) < 0) {
      throw new Uncommon();
    }
  }

  // The column of the first field behind the dashes of the current line.
  private int fieldColumn() {
    int position = lineBegin + indent;
    while (isDash(position)) {
      position += 2;
      while (position < text.length() && text.charAt(position) == ' ') {
        position++;
      }
    }
    return position - lineBegin;
  }

  private Scalar plainWithin() {
    int begin = at;
    char first = text.charAt(begin);
    if (first >= 128 || !BEGINS[first]) {
      throw new Uncommon();
    }
    int end = begin;
    while (end < text.length() && text.charAt(end) < 128 && WITHIN_BRACKETS[text.charAt(end)]) {
      end++;
    }
    int behind = end;
    while (behind < text.length() && text.charAt(behind) == ' ') {
      behind++;
    }
    if (behind == text.length() || ",]}".indexOf(text.charAt(behind)) < 0) {
      throw new Uncommon();
    }
    count();
    at = end;
    return new Scalar(texts.value(text, begin, end), true, line, begin - lineBegin + 1);
  }

  private void count() {
    if (++nodes > Limits.NODES) {
      throw new Uncommon();
    }
  }
}
