package com.policycortex.istio.yaml;

import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.wire.Durations;
import com.policycortex.istio.wire.JsonValue;
import com.policycortex.istio.wire.JsonValue.JsonArray;
import com.policycortex.istio.wire.JsonValue.JsonBoolean;
import com.policycortex.istio.wire.JsonValue.JsonNumber;
import com.policycortex.istio.wire.JsonValue.JsonObject;
import com.policycortex.istio.wire.JsonValue.JsonString;
import java.io.StringReader;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeId;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * The objects of a text as SnakeYAML composes them, of which nothing is known but texts and how
 * they are quoted; and where a manifest says something else than its object.
 */
final class IndependentReading {

  private static final Set<String> TRUE = Set.of("true", "yes", "on", "y");
  private static final Set<String> FALSE = Set.of("false", "no", "off", "n");

  private static final Tag PLAIN = new Tag("tag:plain,2000:");

  private final Map<String, MappingNode> objects = new LinkedHashMap<>();

  /** Reads as much of the text as is YAML. */
  IndependentReading(String text) {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(Integer.MAX_VALUE);
    options.setNestingDepthLimit(200);
    DumperOptions dumper = new DumperOptions();
    Yaml yaml =
        new Yaml(
            new SafeConstructor(options), new Representer(dumper), dumper, options, new Texts());
    // A document may be broken without harm to the ones behind it.
    List<Integer> begins = new ArrayList<>(List.of(0));
    for (int at = text.indexOf("\n---"); at >= 0; at = text.indexOf("\n---", at + 1)) {
      begins.add(at + 1);
    }
    for (int i = 0; i < begins.size(); i++) {
      int begin = begins.get(i);
      int end = i + 1 < begins.size() ? begins.get(i + 1) : text.length();
      int line = (int) text.substring(0, begin).chars().filter(c -> c == '\n').count();
      index(yaml, text.substring(begin, end), line);
    }
  }

  // What is no YAML the reader must not accept either, so nobody asks for its objects. Tabs that
  // separate are fine with Go's YAML, and not with SnakeYAML.
  private void index(Yaml yaml, String document, int line) {
    StringBuilder text = new StringBuilder(document);
    for (int tries = 0; tries < 100; tries++) {
      try {
        yaml.composeAll(new StringReader(text.toString()))
            .forEach(root -> index(root, line, new ArrayList<>()));
        return;
      } catch (MarkedYAMLException e) {
        int at = e.getProblemMark() == null ? -1 : e.getProblemMark().getIndex();
        if (at < 0 || at >= text.codePointCount(0, text.length())) {
          return;
        }
        at = text.offsetByCodePoints(0, at);
        if (text.charAt(at) != '\t') {
          return;
        }
        text.setCharAt(at, ' ');
      } catch (YAMLException | IllegalArgumentException e) {
        return; // the latter for escapes of characters that there are not
      }
    }
  }

  // What a scalar without quotes is, this class says; quotes and tags say that it is a text.
  private static final class Texts extends Resolver {
    @Override
    public Tag resolve(NodeId kind, String value, boolean implicit) {
      if (kind == NodeId.scalar) {
        return implicit ? PLAIN : Tag.STR;
      }
      return super.resolve(kind, value, implicit);
    }
  }

  private void index(Node node, int line, List<Node> around) {
    if (around.contains(node)) {
      return;
    }
    around.add(node);
    if (node instanceof MappingNode mapping) {
      objects.putIfAbsent(
          (line + node.getStartMark().getLine() + 1) + ":" + (node.getStartMark().getColumn() + 1),
          mapping);
      mapping.getValue().forEach(tuple -> index(tuple.getValueNode(), line, around));
    } else if (node instanceof SequenceNode sequence) {
      sequence.getValue().forEach(element -> index(element, line, around));
    }
    around.remove(around.size() - 1);
  }

  /** Where the manifest and its text differ; nothing where they do not. */
  List<String> differences(Manifest manifest) {
    String place = manifest.origin().line() + ":" + manifest.origin().column();
    MappingNode object = objects.get(place);
    List<String> differences = new ArrayList<>();
    if (object == null) {
      differences.add("there is no object at " + place);
    } else {
      compare("", JsonValue.of(manifest), object, differences);
    }
    return differences;
  }

  private static void compare(String path, JsonValue ours, Node theirs, List<String> differences) {
    if (ours instanceof JsonObject object && theirs instanceof MappingNode mapping) {
      compareFields(path, object.fields(), fields(mapping), differences);
    } else if (ours instanceof JsonArray array && theirs instanceof SequenceNode sequence) {
      if (array.values().size() != sequence.getValue().size()) {
        differences.add(path + " has another number of elements");
        return;
      }
      for (int i = 0; i < array.values().size(); i++) {
        compare(
            path + "[" + i + "]", array.values().get(i), sequence.getValue().get(i), differences);
      }
    } else if (!isSame(path, ours, theirs)) {
      differences.add(path + " is " + ours + " and was " + written(theirs));
    }
  }

  private static void compareFields(
      String path,
      Map<String, JsonValue> ours,
      Map<String, Node> theirs,
      List<String> differences) {
    theirs.forEach(
        (name, value) -> {
          JsonValue read = ours.get(name);
          if (read != null) {
            compare(path + "." + name, read, value, differences);
          } else if (!isNull(value) && !(path.isEmpty() && isNothing(value))) {
            differences.add(path + "." + name + " is lost");
          }
        });
    ours.forEach(
        (name, value) -> {
          // The API server fills in an object that must be there.
          if (!theirs.containsKey(name) && !isEmpty(value)) {
            differences.add(path + "." + name + " comes from nowhere");
          }
        });
  }

  // An object of nothing but such objects.
  private static boolean isEmpty(JsonValue value) {
    return value instanceof JsonObject object
        && object.fields().values().stream().allMatch(IndependentReading::isEmpty);
  }

  private static boolean isSame(String path, JsonValue ours, Node theirs) {
    if (ours instanceof JsonString text && theirs instanceof MappingNode mapping) {
      return isAddress(text.value(), mapping);
    }
    if (!(theirs instanceof ScalarNode scalar)) {
      return false;
    }
    String written = scalar.getValue();
    if (ours instanceof JsonString text) {
      if (scalar.getTag().equals(Tag.BINARY)) {
        byte[] bytes = Base64.getMimeDecoder().decode(written);
        return text.value().equals(new String(bytes, StandardCharsets.UTF_8));
      }
      return (text.value().equals(written) && !isNoText(scalar))
          || (isNull(scalar) && text.value().isEmpty())
          || (path.equals(".apiVersion") && group(text.value()).equals(group(written)))
          || isSameDuration(text.value(), written);
    }
    if (isQuoted(scalar)) {
      return false;
    }
    if (ours instanceof JsonNumber number) {
      return number(written)
          .filter(
              value ->
                  value.compareTo(number.value()) == 0
                      || value.doubleValue() == number.value().doubleValue())
          .isPresent();
    }
    if (ours instanceof JsonBoolean truth) {
      return isForm(written, truth.value() ? TRUE : FALSE);
    }
    return isNull(scalar);
  }

  // Go's YAML takes [2001:db8::] for a text, SnakeYAML for an object.
  private static boolean isAddress(String text, MappingNode mapping) {
    Map<String, Node> fields = fields(mapping);
    return fields.size() == 1 && fields.containsKey(text.replaceFirst(":$", ""));
  }

  private static boolean isSameDuration(String ours, String written) {
    Optional<Duration> duration = Durations.parse(ours);
    return duration.isPresent() && duration.equals(Durations.parse(written));
  }

  private static String group(String apiVersion) {
    return apiVersion.replaceFirst("/.*", "");
  }

  private static boolean isQuoted(ScalarNode scalar) {
    return !scalar.getTag().equals(PLAIN)
        && (scalar.getTag().equals(Tag.STR) || !scalar.getTag().startsWith(Tag.PREFIX));
  }

  private static boolean isNull(Node node) {
    return node instanceof ScalarNode scalar
        && !isQuoted(scalar)
        && !scalar.getTag().equals(Tag.BINARY)
        && (scalar.getValue().isEmpty()
            || scalar.getValue().equals("~")
            || isForm(scalar.getValue(), Set.of("null")));
  }

  // Metadata in which nothing stands.
  private static boolean isNothing(Node node) {
    return node instanceof MappingNode mapping
        && fields(mapping).values().stream().allMatch(IndependentReading::isNull);
  }

  private static boolean isNoText(ScalarNode scalar) {
    return scalar.getTag().equals(PLAIN)
        && (isNull(scalar)
            || isForm(scalar.getValue(), TRUE)
            || isForm(scalar.getValue(), FALSE)
            || number(scalar.getValue()).filter(n -> Double.isFinite(n.doubleValue())).isPresent());
  }

  private static boolean isForm(String text, Set<String> words) {
    String small = text.toLowerCase(Locale.ROOT);
    boolean form =
        text.equals(small)
            || text.equals(text.toUpperCase(Locale.ROOT))
            || text.substring(1).equals(small.substring(1));
    return form && words.contains(small);
  }

  private static Optional<BigDecimal> number(String written) {
    String text = written.replace("_", "").toLowerCase(Locale.ROOT);
    String digits = text.replaceFirst("^[-+]", "");
    boolean negative = text.startsWith("-");
    if (digits.matches("0x[0-9a-f]+")) {
      return signed(new BigInteger(digits.substring(2), 16), negative);
    }
    if (digits.matches("0b[01]+")) {
      return signed(new BigInteger(digits.substring(2), 2), negative);
    }
    if (digits.matches("0o?[0-7]+")) {
      return signed(new BigInteger(digits.replace("o", ""), 8), negative);
    }
    return digits.length() < 1000
            && digits.matches("([0-9]+\\.?[0-9]*|\\.[0-9]+)(e[-+]?[0-9]{1,4})?")
        ? Optional.of(new BigDecimal(text))
        : Optional.empty();
  }

  private static Optional<BigDecimal> signed(BigInteger value, boolean negative) {
    return Optional.of(new BigDecimal(negative ? value.negate() : value));
  }

  private static Map<String, Node> fields(MappingNode mapping) {
    Map<String, Node> fields = new LinkedHashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      if (tuple.getKeyNode() instanceof ScalarNode key) {
        if (key.getValue().equals("<<") && key.getScalarStyle() == ScalarStyle.PLAIN) {
          merge(tuple.getValueNode(), fields);
        } else {
          fields.put(name(key), tuple.getValueNode());
        }
      }
    }
    return fields;
  }

  private static void merge(Node node, Map<String, Node> fields) {
    if (node instanceof MappingNode mapping) {
      fields.putAll(fields(mapping));
    } else if (node instanceof SequenceNode sequence) {
      Map<String, Node> merged = new LinkedHashMap<>();
      sequence
          .getValue()
          .forEach(element -> fields((MappingNode) element).forEach(merged::putIfAbsent));
      fields.putAll(merged);
    }
  }

  // JSON's names are texts: Kubernetes writes other values as one.
  private static String name(ScalarNode key) {
    String text = key.getValue();
    if (key.getScalarStyle() != ScalarStyle.PLAIN || text.isEmpty()) {
      return text;
    }
    if (isForm(text, TRUE) || isForm(text, FALSE)) {
      return String.valueOf(isForm(text, TRUE));
    }
    return number(text)
        .map(value -> isWhole(text) ? value.toPlainString() : ofFloat((float) value.doubleValue()))
        .orElse(text);
  }

  private static boolean isWhole(String text) {
    return text.matches("[-+]?(0[xXbBoO])?[0-9a-fA-F_]+")
        && !text.matches("[-+]?[0-9_]+[eE][0-9_]+");
  }

  // As C's %g with as many digits as it takes.
  private static String ofFloat(float number) {
    for (int digits = 0; ; digits++) {
      String text = String.format(Locale.ROOT, "%." + digits + "e", (double) number);
      if (Float.parseFloat(text) == number) {
        int exponent = Integer.parseInt(text.substring(text.indexOf('e') + 1));
        return exponent < -4 || exponent > 5 ? text : new BigDecimal(text).toPlainString();
      }
    }
  }

  private static String written(Node node) {
    return node instanceof ScalarNode scalar ? scalar.getValue() : node.getNodeId().toString();
  }
}
