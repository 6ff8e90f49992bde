package com.policycortex.istio.analysis.authorization;

import com.policycortex.istio.analysis.authorization.ServedPorts.Served;
import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Draft;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.finding.Severity;
import com.policycortex.istio.finding.Witness;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.Need;
import com.policycortex.istio.mesh.Policies;
import com.policycortex.istio.mesh.Proxy;
import com.policycortex.istio.mesh.Workload;
import com.policycortex.istio.model.security.AuthorizationAction;
import com.policycortex.istio.model.security.AuthorizationPolicy;
import com.policycortex.istio.model.security.AuthorizationRule;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A rule asks for something of requests on a port that has none. */
final class RequestFieldOnTcpPort extends Check<AuthorizationPolicy> {

  RequestFieldOnTcpPort() {
    super(
        Subject.of(AuthorizationPolicy.KIND),
        CheckInfo.error("AUTHZ-HTTP-ON-TCP-PORT", "A rule asks for requests where there are none")
            .meaning(
                "A rule names methods, paths, hosts, request principals, headers or claims, and"
                    + " holds for a port of a sidecar that a Service declares as something else"
                    + " than HTTP (tcp, tls, https, mongo, …, by its name or appProtocol). A rule"
                    + " of ALLOW is found where it holds for no other port, a rule of DENY for each"
                    + " such port. It is a warning where the sidecar, or another port, is not plain"
                    + " from the manifests.")
            .why(
                "On such a port the proxy has connections, and no requests. It leaves the whole"
                    + " rule of ALLOW out there, also its other alternatives, so that nobody is let"
                    + " in by it. Of a rule of DENY it asks the rest, which refuses more than the"
                    + " rule says, often everything.")
            .fix(
                "Declare the Service's port as HTTP, by its name (http-web) or its appProtocol, or"
                    + " ask for what connections have: principals, namespaces, addresses, ports")
            .needs(Need.WORKLOADS, Need.SERVICES));
  }

  @Override
  public void check(AuthorizationPolicy policy, MeshView mesh, Report report) {
    AuthorizationAction action = policy.action().orElse(AuthorizationAction.ALLOW);
    boolean decides = action == AuthorizationAction.ALLOW || action == AuthorizationAction.DENY;
    if (!decides
        || Policies.isDryRun(policy)
        || !Policies.targetRefs(policy).isEmpty()
        || policy.rules().stream().noneMatch(rule -> RequestFields.first(rule).isPresent())) {
      return;
    }
    ServedPorts ports = ServedPorts.of(policy, mesh);
    if (ports.opaque().isEmpty()) {
      return;
    }
    for (int i = 0; i < policy.rules().size(); i++) {
      AuthorizationRule rule = policy.rules().get(i);
      boolean found = false;
      for (int to = rule.to().isEmpty() ? -1 : 0; to < rule.to().size() && !found; to++) {
        found = check(i, rule, to, action == AuthorizationAction.ALLOW, ports, mesh, report);
      }
    }
  }

  private static boolean check(
      int index,
      AuthorizationRule rule,
      int to,
      boolean allow,
      ServedPorts ports,
      MeshView mesh,
      Report report) {
    Optional<RequestFields.Field> field =
        (to < 0 ? Optional.<RequestFields.Field>empty() : RequestFields.ofOperation(rule, to))
            .or(() -> RequestFields.ofSources(rule))
            // With one alternative of ALLOW all go.
            .or(() -> allow ? RequestFields.first(rule) : Optional.empty());
    List<Served> hit =
        ports.opaque().stream()
            .filter(served -> PolicyPorts.mayBeFor(rule, to, served.port().number()))
            .toList();
    boolean holdsElsewhere =
        ports.requests().stream().anyMatch(port -> PolicyPorts.mayBeFor(rule, to, port));
    if (field.isEmpty() || hit.isEmpty() || (allow && holdsElsewhere)) {
      return false;
    }
    boolean mayHoldElsewhere = allow && !ports.areAll() && !PolicyPorts.areNamed(rule, to);
    boolean certain =
        hit.stream().anyMatch(one -> mesh.workloads().proxy(one.workload()) == Proxy.SIDECAR);
    ServedPort first = hit.get(0).port();
    boolean isAll = !allow && RequestFields.areAll(rule);
    Draft draft =
        report
            .add(
                "spec.rules[" + index + "]." + field.get().path(),
                named(hit)
                    + " has connections and no requests ("
                    + first.port().protocol()
                    + "), so nothing to compare "
                    + field.get().name()
                    + " with: "
                    + (allow
                        ? "the rule is left out there, and lets nobody in."
                        : "the rule is asked there without it, and refuses "
                            + (isAll ? "every connection." : "all that the rest of it fits.")))
            .at(rule)
            .severity(certain && !mayHoldElsewhere ? Severity.ERROR : Severity.WARNING)
            .related(
                first.service().manifest(), first.field(), "is for " + first.port().protocol());
    if (isAll) {
      draft.witness(
          Witness.connection(
              first.service().host(), (int) first.port().number(), "is refused, whoever calls"));
    }
    if (!allow && !ports.requests().isEmpty()) {
      draft.hint(
          "Name the ports of the workload that are for HTTP in operation.ports: "
              + ports.requests());
    }
    return true;
  }

  // The ports of the first workload, and how many more workloads there are.
  private static String named(List<Served> hit) {
    Workload first = hit.get(0).workload();
    String ports =
        hit.stream()
            .filter(one -> one.workload().equals(first))
            .map(one -> Long.toString(one.port().number()))
            .collect(Collectors.joining(" and "));
    long others = hit.stream().map(Served::workload).distinct().count() - 1;
    return "Port " + ports + " of " + first + (others == 0 ? "" : " (and of " + others + " more)");
  }
}
