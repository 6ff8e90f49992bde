package com.policycortex.istio.yaml;

import com.policycortex.istio.finding.ResourceId;
import com.policycortex.istio.yaml.Node.Scalar;
import com.policycortex.istio.yaml.NodeReader.Place;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What protobuf's JSON takes and the API server does not: numbers as text, and fields by their
 * names in protobuf. istiod reads MeshConfig and MeshNetworks so.
 */
final class ProtobufJson {

  private static final Pattern INTEGER = Pattern.compile("-?(0|[1-9][0-9]{0,20})");
  private static final Pattern NUMBER =
      Pattern.compile("-?(0|[1-9][0-9]{0,300})(\\.[0-9]{1,300})?([eE][+-]?[0-9]{1,3})?");
  private static final Pattern CAPITAL = Pattern.compile("([A-Z])");

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
    if (node instanceof Scalar scalar && ScalarType.of(scalar) == ScalarType.TEXT) {
      String text = scalar.value().strip();
      return form.matcher(text).matches() ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }
    return Optional.empty();
  }

  /** The name that a field has in protobuf: {@code trust_domain} of {@code trustDomain}. */
  static String protobufName(String name) {
    return CAPITAL.matcher(name).replaceAll("_$1").toLowerCase(Locale.ROOT);
  }
}
