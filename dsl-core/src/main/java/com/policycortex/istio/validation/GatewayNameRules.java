package com.policycortex.istio.validation;

import com.policycortex.istio.finding.Gate;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Names of gateways: {@code mesh}, {@code name} or {@code namespace/name}. Istio stops at the first
 * name without a slash and looks at none behind it.
 */
final class GatewayNameRules {

  private GatewayNameRules() {}

  static <T> List<Rule<T>> of(Function<? super T, List<String>> get, Predicate<? super T> lenient) {
    return List.of(
        Rule.error(
            "VS-GATEWAY-NAME",
            Gate.ISTIOD,
            "Write mesh, or namespace/name of a Gateway",
            (value, report) -> {
              int plain = firstPlain(get.apply(value));
              if (plain >= 0) {
                String problem = DnsNames.problemWithFqdn(get.apply(value).get(plain));
                if (problem != null) {
                  report.add("gateways[" + plain + "]", problem);
                }
              }
            }),
        Rule.error(
            "VS-GATEWAY-EMPTY-PART",
            Gate.ISTIOD,
            "Write both namespace and name",
            (value, report) -> {
              List<String> gateways = get.apply(value);
              for (int i = 0; i < looked(gateways); i++) {
                String gateway = gateways.get(i);
                if (gateway.indexOf('/') == 0 || gateway.indexOf('/') == gateway.length() - 1) {
                  report.add(
                      "gateways[" + i + "]",
                      Text.quote(gateway) + " has nothing on one side of the slash");
                }
              }
            }),
        Rule.error(
            "VS-GATEWAY-NS",
            Gate.ISTIOD,
            "Write the namespace's name",
            (value, report) -> {
              List<String> gateways = get.apply(value);
              for (int i = 0; i < looked(gateways); i++) {
                String gateway = gateways.get(i);
                if (!DnsNames.isLabel(gateway, 0, gateway.indexOf('/'))) {
                  report.add(
                      "gateways[" + i + "]",
                      Text.quote(gateway) + " does not start with the name of a namespace");
                }
              }
            }),
        Rule.error(
            "VS-GATEWAY-NAME-LABEL",
            Gate.ISTIOD,
            "Write the Gateway's name",
            (value, report) -> {
              List<String> gateways = get.apply(value);
              for (int i = 0; i < looked(gateways); i++) {
                String gateway = gateways.get(i);
                if (!DnsNames.isLabel(gateway, gateway.indexOf('/') + 1, gateway.length())
                    && !lenient.test(value)) {
                  report.add(
                      "gateways[" + i + "]",
                      Text.quote(gateway) + " does not end with the name of a Gateway");
                }
              }
            }));
  }

  /** Names of the form that Istio still takes and warns of. */
  static void legacy(List<String> gateways, Report report) {
    int plain = firstPlain(gateways);
    if (plain >= 0 && gateways.get(plain).indexOf('.') >= 0) {
      report.add(
          "gateways[" + plain + "]",
          Text.quote(gateways.get(plain)) + " is the former way to name a gateway");
    }
  }

  private static int firstPlain(List<String> gateways) {
    for (int i = 0; i < gateways.size(); i++) {
      if (gateways.get(i).indexOf('/') < 0) {
        return i;
      }
    }
    return -1;
  }

  private static int looked(List<String> gateways) {
    int plain = firstPlain(gateways);
    return plain < 0 ? gateways.size() : plain;
  }
}
