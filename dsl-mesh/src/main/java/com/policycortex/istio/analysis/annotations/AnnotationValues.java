package com.policycortex.istio.analysis.annotations;

import com.policycortex.istio.finding.Finding;
import com.policycortex.istio.finding.Severity;
import com.policycortex.istio.model.kubernetes.ConfigMap;
import com.policycortex.istio.validation.Validation;
import com.policycortex.istio.yaml.MeshConfigReader;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Judges values of annotations as the injector does. */
final class AnnotationValues {

  private static final Set<String> MODES = Set.of("REDIRECT", "TPROXY", "NONE");
  // https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/
  private static final Pattern QUANTITY =
      Pattern.compile("[+-]?([0-9]+[.]?[0-9]*|[.][0-9]+)([KMGTPE]i|[numkMGTPE]|[eE][+-]?[0-9]+)?");
  private static final Pattern IPV4_RANGE =
      Pattern.compile("([0-9]{1,3}[.]){3}[0-9]{1,3}/([0-9]|[12][0-9]|3[0-2])");
  private static final Pattern IPV6_RANGE =
      Pattern.compile("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*/([0-9]|[1-9][0-9]|1[01][0-9]|12[0-8])");
  private static final Set<String> TRUTH =
      Set.of("1", "t", "T", "TRUE", "true", "True", "0", "f", "F", "FALSE", "false", "False");
  private static final int MAX_PORT = 65535;
  private static final long MAX_UINT32 = 0xFFFFFFFFL;

  private AnnotationValues() {}

  /** What is wrong with a value; absent if nothing is, or if nobody judges it. */
  static Optional<String> problem(String name, String value) {
    return switch (name) {
      case "sidecar.istio.io/interceptionMode" ->
          unless(MODES.contains(value), value, "REDIRECT, TPROXY or NONE");
      case "status.sidecar.istio.io/port" -> unless(isPort(value), value, "a port");
      case "readiness.status.sidecar.istio.io/initialDelaySeconds",
          "readiness.status.sidecar.istio.io/periodSeconds",
          "readiness.status.sidecar.istio.io/failureThreshold" ->
          unless(isNumber(value, MAX_UINT32), value, "a whole number");
      case "traffic.sidecar.istio.io/includeOutboundIPRanges" ->
          unless(value.equals("*") || all(value, AnnotationValues::isRange), value, "CIDR ranges");
      case "traffic.sidecar.istio.io/excludeOutboundIPRanges" ->
          unless(all(value, AnnotationValues::isRange), value, "CIDR ranges");
      case "traffic.sidecar.istio.io/includeInboundPorts" ->
          unless(value.equals("*") || all(value.strip(), AnnotationValues::isPort), value, "ports");
      case "traffic.sidecar.istio.io/excludeInboundPorts",
          "traffic.sidecar.istio.io/excludeOutboundPorts" ->
          unless(all(value.strip(), AnnotationValues::isPort), value, "ports");
      case "prometheus.istio.io/merge-metrics" ->
          unless(TRUTH.contains(value), value, "a truth value");
      case "sidecar.istio.io/proxyCPU",
          "sidecar.istio.io/proxyMemory",
          "sidecar.istio.io/proxyCPULimit",
          "sidecar.istio.io/proxyMemoryLimit" ->
          unless(QUANTITY.matcher(value).matches(), value, "a quantity");
      case "proxy.istio.io/config" -> proxyConfig(value);
      default -> Optional.empty();
    };
  }

  private static Optional<String> proxyConfig(String value) {
    // A ProxyConfig is what MeshConfig's defaultConfig is, and istiod reads both alike.
    ConfigMap map =
        ConfigMap.configMap("istio").data(Map.of("mesh", "defaultConfig:\n" + value.indent(2)));
    return Stream.concat(
            MeshConfigReader.meshConfig(map, Map.of()).findings().stream(),
            Validation.validate(map).stream())
        .filter(finding -> finding.severity() == Severity.ERROR)
        .map(Finding::message)
        .findFirst();
  }

  private static Optional<String> unless(boolean good, String value, String wanted) {
    return good ? Optional.empty() : Optional.of("'" + value + "' is not " + wanted);
  }

  private static boolean all(String list, Predicate<String> each) {
    return list.isEmpty() || Arrays.stream(list.split(",", -1)).allMatch(each);
  }

  private static boolean isPort(String text) {
    return isNumber(text.strip(), MAX_PORT);
  }

  private static boolean isNumber(String text, long most) {
    return text.matches("[0-9]{1,10}") && Long.parseLong(text) <= most;
  }

  private static boolean isRange(String text) {
    return IPV4_RANGE.matcher(text).matches() || IPV6_RANGE.matcher(text).matches();
  }
}
