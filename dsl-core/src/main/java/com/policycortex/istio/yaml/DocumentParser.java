package com.policycortex.istio.yaml;

import com.policycortex.istio.finding.Severity;
import com.policycortex.istio.yaml.Document.Form;
import com.policycortex.istio.yaml.Node.Mapping;
import com.policycortex.istio.yaml.Node.Scalar;
import com.policycortex.istio.yaml.Node.Sequence;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.scanner.ScannerImpl;

/** Makes a tree of one document's text, with the place of every node. */
final class DocumentParser {

  private static final Set<String> TEXT_TAGS = Set.of("tag:yaml.org,2002:str", "!");
  // The fields that every manifest begins with.
  private static final Set<String> TYPE = Set.of("apiVersion", "kind");
  private static final String CORE = "tag:yaml.org,2002:";
  private static final String BINARY = CORE + "binary";
  private static final Map<String, Set<ScalarType>> SCALAR_TAGS =
      Map.of(
          CORE + "bool", Set.of(ScalarType.BOOLEAN),
          CORE + "int", Set.of(ScalarType.INTEGER),
          CORE + "float", Set.of(ScalarType.FLOAT, ScalarType.INTEGER),
          CORE + "null", Set.of(ScalarType.NULL),
          CORE + "timestamp", Set.of(ScalarType.TEXT));

  private final Document document;
  private final StreamReader characters;
  private final ParserImpl events;
  private final Map<String, Node> anchors = new HashMap<>();
  // What stands for values with an anchor while they are read; equal ones are different.
  private final Set<Node> open = Collections.newSetFromMap(new IdentityHashMap<>());
  private final List<Problem> problems = new ArrayList<>();
  private long nodes;

  private DocumentParser(Document document, boolean directives) {
    this.document = document;
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(Integer.MAX_VALUE);
    options.setNestingDepthLimit(Limits.DEPTH);
    this.characters = new StreamReader(document.text());
    this.events =
        new ParserImpl(
            new DocumentTokens(new ScannerImpl(characters, options), document.text(), directives));
  }

  /**
   * The tree, or nothing for a document that says nothing; what is wrong but lets reading go on (a
   * name twice) is added to the problems.
   */
  static Optional<Node> parse(Document document, List<Problem> problems) throws Problem {
    if (document.form() == Form.JSON) {
      return JsonTree.parse(document, problems);
    }
    if (document.form() == Form.BEHIND_TEXT) {
      throw new SyntaxProblems(document).ofMarker();
    }
    boolean alone = document.form() == Form.AS_IT_STANDS;
    Document tried = new Document(document.yaml(), document.line());
    checkLines(tried);
    if (!alone && tried.text().startsWith(Document.MARK)) {
      throw new SyntaxProblems(tried).ofMark(null);
    }
    for (int i = 0; ; i++) {
      try {
        return parseOnce(tried, alone, problems);
      } catch (Problem problem) {
        Optional<Document> mended =
            i < Mends.MOST ? Mends.mended(tried, problem) : Optional.empty();
        tried = mended.orElseThrow(() -> problem);
      }
    }
  }

  private static Optional<Node> parseOnce(
      Document document, boolean directives, List<Problem> problems) throws Problem {
    try {
      DocumentParser parser = new DocumentParser(document, directives);
      Optional<Node> root = parser.rootOfScanned();
      problems.addAll(parser.problems);
      return root;
    } catch (ReaderException e) {
      throw new SyntaxProblems(document).of(e);
    } catch (MarkedYAMLException e) {
      throw new SyntaxProblems(document).of(e);
    } catch (YAMLException e) {
      throw new Problem("YAML-SYNTAX", String.valueOf(e.getMessage()), "", document.line(), 1);
    }
  }

  private static void checkLines(Document document) throws Problem {
    String text = document.text();
    int line = document.line();
    int begin = 0;
    while (begin < text.length()) {
      int end = text.indexOf('\n', begin);
      int next = end < 0 ? text.length() : end;
      if (next - begin > Limits.LINE) {
        throw new Problem(
            "YAML-LIMIT",
            "this line has more than " + Limits.LINE + " characters",
            "break the line",
            line,
            1);
      }
      begin = next + 1;
      line++;
    }
  }

  // Escapes of characters that there are not are no YAMLExceptions to SnakeYAML.
  private Optional<Node> rootOfScanned() throws Problem {
    try {
      return root();
    } catch (IllegalArgumentException e) {
      throw new SyntaxProblems(document).ofEscape(characters.getMark());
    }
  }

  private Optional<Node> root() throws Problem {
    skip(Event.ID.StreamStart);
    if (events.checkEvent(Event.ID.StreamEnd)) {
      return Optional.empty();
    }
    skip(Event.ID.DocumentStart);
    Node root = node(0);
    skip(Event.ID.DocumentEnd);
    checkEnd();
    return root instanceof Scalar scalar && ScalarType.of(scalar) == ScalarType.NULL
        ? Optional.empty()
        : Optional.of(root);
  }

  // Whatever stands there: kubectl does not look at it.
  private void checkEnd() throws Problem {
    @Nullable Mark behind;
    try {
      if (events.checkEvent(Event.ID.StreamEnd)) {
        return;
      }
      behind = events.peekEvent().getStartMark();
    } catch (MarkedYAMLException e) {
      behind = e.getProblemMark();
    }
    throw new SyntaxProblems(document).secondDocument(behind);
  }

  private void skip(Event.ID expected) {
    if (events.checkEvent(expected)) {
      events.getEvent();
    }
  }

  private Node node(int depth) throws Problem {
    Event event = events.getEvent();
    Mark mark = event.getStartMark();
    if (depth > Limits.DEPTH) {
      throw problem(
          "YAML-LIMIT",
          "more than " + Limits.DEPTH + " levels, one in the other",
          "split the document",
          mark);
    }
    if (event instanceof AliasEvent alias) {
      Node node = anchors.get(alias.getAnchor());
      if (node == null) {
        throw problem(
            "YAML-ALIAS",
            "there is no anchor &" + Excerpt.of(alias.getAnchor()) + " before this alias",
            "define the anchor first; it cannot contain itself",
            mark);
      }
      if (open.contains(node)) {
        throw problem(
            "YAML-ALIAS",
            "this alias stands within its own anchor &" + Excerpt.of(alias.getAnchor()),
            "give the inner value another anchor, or write it out",
            mark);
      }
      count(node.size(), mark);
      return node;
    }
    count(1, mark);
    if (event instanceof ScalarEvent scalar) {
      return anchored(scalar.getAnchor(), scalar(scalar));
    }
    if (event instanceof SequenceStartEvent start) {
      checkTag(start.getTag(), "seq", mark);
      open(start.getAnchor(), mark);
      List<Node> elements = new ArrayList<>();
      long size = 1;
      while (!events.checkEvent(Event.ID.SequenceEnd)) {
        Node element = node(depth + 1);
        elements.add(element);
        size += element.size();
      }
      events.getEvent();
      Node sequence = new Sequence(elements, line(mark), column(mark), size);
      return closed(start.getAnchor(), sequence);
    }
    if (event instanceof MappingStartEvent start) {
      checkTag(start.getTag(), "map", mark);
      open(start.getAnchor(), mark);
      return closed(start.getAnchor(), mapping(start, depth));
    }
    throw problem("YAML-SYNTAX", "a value is missing here", "write one, or {}", mark);
  }

  private void count(long more, Mark mark) throws Problem {
    nodes += more;
    if (nodes > Limits.NODES) {
      throw problem(
          "YAML-LIMIT",
          "more than " + Limits.NODES + " values in one document, aliases written out",
          "split the document, or write out fewer aliases",
          mark);
    }
  }

  // An anchor counts from where it stands, as to Go: one within the value takes its name away, and
  // an alias within the value means the value itself.
  private void open(@Nullable String anchor, Mark mark) {
    if (anchor != null) {
      Node unfinished = new Scalar("", true, line(mark), column(mark));
      anchors.put(anchor, unfinished);
      open.add(unfinished);
    }
  }

  private Node closed(@Nullable String anchor, Node node) {
    if (anchor != null && open.remove(anchors.get(anchor))) {
      anchors.put(anchor, node);
    }
    return node;
  }

  private Node anchored(@Nullable String anchor, Node node) {
    if (anchor != null) {
      anchors.put(anchor, node);
    }
    return node;
  }

  private Scalar scalar(ScalarEvent event) throws Problem {
    Mark mark = event.getStartMark();
    String value = event.getValue();
    boolean plain = event.getScalarStyle() == ScalarStyle.PLAIN;
    String tag = event.getTag();
    if (tag == null) {
      return new Scalar(value, plain, line(mark), column(mark));
    }
    Set<ScalarType> types = SCALAR_TAGS.get(tag);
    if (types != null) {
      return tagged(value, tag, types, mark);
    }
    if (tag.equals(BINARY)) {
      value = decoded(value, mark);
    } else if (!TEXT_TAGS.contains(tag)) {
      ignored(tag, mark);
    }
    return new Scalar(value, false, line(mark), column(mark));
  }

  // The tag of a type looks through quotes; what does not have the type is refused.
  private Scalar tagged(String value, String tag, Set<ScalarType> types, Mark mark) throws Problem {
    Scalar scalar = new Scalar(value, true, line(mark), column(mark));
    if (!types.contains(ScalarType.of(scalar))
        || (tag.equals(CORE + "timestamp") && !Timestamps.isTimestamp(value))) {
      throw problem(
          "YAML-TAG",
          "the tag " + Excerpt.of(tag) + " does not fit " + scalar.description(),
          "remove the tag, and write the value itself",
          mark);
    }
    return scalar;
  }

  private String decoded(String base64, Mark mark) throws Problem {
    try {
      String text = base64.replace("\n", "").replace("\r", "");
      if (text.length() % 4 != 0) {
        throw new IllegalArgumentException("no padding"); // Java takes that, Go does not
      }
      byte[] bytes = Base64.getDecoder().decode(text);
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw problem("YAML-TAG", "!!binary has no base64 behind it", "write the text itself", mark);
    }
  }

  private void checkTag(@Nullable String tag, String expected, Mark mark) {
    if (tag != null && !tag.equals(CORE + expected) && !tag.equals("!")) {
      ignored(tag, mark);
    }
  }

  // As Kubernetes does: a text with a tag that it does not know is a text.
  private void ignored(String tag, Mark mark) {
    problems.add(
        new Problem(
            Severity.WARNING,
            "YAML-TAG",
            "the tag " + Excerpt.of(tag) + " has no meaning in a manifest, and is ignored",
            "remove the tag, and write the value itself",
            line(mark),
            column(mark)));
  }

  private Node mapping(MappingStartEvent start, int depth) throws Problem {
    Mark mark = start.getStartMark();
    MappingFields fields = new MappingFields();
    long size = 1;
    while (!events.checkEvent(Event.ID.MappingEnd)) {
      Event keyEvent = events.peekEvent();
      if (isMerge(keyEvent)) {
        events.getEvent();
        Node value = node(depth + 1);
        size += 1 + value.size();
        merge(value, fields, keyEvent.getStartMark());
        continue;
      }
      Node key = node(depth + 1);
      if (!(key instanceof Scalar name)) {
        throw problem(
            "YAML-KEY",
            "the name of a field is " + key.description(),
            "write a text before the colon",
            keyEvent.getStartMark());
      }
      Node value = node(depth + 1);
      size += 1 + value.size();
      name = named(name, keyEvent.getStartMark());
      Optional<Scalar> first = fields.put(name, value);
      if (first.isPresent()) {
        problems.add(twice(name, first.get(), depth));
      }
    }
    events.getEvent();
    return new Mapping(fields.entries(), line(mark), column(mark), size);
  }

  /** The problem of a name that stands twice in an object. */
  static Problem twice(Scalar name, Scalar first, int depth) {
    return new Problem(
        "YAML-DUPLICATE-KEY",
        Excerpt.of(name.value())
            + " stands here and in line "
            + first.line()
            + "; the API server refuses that, and kubectl takes the last in silence",
        depth == 0 && TYPE.contains(name.value())
            ? "put --- on a line of its own between two manifests"
            : "keep one of the two",
        name.line(),
        name.column());
  }

  /** The name as Kubernetes reads it: {@code on} becomes {@code true}, {@code 0123} 83. */
  private Scalar named(Scalar written, Mark mark) throws Problem {
    Optional<String> read = Names.read(written);
    if (read.isEmpty()) {
      throw problem(
          "YAML-KEY",
          "the name of a field is " + written.description() + ", and no text",
          "write \"" + Excerpt.of(written.value()) + "\"",
          mark);
    }
    if (!read.get().equals(written.value())) {
      problems.add(
          new Problem(
              Severity.WARNING,
              "YAML-KEY",
              "Kubernetes reads the name "
                  + Excerpt.of(written.value())
                  + " as "
                  + Excerpt.quoted(read.get()),
              "write \"" + Excerpt.of(written.value()) + "\" if that is meant",
              line(mark),
              column(mark)));
    }
    return new Scalar(read.get(), false, written.line(), written.column());
  }

  private static boolean isMerge(Event event) {
    return event instanceof ScalarEvent scalar
        && scalar.getValue().equals("<<")
        && (scalar.getTag() == null
            ? scalar.getScalarStyle() == ScalarStyle.PLAIN
            : scalar.getTag().equals(CORE + "merge"));
  }

  // Of several objects in a list the first decides, so it is the last to be taken.
  private void merge(Node node, MappingFields fields, Mark mark) throws Problem {
    if (node instanceof Mapping mapping) {
      fields.merge(mapping).forEach(name -> problems.add(replaced(name)));
    } else if (node instanceof Sequence sequence) {
      List<Node> elements = new ArrayList<>(sequence.elements());
      Collections.reverse(elements);
      for (Node element : elements) {
        if (!(element instanceof Mapping)) {
          throw problem("YAML-MERGE", "<< takes objects", "name an anchor of an object", mark);
        }
        merge(element, fields, mark);
      }
    } else {
      throw problem("YAML-MERGE", "<< takes an object", "name an anchor of an object", mark);
    }
  }

  private static Problem replaced(Scalar name) {
    return new Problem(
        Severity.WARNING,
        "YAML-MERGE",
        "<< stands behind "
            + Excerpt.of(name.value())
            + ", and kubectl takes what it brings; other readers take what is written",
        "put << before the fields, or remove the field",
        name.line(),
        name.column());
  }

  private int line(Mark mark) {
    return document.line() + mark.getLine();
  }

  private static int column(Mark mark) {
    return mark.getColumn() + 1;
  }

  private Problem problem(String id, String message, String hint, Mark mark) {
    return new Problem(id, message, hint, line(mark), column(mark));
  }
}
