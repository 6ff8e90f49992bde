package com.policycortex.istio.yaml;

import com.policycortex.istio.finding.ResourceId;
import com.policycortex.istio.model.mesh.AuthenticationPolicy;
import com.policycortex.istio.model.mesh.MeshOutboundTrafficPolicyMode;
import com.policycortex.istio.yaml.Node.Scalar;
import com.policycortex.istio.yaml.NodeReader.Place;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What istiod's decoder of JSON for protocol buffers takes and the API server does not: numbers as
 * text, constants by their numbers, and fields by their names in the protocol. istiod reads
 * MeshConfig and MeshNetworks so. The command {@code conformance/mesh-config} asks it.
 */
final class ProtobufJson {

  private static final Pattern INTEGER = Pattern.compile("-?(0|[1-9][0-9]{0,20})");
  private static final Pattern NUMBER =
      Pattern.compile("-?(0|[1-9][0-9]{0,300})(\\.[0-9]{1,300})?([eE][+-]?[0-9]{1,3})?");
  private static final Pattern CAPITAL = Pattern.compile("([A-Z])");

  private static final Map<String, Double> SPECIAL =
      Map.of(
          "NaN",
          Double.NaN,
          "Infinity",
          Double.POSITIVE_INFINITY,
          "-Infinity",
          Double.NEGATIVE_INFINITY);

  // What is named otherwise than all the others; the selectors' fields have one name only.
  private static final Map<String, String> NAMES =
      Map.of(
          "meshMTLS", "mesh_mTLS",
          "enable64bitTraceId", "enable_64bit_trace_id",
          "consecutive5xxErrors", "consecutive_5xx_errors",
          "matchLabels", "matchLabels",
          "matchExpressions", "matchExpressions");

  // Of all other constants the number is the place among them.
  private static final Map<Enum<?>, Integer> NUMBERS =
      Map.of(
          AuthenticationPolicy.INHERIT,
          1000,
          MeshOutboundTrafficPolicyMode.ALLOW_ANY_DYNAMIC_DNS,
          3);

  private ProtobufJson() {}

  /** Whether istiod reads the object there, and not the API server. */
  static boolean reads(ResourceId resource, Place place) {
    return switch (resource.kind()) {
      case "ConfigMap" -> isWithin(place.text(), "data.mesh", "data.meshNetworks");
      case "IstioOperator" -> isWithin(place.text(), "spec.meshConfig");
      default -> false;
    };
  }

  private static boolean isWithin(String path, String... roots) {
    for (String root : roots) {
      if (path.startsWith(root)
          && (path.length() == root.length() || ".[".indexOf(path.charAt(root.length())) >= 0)) {
        return true;
      }
    }
    return false;
  }

  /** The whole number that a text holds. */
  static Optional<BigDecimal> integer(Node node) {
    return number(node, INTEGER);
  }

  /** The number that a text holds. */
  static Optional<BigDecimal> number(Node node) {
    return number(node, NUMBER);
  }

  private static Optional<BigDecimal> number(Node node, Pattern form) {
    // Blanks pass, and whatever JSON escapes does not.
    return text(node)
        .map(text -> text.replaceAll("^ +| +$", ""))
        .map(text -> text.equals("null") ? "0" : text)
        .filter(text -> form.matcher(text).matches() && Numbers.isFinite(text))
        .map(BigDecimal::new);
  }

  /** Whether a text stands for nothing where a number is wanted. */
  static boolean isNull(Scalar scalar) {
    return scalar.value().strip().equals("null");
  }

  /** What a text says that is no finite number: {@code NaN}, {@code Infinity}. */
  static Optional<Double> special(Node node) {
    return text(node).map(SPECIAL::get);
  }

  private static Optional<String> text(Node node) {
    return node instanceof Scalar scalar && ScalarType.of(scalar) == ScalarType.TEXT
        ? Optional.of(scalar.value())
        : Optional.empty();
  }

  /** The constant with this number; empty where none has it, though istiod keeps any number. */
  static <E extends Enum<E>> Optional<E> constant(Class<E> type, BigDecimal number) {
    E[] constants = type.getEnumConstants();
    for (int place = 0; place < constants.length; place++) {
      int own = NUMBERS.getOrDefault(constants[place], place);
      if (number.compareTo(BigDecimal.valueOf(own)) == 0) {
        return Optional.of(constants[place]);
      }
    }
    return Optional.empty();
  }

  /** The name that a field has in the protocol: {@code trust_domain} of {@code trustDomain}. */
  static String protobufName(String name) {
    String known = NAMES.get(name);
    return known != null ? known : CAPITAL.matcher(name).replaceAll("_$1").toLowerCase(Locale.ROOT);
  }
}
