package com.policycortex.istio.yaml;

import com.policycortex.istio.finding.Origin;
import com.policycortex.istio.finding.ResourceId;
import com.policycortex.istio.finding.Severity;
import com.policycortex.istio.finding.Suggestions;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.Durations;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.JsonValue;
import com.policycortex.istio.wire.JsonValue.JsonObject;
import com.policycortex.istio.yaml.Node.Entry;
import com.policycortex.istio.yaml.Node.Mapping;
import com.policycortex.istio.yaml.Node.Scalar;
import com.policycortex.istio.yaml.Node.Sequence;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the fields of one object of a document, and reports what is wrong with them. */
final class NodeReader implements FieldReader {

  private static final Pattern PORT_SELECTOR =
      Pattern.compile(".*\\.(destination|mirror|portLevelSettings\\[\\d+\\])\\.port");
  private static final BigDecimal BYTE = BigDecimal.valueOf(255);
  private static final BigDecimal UINT32 = BigDecimal.valueOf(0xFFFF_FFFFL);
  private static final BigDecimal INT32_LEAST = BigDecimal.valueOf(Integer.MIN_VALUE);
  private static final BigDecimal INT32_MOST = BigDecimal.valueOf(Integer.MAX_VALUE);
  private static final BigDecimal INT64_LEAST = BigDecimal.valueOf(Long.MIN_VALUE);
  private static final BigDecimal INT64_MOST = BigDecimal.valueOf(Long.MAX_VALUE);

  private final Findings findings;
  private final ResourceId resource;
  private final Mapping object;
  private final Entry[] entries;
  // Which of them were asked for.
  private final boolean[] asked;
  private final Place place;
  private final boolean ofSchema;
  private final boolean ofProtobuf;
  // Every name that is asked for, where somebody wants to know: of the many few are there, so
  // nobody keeps them otherwise.
  private final @Nullable Set<String> names;
  // The lists and maps that are there without an element.
  private Set<String> empty = Set.of();
  // The fields whose absence is a finding.
  private Set<String> missing = Set.of();
  private boolean everythingAsked;

  /**
   * A reader of one object.
   *
   * @param ofSchema whether the API server reads the object by the schema of a CRD, and not as a
   *     structure of its own: then it drops nulls from maps
   */
  NodeReader(
      Findings findings, ResourceId resource, Mapping object, Place place, boolean ofSchema) {
    this(findings, resource, object, place, ofSchema, null);
  }

  private NodeReader(
      Findings findings,
      ResourceId resource,
      Mapping object,
      Place place,
      boolean ofSchema,
      @Nullable Set<String> names) {
    this.findings = findings;
    this.resource = resource;
    this.object = object;
    this.entries = Entries.array(object.entries());
    this.asked = new boolean[entries.length];
    this.names = names;
    this.place = place;
    this.ofSchema = ofSchema;
    this.ofProtobuf = ProtobufJson.reads(resource, place);
  }

  /** The name of a field within its object, written out only where somebody asks. */
  record Place(@Nullable Place outer, String name, int index) {

    static final Place ROOT = new Place(null, "", -1);

    boolean isMetadata() {
      return outer != null && outer.outer == null && name.equals("metadata");
    }

    Place field(String field) {
      return new Place(this, field, -1);
    }

    Place element(int element) {
      return new Place(this, "", element);
    }

    String text() {
      if (outer == null) {
        return "";
      }
      String before = outer.text();
      if (index >= 0) {
        return before + "[" + index + "]";
      }
      return before.isEmpty() ? name : before + "." + name;
    }
  }

  /** Reads the object of this reader as a message, and reports fields that nobody asked for. */
  <T> T read(Function<FieldReader, T> read) {
    T value = read.apply(this);
    if (!everythingAsked && names == null) {
      Set<String> known = Set.of();
      for (int i = 0; i < entries.length; i++) {
        Entry entry = entries[i];
        if (!asked[i]) {
          known = known.isEmpty() ? namesOf(read) : known;
          unknown(entry.key(), known);
        } else if (isNull(entry.value()) && !isSaid(entry.name())) {
          withoutValue(entry.key());
        }
      }
    }
    return empty.isEmpty() ? value : withEmpty(value);
  }

  // Reads once more, to see what is asked for; what is wrong was found already.
  private Set<String> namesOf(Function<FieldReader, ?> read) {
    Set<String> all = new LinkedHashSet<>();
    Findings nobodys = new Findings(findings.file());
    NodeReader again = new NodeReader(nobodys, resource, object, place, ofSchema, all);
    Object unused = read.apply(again);
    return all;
  }

  // What reads itself as a message stays one of its type.
  @SuppressWarnings("unchecked")
  private <T> T withEmpty(T value) {
    return value instanceof Message message ? (T) Message.withEmptyFields(message, empty) : value;
  }

  private void noteEmpty(String name) {
    if (empty.isEmpty()) {
      empty = new TreeSet<>();
    }
    empty.add(name);
  }

  // A file of settings has no kind.
  private boolean isManifest() {
    return !resource.kind().isEmpty();
  }

  // Where the blank behind a dash is forgotten, the field before it has no value.
  private boolean isSaid(String field) {
    return missing.contains(field)
        || object.entries().stream().anyMatch(entry -> entry.name().startsWith("-"));
  }

  // Tools write nulls into metadata and into Kubernetes' own kinds; whoever writes Istio's does so
  // by mistake, and nobody else says that the field is as good as not there.
  private void withoutValue(Scalar key) {
    Place where = place.field(key.value());
    NullFields.consequence(resource, where.text(), ofSchema)
        .ifPresent(
            consequence ->
                findings.add(
                    "YAML-NULL",
                    Severity.WARNING,
                    resource,
                    where.text(),
                    Excerpt.quoted(key.value()) + " has no value; " + consequence,
                    "write a value, or remove the line",
                    key.line(),
                    key.column()));
  }

  private void unknown(Scalar key, Set<String> known) {
    report(
        "YAML-UNKNOWN-FIELD",
        place.field(key.value()),
        "there is no field "
            + Excerpt.quoted(key.value())
            + " here"
            + (isManifest()
                ? "; " + Consequences.ofUnknownField(resource, place.field(key.value()).text())
                : ""),
        unknownHint(key.value(), known),
        key);
  }

  private static String unknownHint(String name, Set<String> known) {
    if (Excerpt.hasInvisible(name)) {
      return "remove the character that nobody sees";
    }
    if (name.startsWith("-")) {
      return "write a blank behind the dash";
    }
    return Suggestions.nearest(name, known)
        .map(meant -> "did you mean " + Excerpt.quoted(meant) + "?")
        .orElseGet(() -> Choices.of("write one of ", known));
  }

  private @Nullable Node value(String name) {
    if (names != null) {
      names.add(name);
    }
    for (int i = 0; i < entries.length; i++) {
      Entry entry = entries[i];
      if (entry.name().equals(name)) {
        asked[i] = true;
        return isNull(entry.value()) ? null : entry.value();
      }
    }
    return ofProtobuf ? byProtobufName(name) : null;
  }

  private @Nullable Node byProtobufName(String name) {
    String other = ProtobufJson.protobufName(name);
    for (int i = 0; i < entries.length; i++) {
      Entry entry = entries[i];
      if (entry.name().equals(other) && !other.equals(name)) {
        if (!asked[i]) {
          asked[i] = true;
          note(
              "YAML-UNKNOWN-FIELD",
              place.field(other),
              "istiod takes " + other + " for " + name + ", and other readers do not",
              "write " + name,
              entry.key());
        }
        return isNull(entry.value()) ? null : entry.value();
      }
    }
    return null;
  }

  // What istiod takes, though nobody would write it so.
  private void note(String id, Place where, String message, String hint, Node node) {
    findings.add(
        id, Severity.INFO, resource, where.text(), message, hint, node.line(), node.column());
  }

  // What istiod takes, and hardly as it was meant.
  private void warn(String id, Place where, String message, String hint, Node node) {
    findings.add(
        id, Severity.WARNING, resource, where.text(), message, hint, node.line(), node.column());
  }

  private void noteNumberAsText(Node node, Place where, BigDecimal number) {
    if (ofProtobuf && node instanceof Scalar scalar && ScalarType.of(scalar) == ScalarType.TEXT) {
      if (ProtobufJson.isNull(scalar)) {
        warn(
            "YAML-TYPE",
            where,
            "istiod takes the text \"null\" for 0 where a number is wanted",
            "write the number",
            node);
        return;
      }
      note(
          "YAML-TYPE",
          where,
          "istiod reads the text as a number, and other readers do not",
          "remove the quotes around " + number.toPlainString(),
          node);
    }
  }

  private static boolean isNull(Node node) {
    return node instanceof Scalar scalar && ScalarType.isNull(scalar);
  }

  @Override
  public boolean has(String name) {
    return value(name) != null;
  }

  @Override
  public Optional<String> string(String name) {
    Node node = value(name);
    if (node instanceof Scalar scalar && isPlainText(scalar)) {
      return Optional.of(scalar.value());
    }
    return node == null ? Optional.empty() : text(node, place.field(name));
  }

  // Most texts: their place is not of interest.
  private static boolean isPlainText(Scalar scalar) {
    return ScalarType.of(scalar) == ScalarType.TEXT && !ScalarType.isSexagesimal(scalar);
  }

  // The API server does not look at the type of a list where bytes are wanted, and istiod takes it.
  @Override
  public Optional<String> base64(String name) {
    if (!(value(name) instanceof Sequence sequence)) {
      return string(name);
    }
    byte[] bytes = new byte[sequence.elements().size()];
    for (int i = 0; i < bytes.length; i++) {
      Node element = sequence.elements().get(i);
      Place where = place.field(name).element(i);
      bytes[i] =
          isNull(element)
              ? 0
              : integer(element, where, BigDecimal.ZERO, BYTE)
                  .map(Long::byteValue)
                  .orElse((byte) 0);
    }
    return bytes.length == 0
        ? Optional.empty()
        : Optional.of(Base64.getEncoder().encodeToString(bytes));
  }

  @Override
  public String requiredString(String name) {
    if (value(name) == null) {
      missing(name);
      return "";
    }
    return string(name).orElse("");
  }

  private Optional<String> text(Node node, Place where) {
    if (!(node instanceof Scalar scalar)) {
      wrongType(node, where, "a text");
      return Optional.empty();
    }
    ScalarType type = ScalarType.of(scalar);
    if (type == ScalarType.TEXT) {
      if (ScalarType.isSexagesimal(scalar)) {
        findings.add(
            "YAML-SEXAGESIMAL",
            Severity.WARNING,
            resource,
            where.text(),
            "some readers of YAML 1.1 take " + scalar.value() + " for a number to the base of 60",
            "write \"" + scalar.value() + "\"",
            scalar.line(),
            scalar.column());
      }
      return Optional.of(scalar.value());
    }
    report(
        "YAML-TYPE",
        where,
        "a text is wanted, and "
            + Excerpt.of(scalar.value())
            + " is "
            + scalar.description()
            + " in YAML 1.1"
            + (isManifest() ? "; the API server refuses it" : ""),
        "write \"" + Excerpt.of(scalar.value()) + "\"",
        scalar);
    return Optional.empty();
  }

  @Override
  public Optional<Boolean> bool(String name) {
    Node node = value(name);
    if (node == null) {
      return Optional.empty();
    }
    if (node instanceof Scalar scalar && ScalarType.of(scalar) == ScalarType.BOOLEAN) {
      return Optional.of(ScalarType.isTrue(scalar.value()));
    }
    wrongType(node, place.field(name), "true or false");
    return Optional.empty();
  }

  @Override
  public Optional<Integer> int32(String name) {
    return integer(name, INT32_LEAST, INT32_MOST).map(Long::intValue);
  }

  @Override
  public int requiredInt32(String name) {
    if (value(name) == null) {
      missing(name);
      return 0;
    }
    return int32(name).orElse(0);
  }

  @Override
  public Optional<Long> uint32(String name) {
    return integer(name, BigDecimal.ZERO, UINT32);
  }

  @Override
  public long requiredUint32(String name) {
    if (value(name) == null) {
      missing(name);
      return 0;
    }
    return uint32(name).orElse(0L);
  }

  @Override
  public Optional<Long> int64(String name) {
    return integer(name, INT64_LEAST, INT64_MOST);
  }

  private Optional<Long> integer(String name, BigDecimal least, BigDecimal most) {
    Node node = value(name);
    return node == null ? Optional.empty() : integer(node, place.field(name), least, most);
  }

  private Optional<Long> integer(Node node, Place where, BigDecimal least, BigDecimal most) {
    return integer(node, where, least, most, "a whole number");
  }

  private Optional<Long> integer(
      Node node, Place where, BigDecimal least, BigDecimal most, String wanted) {
    if (node instanceof Scalar scalar && ScalarType.isPlainNumber(scalar)) {
      long plain = Long.parseLong(scalar.value());
      if (plain >= least.longValue() && plain <= most.longValue()) {
        return Optional.of(plain);
      }
    }
    Optional<BigDecimal> value =
        node instanceof Scalar scalar ? Numbers.value(scalar) : Optional.empty();
    if (value.isEmpty() && ofProtobuf) {
      value = ProtobufJson.integer(node);
    }
    if (value.isEmpty() || value.get().stripTrailingZeros().scale() > 0) {
      wrongType(node, where, wanted);
      return Optional.empty();
    }
    if (ofProtobuf && least.signum() == 0 && isNegativeZero((Scalar) node, value.get())) {
      wrongType(node, where, "a whole number without a sign");
      return Optional.empty();
    }
    ambiguous((Scalar) node, where, value.get());
    if (value.get().compareTo(least) < 0 || value.get().compareTo(most) > 0) {
      report(
          "YAML-RANGE",
          where,
          node.description() + " is not between " + least + " and " + most,
          "write a number between them",
          node);
      return Optional.empty();
    }
    noteNumberAsText(node, where, value.get());
    return Optional.of(value.get().longValueExact());
  }

  // YAML's -0 without a dot is 0, and JSON's is not: istiod refuses it where no sign may stand.
  private static boolean isNegativeZero(Scalar scalar, BigDecimal value) {
    return value.signum() == 0
        && scalar.value().strip().startsWith("-")
        && ScalarType.of(scalar) != ScalarType.INTEGER;
  }

  // 0123 is 83 to Kubernetes and 123 to readers of YAML 1.2.
  private void ambiguous(Scalar scalar, Place where, BigDecimal value) {
    if (ScalarType.of(scalar) != ScalarType.TEXT && Numbers.isAmbiguous(scalar.value())) {
      findings.add(
          "YAML-TYPE",
          Severity.WARNING,
          resource,
          where.text(),
          Excerpt.of(scalar.value())
              + " is "
              + value.toPlainString()
              + " in YAML 1.1, and not so to every reader",
          "write " + value.toPlainString() + " if that is meant",
          scalar.line(),
          scalar.column());
    }
  }

  @Override
  public Optional<Double> number(String name) {
    Node node = value(name);
    if (node == null) {
      return Optional.empty();
    }
    Optional<BigDecimal> value =
        node instanceof Scalar scalar ? Numbers.value(scalar) : Optional.empty();
    if (value.isEmpty() && ofProtobuf) {
      Optional<Double> special = ProtobufJson.special(node);
      if (special.isPresent()) {
        warn(
            "YAML-TYPE",
            place.field(name),
            "istiod reads the text as " + special.get() + ", and other readers do not",
            "write a number",
            node);
        return special;
      }
      value = ProtobufJson.number(node);
    }
    if (value.isEmpty()) {
      wrongType(node, place.field(name), "a number");
    } else {
      noteNumberAsText(node, place.field(name), value.get());
      ambiguous((Scalar) node, place.field(name), value.get());
    }
    // BigDecimal has no -0.0.
    return value.map(v -> isNegativeZero((Scalar) node, v) ? -0.0 : v.doubleValue());
  }

  @Override
  public Optional<Duration> duration(String name) {
    Node node = value(name);
    if (node == null) {
      return Optional.empty();
    }
    Place where = place.field(name);
    if (node instanceof Scalar scalar && Numbers.value(scalar).isPresent()) {
      report(
          "YAML-DURATION",
          where,
          "a duration needs a unit, and " + Excerpt.of(scalar.value()) + " has none",
          "write " + Excerpt.of(scalar.value()) + "s for seconds",
          node);
      return Optional.empty();
    }
    Optional<String> text = text(node, where);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    Optional<Duration> duration = Durations.parse(text.get());
    if (duration.isEmpty()) {
      report(
          "YAML-DURATION",
          where,
          Excerpt.quoted(text.get()) + " is no duration",
          "write a number with h, m, s, ms, us or ns, for example 1.5s or 1h30m",
          node);
    }
    return duration;
  }

  @Override
  public <E extends Enum<E>> Optional<E> enumeration(String name, Class<E> type) {
    Node node = value(name);
    return node == null ? Optional.empty() : constant(node, place.field(name), type);
  }

  @Override
  public <E extends Enum<E>> Optional<E> enumerationOrDefault(String name, Class<E> type) {
    boolean empty =
        value(name) instanceof Scalar scalar
            && scalar.value().isEmpty()
            && ScalarType.of(scalar) == ScalarType.TEXT;
    return empty ? Optional.empty() : enumeration(name, type);
  }

  @Override
  public <E extends Enum<E>> List<E> enumerations(String name, Class<E> type) {
    return list(name, (in, node, where) -> in.constant(node, where, type), Nothing.NUMBER);
  }

  private <E extends Enum<E>> Optional<E> constant(Node node, Place where, Class<E> type) {
    if (ofProtobuf && node instanceof Scalar scalar) {
      Optional<BigDecimal> number =
          Numbers.value(scalar).filter(value -> value.stripTrailingZeros().scale() <= 0);
      if (number.isPresent()) {
        return constant(scalar, where, type, number.get());
      }
    }
    Optional<String> text = text(node, where);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    Set<String> names = new LinkedHashSet<>();
    for (E constant : type.getEnumConstants()) {
      if (constant.toString().equals(text.get())) {
        return Optional.of(constant);
      }
      names.add(constant.toString());
    }
    report(
        "YAML-ENUM",
        where,
        Excerpt.quoted(text.get()) + " is none of the values of this field",
        Suggestions.nearest(text.get(), names)
            .map(meant -> "did you mean " + meant + "?")
            .orElseGet(() -> Choices.of("write one of ", names)),
        node);
    return Optional.empty();
  }

  // istiod takes a constant by its number, also by one that none has: then nobody knows what is
  // meant, and the value would be lost here.
  private <E extends Enum<E>> Optional<E> constant(
      Scalar scalar, Place where, Class<E> type, BigDecimal number) {
    Optional<E> constant = ProtobufJson.constant(type, number);
    if (constant.isPresent()) {
      note(
          "YAML-ENUM",
          where,
          "istiod reads "
              + Excerpt.of(scalar.value())
              + " as "
              + constant.get()
              + ", and other readers do not",
          "write " + constant.get(),
          scalar);
    } else {
      report(
          "YAML-ENUM",
          where,
          "no value of this field has the number " + Excerpt.of(scalar.value()),
          Choices.of("write one of ", Stream.of(type.getEnumConstants()).map(E::toString).toList()),
          scalar);
    }
    return constant;
  }

  @Override
  public List<String> strings(String name) {
    return list(name, NodeReader::text, Nothing.TEXT);
  }

  @Override
  public List<Integer> int32s(String name) {
    return list(
        name,
        (in, node, where) -> in.integer(node, where, INT32_LEAST, INT32_MOST).map(Long::intValue),
        Nothing.NUMBER);
  }

  @Override
  public List<Long> uint32s(String name) {
    return list(
        name,
        (in, node, where) -> in.integer(node, where, BigDecimal.ZERO, UINT32),
        Nothing.NUMBER);
  }

  // What takes nothing along from where it is written is made once, and not for each field.
  private interface ElementReader<T> {
    Optional<T> read(NodeReader in, Node node, Place where);
  }

  private record MessageReader<T>(Function<FieldReader, T> read) implements ElementReader<T> {
    @Override
    public Optional<T> read(NodeReader in, Node node, Place where) {
      return in.message(node, where, read);
    }
  }

  /** What Go takes a null for, by what is wanted in its place. */
  private enum Nothing {
    TEXT("an empty text"),
    NUMBER("0"),
    OBJECT("an object without fields");

    private final String text;

    Nothing(String text) {
      this.text = text;
    }

    Node at(Node place) {
      return switch (this) {
        case TEXT -> new Scalar("", false, place.line(), place.column());
        case NUMBER -> new Scalar("0", true, place.line(), place.column());
        case OBJECT -> new Mapping(List.of(), place.line(), place.column(), 1);
      };
    }
  }

  private <T> List<T> list(String name, ElementReader<T> read, Nothing nothing) {
    Node node = value(name);
    if (node == null) {
      return List.of();
    }
    if (!(node instanceof Sequence sequence)) {
      wrongType(node, place.field(name), "a list");
      return List.of();
    }
    if (sequence.elements().isEmpty()) {
      noteEmpty(name);
    }
    List<T> elements = new ArrayList<>(sequence.elements().size());
    Place list = place.field(name);
    for (int i = 0; i < sequence.elements().size(); i++) {
      Node element = sequence.elements().get(i);
      if (isNull(element) && ofProtobuf) {
        warn(
            "YAML-NULL",
            list.element(i),
            "an element of the list is empty; istiod takes it for " + nothing.text,
            "write it, or remove the dash",
            element);
        read.read(this, nothing.at(element), list.element(i)).ifPresent(elements::add);
      } else if (isNull(element)) {
        report(
            "YAML-TYPE",
            list.element(i),
            "an element of the list is empty",
            "write it, or remove the dash",
            element);
      } else {
        Optional<T> value = read.read(this, element, list.element(i));
        if (value.isPresent()) {
          elements.add(value.get());
        }
      }
    }
    // Those behind a lost one have other numbers in the value.
    if (elements.size() < sequence.elements().size()) {
      findings.unread().add(list.text());
    }
    return elements;
  }

  @Override
  public Map<String, String> stringMap(String name) {
    return map(name, NodeReader::text, Nothing.TEXT);
  }

  @Override
  public Map<String, Long> uint32Map(String name) {
    return map(
        name,
        (in, node, where) -> in.integer(node, where, BigDecimal.ZERO, UINT32),
        Nothing.NUMBER);
  }

  private <T> Map<String, T> map(String name, ElementReader<T> read, Nothing nothing) {
    Node node = value(name);
    if (node == null) {
      return Map.of();
    }
    if (!(node instanceof Mapping mapping)) {
      wrongType(node, place.field(name), "an object");
      return Map.of();
    }
    // Also where all that stands in it is dropped.
    boolean dropped = true;
    for (Entry entry : mapping.entries()) {
      dropped &= isNull(entry.value());
    }
    if (dropped) {
      noteEmpty(name);
    }
    Map<String, T> map = new LinkedHashMap<>();
    for (Entry entry : mapping.entries()) {
      String key = entry.name();
      Place where = place.field(name).field(key);
      if (isNull(entry.value())) {
        if (!ofSchema) {
          read.read(this, nothing.at(entry.key()), where).ifPresent(value -> map.put(key, value));
        }
        noteNothing(entry.key(), where, nothing);
      } else {
        Optional<T> value = read.read(this, entry.value(), where);
        if (value.isPresent()) {
          map.put(key, value.get());
        }
      }
    }
    return map;
  }

  // The API server drops such an entry of a custom resource; Go's structures keep it.
  private void noteNothing(Scalar key, Place where, Nothing nothing) {
    warn(
        "YAML-NULL",
        where,
        Excerpt.quoted(key.value())
            + " has no value; "
            + (ofProtobuf ? "istiod " : "the API server ")
            + (ofSchema ? "drops it" : "takes it for " + nothing.text),
        "write a value, "
            + (nothing == Nothing.TEXT ? "\"\" for an empty text, " : "")
            + "or remove the line",
        key);
  }

  @Override
  public <T> Optional<T> message(String name, Function<FieldReader, T> read) {
    Node node = value(name);
    return node == null ? Optional.empty() : message(node, place.field(name), read);
  }

  private <T> Optional<T> message(Node node, Place where, Function<FieldReader, T> read) {
    if (!(node instanceof Mapping mapping)) {
      wrongType(node, where, "an object");
      return Optional.empty();
    }
    boolean inner = ofSchema && !where.isMetadata();
    Set<String> ofMessage = names == null ? null : new HashSet<>();
    return Optional.of(
        new NodeReader(findings, resource, mapping, where, inner, ofMessage).read(read));
  }

  @Override
  public <T> T requiredMessage(String name, Function<FieldReader, T> read) {
    Optional<T> message = message(name, read);
    if (message.isPresent()) {
      return message.get();
    }
    if (value(name) == null) {
      missing(name);
    }
    // Its own required fields are no further news: nobody sees the findings of this reader.
    Mapping nothing = new Mapping(List.of(), object.line(), object.column(), 1);
    return new NodeReader(
            new Findings(findings.file()), resource, nothing, place.field(name), ofSchema)
        .read(read);
  }

  @Override
  public <T> T messageOrEmpty(String name, Function<FieldReader, T> read) {
    if (value(name) != null) {
      return requiredMessage(name, read);
    }
    Mapping nothing = new Mapping(List.of(), object.line(), object.column(), 1);
    return new NodeReader(findings, resource, nothing, place.field(name), ofSchema).read(read);
  }

  @Override
  public <T> List<T> messages(String name, Function<FieldReader, T> read) {
    return list(name, new MessageReader<>(read), Nothing.OBJECT);
  }

  @Override
  public <T> Map<String, T> messageMap(String name, Function<FieldReader, T> read) {
    return map(name, new MessageReader<>(read), Nothing.OBJECT);
  }

  @Override
  public Optional<JsonValue> json(String name) {
    Node node = value(name);
    return node == null ? Optional.empty() : Optional.of(json(node, place.field(name)));
  }

  private JsonValue json(Node node, Place where) {
    if (node instanceof Mapping mapping) {
      Map<String, JsonValue> fields = new LinkedHashMap<>();
      for (Entry entry : mapping.entries()) {
        String key = entry.name();
        fields.put(key, json(entry.value(), where.field(key)));
      }
      return new JsonObject(fields);
    }
    if (node instanceof Sequence sequence) {
      List<JsonValue> values = new ArrayList<>();
      for (int i = 0; i < sequence.elements().size(); i++) {
        values.add(json(sequence.elements().get(i), where.element(i)));
      }
      return new JsonValue.JsonArray(values);
    }
    Scalar scalar = (Scalar) node;
    return switch (ScalarType.of(scalar)) {
      case TEXT -> JsonValue.of(scalar.value());
      case NULL -> JsonValue.JsonNull.NULL;
      case BOOLEAN -> JsonValue.of(ScalarType.isTrue(scalar.value()));
      case INTEGER, FLOAT -> {
        Optional<BigDecimal> value = Numbers.value(scalar);
        if (value.isEmpty()) {
          report(
              "YAML-TYPE",
              where,
              "JSON has no number " + Excerpt.of(scalar.value()),
              "write a number, or \"" + Excerpt.of(scalar.value()) + "\" for the text",
              node);
        }
        yield value
            .<JsonValue>map(JsonValue.JsonNumber::new)
            .orElseGet(() -> JsonValue.of(scalar.value()));
      }
    };
  }

  @Override
  public Optional<JsonValue> intOrString(String name) {
    Node node = value(name);
    if (node == null) {
      return Optional.empty();
    }
    boolean text = node instanceof Scalar scalar && ScalarType.of(scalar) == ScalarType.TEXT;
    if (text) {
      return json(name);
    }
    return integer(
            node, place.field(name), INT32_LEAST, INT32_MOST, "a whole number or a quoted text")
        .map(JsonValue::of);
  }

  @Override
  public Optional<JsonObject> jsonObject(String name) {
    Node node = value(name);
    if (node == null) {
      return Optional.empty();
    }
    if (!(node instanceof Mapping)) {
      wrongType(node, place.field(name), "an object");
      return Optional.empty();
    }
    return Optional.of((JsonObject) json(node, place.field(name)));
  }

  @Override
  public List<JsonValue> jsonList(String name) {
    return list(name, (in, node, where) -> Optional.of(in.json(node, where)), Nothing.OBJECT);
  }

  @Override
  public Map<String, JsonValue> rest() {
    everythingAsked = true;
    Map<String, JsonValue> rest = new LinkedHashMap<>();
    for (int i = 0; i < entries.length; i++) {
      String key = entries[i].name();
      if (!asked[i]) {
        rest.put(key, json(entries[i].value(), place.field(key)));
      }
    }
    return rest;
  }

  @Override
  public void secondArm(String oneof, String first, String second) {
    report(
        "YAML-SECOND-ARM",
        place.field(second),
        first + " and " + second + " exclude each other (" + oneof + "); one of them would be lost",
        "keep one of the two",
        keyOf(second));
  }

  @Override
  public void noArm(String oneof, List<String> arms) {
    if (arms.stream().noneMatch(this::has)) {
      report(
          "YAML-MISSING-FIELD",
          place,
          "one of " + String.join(", ", arms) + " is needed here (" + oneof + ")",
          "write one of them",
          object);
    }
  }

  @Override
  public Origin origin() {
    return Origin.file(findings.file(), object.line(), object.column());
  }

  @Override
  public Origin origin(String field) {
    Node key = keyOf(field);
    return Origin.file(findings.file(), key.line(), key.column());
  }

  @Override
  public String path() {
    return place.text();
  }

  private Node keyOf(String name) {
    for (Entry entry : entries) {
      if (entry.name().equals(name)) {
        return entry.key();
      }
    }
    return object;
  }

  private void missing(String name) {
    if (missing.isEmpty()) {
      missing = new HashSet<>();
    }
    missing.add(name);
    if (ofProtobuf) {
      warn(
          "YAML-MISSING-FIELD",
          place.field(name),
          "the field " + name + " is needed here, and istiod takes the rest without it",
          "write " + name,
          object);
      return;
    }
    report(
        "YAML-MISSING-FIELD",
        place.field(name),
        "the field " + name + " is needed here",
        "write " + name,
        object);
  }

  // An Ingress and a Service write a port so.
  private static boolean isPortOfDestination(Node node, Place where) {
    return where.name().equals("port")
        && node instanceof Scalar scalar
        && ScalarType.of(scalar) == ScalarType.INTEGER
        && PORT_SELECTOR.matcher(where.text()).matches();
  }

  private void wrongType(Node node, Place where, String wanted) {
    String hint = "write " + wanted;
    if (node instanceof Scalar scalar
        && !scalar.plain()
        && ScalarType.of(new Scalar(scalar.value(), true, 0, 0)) != ScalarType.TEXT) {
      hint = "remove the quotes around " + Excerpt.of(scalar.value());
    } else if (isPortOfDestination(node, where)) {
      hint = "write {number: " + ((Scalar) node).value() + "}";
    } else if (wanted.equals("a list")) {
      hint = "write a dash before each element, even if there is one only";
    }
    report(
        "YAML-TYPE", where, wanted + " is wanted, and this is " + node.description(), hint, node);
  }

  private void report(String id, Place where, String message, String hint, Node node) {
    findings.add(
        id, Severity.ERROR, resource, where.text(), message, hint, node.line(), node.column());
  }
}
