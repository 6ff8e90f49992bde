package com.policycortex.istio.validation;

import com.policycortex.istio.finding.Gate;
import com.policycortex.istio.model.networking.HealthCheckMethod;
import com.policycortex.istio.model.networking.HttpHealthCheckConfig;
import com.policycortex.istio.model.networking.ReadinessProbe;
import com.policycortex.istio.model.networking.WorkloadEntrySpec;
import com.policycortex.istio.model.networking.WorkloadGroup;
import java.util.Optional;
import java.util.function.Function;

/** Templates for groups of workloads, and their readiness probes. */
final class WorkloadGroupRules {

  private static final RuleSet<HttpHealthCheckConfig> HTTP =
      RuleSet.of(HttpHealthCheckConfig.class)
          .rule(
              NumberRules.port(
                  "WG-PROBE-HTTP-PORT", Gate.BOTH, "port", http -> Optional.of(http.port())))
          .error(
              "WG-PROBE-HTTP-SCHEME",
              Gate.BOTH,
              "Write HTTP or HTTPS",
              (http, report) -> {
                String scheme = http.scheme().orElse("");
                if (!scheme.isEmpty() && !scheme.equals("HTTP") && !scheme.equals("HTTPS")) {
                  report.add("scheme", Text.quote(scheme) + " is neither HTTP nor HTTPS");
                }
              })
          .error(
              "WG-PROBE-HTTP-HEADER",
              Gate.BOTH,
              "Write letters, digits and '-'",
              (http, report) -> {
                for (int i = 0; i < http.httpHeaders().size(); i++) {
                  Optional<String> header = http.httpHeaders().get(i).name();
                  String name = header.orElse("");
                  if (!HeaderNames.isStrict(name) || name.indexOf('_') >= 0) {
                    boolean schema = header.isPresent() && !HeaderNames.isStrict(name);
                    report.add(
                        schema ? Gate.BOTH : Gate.ISTIOD,
                        "httpHeaders[" + i + "].name",
                        Text.quote(name) + " is not the name of a header");
                  }
                }
              })
          .build();

  private static final RuleSet<ReadinessProbe> PROBE =
      RuleSet.of(ReadinessProbe.class)
          .error(
              "WG-PROBE-METHOD",
              Gate.ISTIOD,
              "Write httpGet, tcpSocket or exec",
              (probe, report) -> {
                HealthCheckMethod method = probe.healthCheckMethod().orElse(null);
                if (method == null || method instanceof HealthCheckMethod.Grpc) {
                  report.add(
                      "",
                      method == null
                          ? "The probe asks nothing"
                          : "istiod does not know probes by gRPC");
                }
              })
          .rule(seconds("WG-PROBE-PERIOD", "periodSeconds", ReadinessProbe::periodSeconds))
          .rule(
              seconds(
                  "WG-PROBE-INITIAL", "initialDelaySeconds", ReadinessProbe::initialDelaySeconds))
          .rule(seconds("WG-PROBE-TIMEOUT", "timeoutSeconds", ReadinessProbe::timeoutSeconds))
          .rule(seconds("WG-PROBE-SUCCESS", "successThreshold", ReadinessProbe::successThreshold))
          .rule(seconds("WG-PROBE-FAILURE", "failureThreshold", ReadinessProbe::failureThreshold))
          .part(
              "httpGet",
              probe ->
                  probe.healthCheckMethod().orElse(null) instanceof HealthCheckMethod.HttpGet http
                      ? Optional.of(http.value())
                      : Optional.empty(),
              HTTP)
          .rule(
              NumberRules.port(
                  "WG-PROBE-GRPC-PORT",
                  Gate.API_SERVER,
                  "grpc.port",
                  probe ->
                      probe.healthCheckMethod().orElse(null) instanceof HealthCheckMethod.Grpc grpc
                          ? grpc.value().port()
                          : Optional.empty()))
          .rule(
              NumberRules.port(
                  "WG-PROBE-TCP-PORT",
                  Gate.BOTH,
                  "tcpSocket.port",
                  probe ->
                      probe.healthCheckMethod().orElse(null)
                              instanceof HealthCheckMethod.TcpSocket tcp
                          ? Optional.of(tcp.value().port())
                          : Optional.empty()))
          .error(
              "WG-PROBE-COMMAND",
              Gate.BOTH,
              "Write the command and its arguments, none of them empty",
              (probe, report) -> {
                if (probe.healthCheckMethod().orElse(null) instanceof HealthCheckMethod.Exec exec) {
                  if (exec.value().command().isEmpty()) {
                    boolean written = exec.value().isExplicitlyEmpty("command");
                    Gate gate = written ? Gate.ISTIOD : Gate.BOTH;
                    report.add(gate, "exec.command", "The command is empty");
                  } else if (exec.value().command().contains("")) {
                    report.add(Gate.API_SERVER, "exec.command", "A part of the command is empty");
                  }
                }
              })
          .build();

  private static final RuleSet<WorkloadEntrySpec> TEMPLATE =
      RuleSet.of(WorkloadEntrySpec.class)
          .error(
              "WG-TEXT-LONG",
              Gate.API_SERVER,
              "Write at most 2048 characters, 253 for a service account",
              (template, report) ->
                  WorkloadRules.texts(
                      template.locality(), template.network(), template.serviceAccount(), report))
          .build();

  static final RuleSet<WorkloadGroup> RULES =
      RuleSet.of(WorkloadGroup.class)
          .error(
              "WG-LABELS",
              Gate.ISTIOD,
              "Write labels as Kubernetes takes them",
              (group, report) -> {
                if (group.workloadMetadata().isPresent()) {
                  Labels.check("metadata.labels", group.workloadMetadata().get().labels(), report);
                }
              })
          .error(
              "WG-METADATA-MAX",
              Gate.API_SERVER,
              "Write at most 256",
              (group, report) -> {
                if (group.workloadMetadata().isPresent()
                    && (group.workloadMetadata().get().labels().size() > 256
                        || group.workloadMetadata().get().annotations().size() > 256)) {
                  report.add("metadata", "There are more than 256 labels or annotations");
                }
              })
          .rule(
              NumberRules.uint32(
                  "WG-UINT32", "template.weight", group -> group.template().weight()))
          .always("template", WorkloadGroup::template, TEMPLATE)
          .always(
              "template",
              group -> WorkloadRules.Workload.of(group.template()),
              WorkloadRules.SCHEMA)
          .part("probe", WorkloadGroup::probe, PROBE)
          .build();

  private WorkloadGroupRules() {}

  private static Rule<ReadinessProbe> seconds(
      String id, String field, Function<ReadinessProbe, Optional<Integer>> get) {
    return NumberRules.notNegative(id, Gate.BOTH, field, get);
  }
}
