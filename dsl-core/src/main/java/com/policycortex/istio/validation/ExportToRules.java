package com.policycortex.istio.validation;

import com.policycortex.istio.finding.Gate;
import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.model.networking.DestinationRule;
import java.util.List;
import java.util.function.Function;

/** {@code exportTo}: which namespaces see a manifest. */
final class ExportToRules {

  private ExportToRules() {}

  /**
   * The rules that all three kinds share.
   *
   * @param noneAllowed whether {@code ~}, nobody, may be written
   */
  static <M extends Manifest> List<Rule<M>> of(Function<M, List<String>> get, boolean noneAllowed) {
    return List.of(
        Rule.error(
            "EXPORTTO-VALUE",
            Gate.ISTIOD,
            "Write '.', '*' or the name of a namespace",
            (manifest, report) -> {
              List<String> exportTo = get.apply(manifest);
              for (int i = 0; i < exportTo.size(); i++) {
                if (!isValue(resolve(exportTo.get(i), report), noneAllowed)) {
                  report.add(
                      "exportTo[" + i + "]", Text.quote(exportTo.get(i)) + " is no namespace");
                }
              }
            }),
        Rule.error(
            "EXPORTTO-DUP",
            Gate.ISTIOD,
            "Remove the second one",
            (manifest, report) -> {
              List<String> exportTo = get.apply(manifest);
              for (int i = 1; i < exportTo.size(); i++) {
                String namespace = resolve(exportTo.get(i), report);
                for (int j = 0; j < i; j++) {
                  if (namespace.equals(resolve(exportTo.get(j), report))
                      && isValue(namespace, noneAllowed)) {
                    report.add(
                        "exportTo[" + i + "]", Text.quote(exportTo.get(i)) + " is named twice");
                    break;
                  }
                }
              }
            }),
        Rule.error(
            "EXPORTTO-PUBLIC-MIX",
            Gate.ISTIOD,
            "Write '*' alone, or only the namespaces that are meant",
            (manifest, report) -> alone("*", get.apply(manifest), report)),
        Rule.error(
            "EXPORTTO-NONE-MIX",
            Gate.ISTIOD,
            "Write '~' alone",
            (manifest, report) -> {
              if (noneAllowed) {
                alone("~", get.apply(manifest), report);
              }
            }));
  }

  /** With a selector, a DestinationRule is for its own namespace only. */
  static final Rule<DestinationRule> SELECTED =
      Rule.error(
          "EXPORTTO-DR-SELECTOR",
          Gate.ISTIOD,
          "Write exportTo: [\".\"], or leave exportTo or workloadSelector out",
          (rule, report) -> {
            if (rule.workloadSelector().isEmpty()) {
              return;
            }
            for (int i = 0; i < rule.exportTo().size(); i++) {
              String namespace = resolve(rule.exportTo().get(i), report);
              if (isValue(namespace, false) && !namespace.equals(report.namespace())) {
                report.add(
                    "exportTo[" + i + "]",
                    "A DestinationRule with a workloadSelector is for its own namespace only, not"
                        + " for "
                        + Text.quote(namespace));
              }
            }
          });

  private static String resolve(String entry, Report report) {
    return entry.equals(".") ? report.namespace() : entry;
  }

  private static boolean isValue(String namespace, boolean noneAllowed) {
    return namespace.equals("*")
        || (noneAllowed && namespace.equals("~"))
        || DnsNames.isLabel(namespace);
  }

  private static void alone(String mark, List<String> exportTo, Report report) {
    boolean marked = false;
    for (String entry : exportTo) {
      marked |= entry.equals(mark) || (mark.equals("*") && resolve(entry, report).equals(mark));
    }
    if (exportTo.size() > 1 && marked) {
      report.add("exportTo", "'" + mark + "' stands beside other namespaces");
    }
  }
}
