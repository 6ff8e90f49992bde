package com.policycortex.istio.yaml;

import com.policycortex.istio.wire.JsonValue;
import com.policycortex.istio.wire.JsonValue.JsonArray;
import com.policycortex.istio.wire.JsonValue.JsonObject;
import com.policycortex.istio.yaml.Node.Entry;
import com.policycortex.istio.yaml.Node.Mapping;
import com.policycortex.istio.yaml.Node.Scalar;
import com.policycortex.istio.yaml.Node.Sequence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the pieces of a document's text to replace, so that its tree becomes another. Goes down to
 * the smallest piece that it understands; where it does not understand one, the piece around it is
 * written anew. It may be wrong: whoever asks must read the result.
 */
final class NodeEdits {

  private final String text;
  private final int firstLine;
  private final List<Integer> starts = new ArrayList<>();
  private final List<Piece> pieces = new ArrayList<>();

  /** A piece of the text, and what comes in its place. */
  private record Piece(int begin, int end, String replacement) {}

  NodeEdits(Document document) {
    this.text = document.text();
    this.firstLine = document.line();
    for (int at = 0; at >= 0 && at < text.length(); ) {
      starts.add(at);
      int end = text.indexOf('\n', at);
      at = end < 0 ? text.length() : end + 1;
    }
  }

  /** The text in which the object has the new fields. */
  Optional<String> change(Mapping object, JsonObject old, JsonObject now) {
    return fields(object, old, now, text.length()) ? apply() : Optional.empty();
  }

  /** The text in which something else stands in the place of the whole tree. */
  String replaceAll(Node root, String replacement) {
    int begin = lineStart(root.line());
    return text.substring(0, begin) + replacement + text.substring(end(begin, text.length()));
  }

  private Optional<String> apply() {
    pieces.sort(Comparator.comparingInt(Piece::begin));
    StringBuilder changed = new StringBuilder();
    int at = 0;
    for (Piece piece : pieces) {
      if (piece.begin() < at) {
        return Optional.empty();
      }
      changed.append(text, at, piece.begin());
      boolean ownLine = piece.replacement().endsWith("\n");
      if (ownLine && changed.length() > 0 && isInLine(changed, piece)) {
        changed.append('\n');
      }
      changed.append(piece.replacement());
      at = piece.end();
    }
    return Optional.of(changed.append(text, at, text.length()).toString());
  }

  // A last line without an end gets one before another comes behind it.
  private static boolean isInLine(StringBuilder before, Piece piece) {
    return piece.begin() == piece.end()
        && before.charAt(before.length() - 1) != '\n'
        && piece.replacement().startsWith(" ");
  }

  private boolean change(Node node, JsonValue old, JsonValue now, int end) {
    if (node instanceof Mapping object
        && old instanceof JsonObject before
        && now instanceof JsonObject after) {
      return fields(object, before, after, end);
    }
    if (node instanceof Sequence list
        && old instanceof JsonArray before
        && now instanceof JsonArray after) {
      return elements(list, before.values(), after.values(), end);
    }
    return node instanceof Scalar scalar
        && !(now instanceof JsonObject)
        && !(now instanceof JsonArray)
        && scalar(scalar, now);
  }

  private boolean fields(Mapping object, JsonObject old, JsonObject now, int end) {
    if (rename(object, old, now)) {
      return true;
    }
    boolean block = !startsWith(object, '{');
    List<Entry> entries = object.entries();
    Map<String, Integer> places = new HashMap<>();
    for (int i = 0; i < entries.size(); i++) {
      places.put(entries.get(i).name(), i);
    }
    for (String name : old.fields().keySet()) {
      if (now.get(name).isEmpty()
          && !(block && places.containsKey(name) && delete(object, places.get(name), now, end))) {
        return false;
      }
    }
    int behind = -1;
    for (Map.Entry<String, JsonValue> field : now.fields().entrySet()) {
      String name = field.getKey();
      Optional<JsonValue> before = old.get(name);
      Integer place = places.get(name);
      if (before.isEmpty()) {
        // What the tree has and the old value has not, such as an empty list, is beyond us.
        if (!block || place != null) {
          return false;
        }
        insert(object, behind < 0 ? entries.size() - 1 : behind, name, field.getValue(), end);
      } else if (place == null) {
        // Written under another name, or not at all.
        if (!before.get().equals(field.getValue())) {
          return false;
        }
      } else {
        behind = place;
        if (!before.get().equals(field.getValue())
            && !field(object, place, before.get(), field.getValue(), block, end)) {
          return false;
        }
      }
    }
    return true;
  }

  // One key is another, and nothing else: its value stays as it is, with comments.
  private boolean rename(Mapping object, JsonObject old, JsonObject now) {
    Set<String> gone = new HashSet<>(old.fields().keySet());
    gone.removeAll(now.fields().keySet());
    Set<String> fresh = new HashSet<>(now.fields().keySet());
    fresh.removeAll(old.fields().keySet());
    if (gone.size() != 1 || fresh.size() != 1) {
      return false;
    }
    String before = gone.iterator().next();
    String after = fresh.iterator().next();
    Map<String, JsonValue> others = new HashMap<>(now.fields());
    others.put(before, others.remove(after));
    Optional<Entry> entry = object.entry(before);
    if (entry.isEmpty() || object.entry(after).isPresent() || !others.equals(old.fields())) {
      return false;
    }
    Scalar key = entry.get().key();
    int begin = offset(key);
    // A key is a text, with quotes or without.
    boolean bare = text.startsWith(key.value(), begin);
    int stop = bare ? begin + key.value().length() : quotedEnd(begin);
    boolean understood = stop > begin && stop < text.length() && text.charAt(stop) == ':';
    String line = JsonValue.object().with(after, 1).toString();
    if (!understood || !line.endsWith(": 1\n")) {
      return false;
    }
    pieces.add(new Piece(begin, stop, line.substring(0, line.length() - ": 1\n".length())));
    return true;
  }

  private boolean field(
      Mapping object, int index, JsonValue old, JsonValue now, boolean block, int end) {
    Entry entry = object.entries().get(index);
    int mark = pieces.size();
    int slotEnd = block ? slotEnd(object, index, end) : end;
    if (change(entry.value(), old, now, slotEnd)) {
      return true;
    }
    pieces.subList(mark, pieces.size()).clear();
    if (!block) {
      return false;
    }
    int begin = offset(entry.key());
    pieces.add(
        new Piece(
            begin,
            end(begin, slotEnd),
            rendered(entry.name(), now, entry.column()).strip() + "\n"));
    return true;
  }

  private boolean delete(Mapping object, int index, JsonObject now, int end) {
    Entry entry = object.entries().get(index);
    int begin = lineStart(entry.line());
    if (now.fields().isEmpty() || !text.substring(begin, offset(entry.key())).isBlank()) {
      return false;
    }
    pieces.add(new Piece(begin, end(begin, slotEnd(object, index, end)), ""));
    return true;
  }

  private void insert(Mapping object, int behind, String name, JsonValue value, int end) {
    int begin = offset(object.entries().get(behind).key());
    int at = end(begin, slotEnd(object, behind, end));
    pieces.add(new Piece(at, at, rendered(name, value, object.column())));
  }

  private int slotEnd(Mapping object, int index, int end) {
    return index + 1 < object.entries().size()
        ? lineStart(object.entries().get(index + 1).line())
        : end;
  }

  private boolean elements(Sequence list, List<JsonValue> old, List<JsonValue> now, int end) {
    if (list.elements().size() != old.size()) {
      return false;
    }
    int same = 0;
    while (same < Math.min(old.size(), now.size()) && old.get(same).equals(now.get(same))) {
      same++;
    }
    int sameAtEnd = 0;
    while (sameAtEnd < Math.min(old.size(), now.size()) - same
        && old.get(old.size() - 1 - sameAtEnd).equals(now.get(now.size() - 1 - sameAtEnd))) {
      sameAtEnd++;
    }
    List<JsonValue> oldPart = old.subList(same, old.size() - sameAtEnd);
    List<JsonValue> newPart = now.subList(same, now.size() - sameAtEnd);
    boolean block = isBlock(list);
    boolean kept = newPart.stream().anyMatch(oldPart::contains);
    if (oldPart.size() == newPart.size() && !kept) {
      for (int i = 0; i < oldPart.size(); i++) {
        if (!element(list, same + i, oldPart.get(i), newPart.get(i), block, end)) {
          return false;
        }
      }
      return true;
    }
    if (!block || now.isEmpty() || old.isEmpty()) {
      return false;
    }
    rearrange(list, same, oldPart, newPart, end);
    return true;
  }

  private boolean element(
      Sequence list, int index, JsonValue old, JsonValue now, boolean block, int end) {
    int mark = pieces.size();
    int slotEnd = block ? elementEnd(list, index, end) : end;
    if (change(list.elements().get(index), old, now, slotEnd)) {
      return true;
    }
    pieces.subList(mark, pieces.size()).clear();
    if (!block) {
      return false;
    }
    int begin = lineStart(list.elements().get(index).line());
    pieces.add(new Piece(begin, end(begin, slotEnd), rendered(now, list.column())));
    return true;
  }

  // What stays keeps its text, with the comments before it, and goes where it belongs now.
  private void rearrange(
      Sequence list, int first, List<JsonValue> old, List<JsonValue> now, int end) {
    int begin = elementBegin(list, first, end);
    List<JsonValue> left = new ArrayList<>(old);
    List<String> texts = new ArrayList<>();
    int at = begin;
    for (int i = 0; i < old.size(); i++) {
      int stop =
          end(lineStart(list.elements().get(first + i).line()), elementEnd(list, first + i, end));
      String chunk = text.substring(at, stop);
      texts.add(chunk.endsWith("\n") ? chunk : chunk + "\n");
      at = stop;
    }
    StringBuilder changed = new StringBuilder();
    for (JsonValue value : now) {
      int place = left.indexOf(value);
      if (place >= 0) {
        changed.append(texts.remove(place));
        left.remove(place);
      } else {
        changed.append(rendered(value, list.column()));
      }
    }
    pieces.add(new Piece(begin, at, changed.toString()));
  }

  // Comments before an element belong to it.
  private int elementBegin(Sequence list, int index, int end) {
    if (index > 0) {
      int before = lineStart(list.elements().get(index - 1).line());
      return end(before, elementEnd(list, index - 1, end));
    }
    int begin = lineStart(list.elements().get(0).line());
    while (begin > 0) {
      int above = text.lastIndexOf('\n', begin - 2) + 1;
      if (!text.substring(above, begin).strip().startsWith("#")) {
        return begin;
      }
      begin = above;
    }
    return begin;
  }

  private int elementEnd(Sequence list, int index, int end) {
    return index + 1 < list.elements().size()
        ? lineStart(list.elements().get(index + 1).line())
        : end;
  }

  // Each element on lines of its own, behind a dash.
  private boolean isBlock(Sequence list) {
    int last = 0;
    for (Node element : list.elements()) {
      int begin = lineStart(element.line());
      int dash = begin + list.column() - 1;
      boolean alone =
          element.line() > last
              && dash < text.length()
              && text.charAt(dash) == '-'
              && text.substring(begin, dash).isBlank();
      if (!alone) {
        return false;
      }
      last = element.line();
    }
    return true;
  }

  private boolean scalar(Scalar scalar, JsonValue now) {
    int begin = offset(scalar);
    int end = scalar.plain() ? begin + scalar.value().length() : quotedEnd(begin);
    boolean understood =
        end > begin
            && end <= text.length()
            && (!scalar.plain() || text.startsWith(scalar.value(), begin))
            && (end == text.length() || " \t\r\n,}]".indexOf(text.charAt(end)) >= 0);
    String replacement = JsonValue.object().with("x", now).toString();
    if (!understood || replacement.indexOf('\n') != replacement.length() - 1) {
      return false;
    }
    pieces.add(new Piece(begin, end, replacement.substring("x: ".length()).strip()));
    return true;
  }

  // Behind the closing quote on the same line; nowhere if there is none.
  private int quotedEnd(int begin) {
    char quote = begin < text.length() ? text.charAt(begin) : ' ';
    if (quote != '"' && quote != '\'') {
      return -1;
    }
    for (int i = begin + 1; i < text.length() && text.charAt(i) != '\n'; i++) {
      char c = text.charAt(i);
      if (quote == '"' && c == '\\') {
        i++;
      } else if (c == quote) {
        boolean doubled = quote == '\'' && i + 1 < text.length() && text.charAt(i + 1) == quote;
        if (!doubled) {
          return i + 1;
        }
        i++;
      }
    }
    return -1;
  }

  // Without what follows and may belong to the next: blank lines, comments, the document's end.
  private int end(int begin, int slotEnd) {
    int end = slotEnd;
    while (true) {
      int last = text.lastIndexOf('\n', end - 2) + 1;
      String line = text.substring(Math.min(last, end), end).strip();
      if (last <= begin || !(line.isEmpty() || line.startsWith("#") || line.equals("..."))) {
        return end;
      }
      end = last;
    }
  }

  private static String rendered(String name, JsonValue value, int column) {
    return indented(JsonValue.object().with(name, value).toString(), column - 1);
  }

  private static String rendered(JsonValue element, int column) {
    String list = JsonValue.object().with("x", new JsonArray(List.of(element))).toString();
    return indented(list.substring("x:\n".length()), column - 1);
  }

  private static String indented(String block, int columns) {
    StringBuilder lines = new StringBuilder();
    for (String line : block.lines().toList()) {
      lines.append(line.isEmpty() ? "" : " ".repeat(columns)).append(line).append('\n');
    }
    return lines.toString();
  }

  private boolean startsWith(Node node, char c) {
    int at = offset(node);
    return at < text.length() && text.charAt(at) == c;
  }

  private int offset(Node node) {
    return lineStart(node.line()) + node.column() - 1;
  }

  private int lineStart(int line) {
    return starts.get(line - firstLine);
  }
}
