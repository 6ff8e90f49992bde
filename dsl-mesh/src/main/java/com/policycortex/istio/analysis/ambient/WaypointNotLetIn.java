package com.policycortex.istio.analysis.ambient;

import static com.policycortex.istio.model.security.AuthorizationFrom.authorizationFrom;
import static com.policycortex.istio.model.security.AuthorizationRule.authorizationRule;
import static com.policycortex.istio.model.security.AuthorizationSource.authorizationSource;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Draft;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.finding.Repair;
import com.policycortex.istio.finding.Witness;
import com.policycortex.istio.mesh.ApiGateway;
import com.policycortex.istio.mesh.MeshService;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.Names;
import com.policycortex.istio.mesh.Need;
import com.policycortex.istio.mesh.Policies;
import com.policycortex.istio.mesh.Proxy;
import com.policycortex.istio.mesh.Waypoint;
import com.policycortex.istio.mesh.Workload;
import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.model.RawManifest;
import com.policycortex.istio.model.install.IstioOperator;
import com.policycortex.istio.model.kubernetes.Namespace;
import com.policycortex.istio.model.security.AuthorizationAction;
import com.policycortex.istio.model.security.AuthorizationPolicy;
import com.policycortex.istio.model.security.AuthorizationRule;
import com.policycortex.istio.wire.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** ztunnel enforces policies that let callers in, and not the waypoint that they come through. */
final class WaypointNotLetIn extends Check<AuthorizationPolicy> {

  private static final String AUTOMATIC = "PILOT_AUTO_ALLOW_WAYPOINT_POLICY";

  /** Requests to a service come through a waypoint. */
  private record Way(MeshService service, RawManifest gateway, Caller waypoint) {}

  WaypointNotLetIn() {
    super(
        Subject.of(AuthorizationPolicy.KIND),
        CheckInfo.error("AMBIENT-WAYPOINT-NOT-LET-IN", "ztunnel does not let the waypoint in")
            .meaning(
                "Policies of ALLOW without targets apply to a workload in ambient mode, a Service"
                    + " of it uses a waypoint that serves it, and no rule of any of them can hold"
                    + " for the identity of the waypoint. Reported is the first of them whose rules"
                    + " name callers; of policies without rules, which let nobody in, the first,"
                    + " where another policy of ALLOW is for the waypoint or the Service: else it"
                    + " is taken as meant. Addresses and ports of rules are not looked at. Nothing"
                    + " is said where an IstioOperator sets PILOT_AUTO_ALLOW_WAYPOINT_POLICY. No"
                    + " Envoy asks these rules; that ztunnel does, and by the certificate of who"
                    + " opens the connection, is from its source (src/proxy/inbound.rs).")
            .why(
                "A waypoint opens connections of its own to the pods, with its own identity. ztunnel"
                    + " refuses them all, whoever sent the request.")
            .fix(
                "Allow the identity of the waypoint here, and say by targetRefs of the Service or"
                    + " the waypoint which callers it lets in")
            .needs(Need.WORKLOADS, Need.NAMESPACES, Need.SERVICES, Need.API_GATEWAYS));
  }

  @Override
  public void check(AuthorizationPolicy policy, MeshView mesh, Report report) {
    if (!isOfZtunnel(policy) || (!policy.rules().isEmpty() && naming(policy) < 0)) {
      return;
    }
    if (!Names.namespace(policy).equals(mesh.rootNamespace())) {
      check(policy, mesh.policies().workloads(policy), mesh, report);
      return;
    }
    for (Namespace namespace : mesh.all(Namespace.KIND)) {
      if (Ambient.isAmbient(namespace.name(), mesh)
          && check(policy, mesh.workloads().in(namespace.name()), mesh, report)) {
        return;
      }
    }
  }

  // True if it is said: once is enough.
  private static boolean check(
      AuthorizationPolicy policy, List<Workload> workloads, MeshView mesh, Report report) {
    for (Workload workload : workloads) {
      if (mesh.workloads().proxy(workload) == Proxy.AMBIENT
          && !workload.labels().containsKey(Policies.GATEWAY_NAME)) {
        Optional<Way> way = way(workload, mesh);
        if (way.isPresent() && isToBlame(policy, workload, way.get(), mesh)) {
          report(policy, workload, way.get(), report);
          return true;
        }
      }
    }
    return false;
  }

  private static Optional<Way> way(Workload workload, MeshView mesh) {
    for (MeshService service : mesh.workloads().servicesOf(workload)) {
      Optional<Waypoint> waypoint = mesh.waypoints().of(service);
      if (waypoint.isPresent()
          && waypoint.get().gateway().isPresent()
          && waypoint.get().refusal().isEmpty()) {
        RawManifest gateway = waypoint.get().gateway().get();
        Optional<String> account = new ApiGateway(gateway).serviceAccount();
        if (account.isPresent() && mesh.gatewayApi().isWaypoint(gateway)) {
          String trustDomain = mesh.settings().trustDomain();
          Caller caller = new Caller(trustDomain, Names.namespace(gateway), account.get());
          return Optional.of(new Way(service, gateway, caller));
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isToBlame(
      AuthorizationPolicy policy, Workload workload, Way way, MeshView mesh) {
    AuthorizationPolicy first = null;
    for (AuthorizationPolicy one : mesh.policies().authorizationPolicies(workload)) {
      if (isOfZtunnel(one)) {
        if (letsIn(one, way.waypoint())) {
          return false;
        }
        if (first == null || (naming(first) < 0 && naming(one) >= 0)) {
          first = one;
        }
      }
    }
    return policy == first
        && (!policy.rules().isEmpty() || isAllowedElsewhere(way, mesh))
        && !isAutomatic(mesh);
  }

  private static boolean isOfZtunnel(AuthorizationPolicy policy) {
    return policy.action().orElse(AuthorizationAction.ALLOW) == AuthorizationAction.ALLOW
        && Policies.targetRefs(policy).isEmpty()
        && !Policies.isDryRun(policy);
  }

  private static boolean letsIn(AuthorizationPolicy policy, Caller caller) {
    for (AuthorizationRule rule : policy.rules()) {
      if (!RuleOfRequests.is(rule) && caller.mayBeMeant(rule, Names.namespace(policy))) {
        return true;
      }
    }
    return false;
  }

  // The first rule that ztunnel asks and that is not for everybody.
  private static int naming(AuthorizationPolicy policy) {
    for (int i = 0; i < policy.rules().size(); i++) {
      AuthorizationRule rule = policy.rules().get(i);
      if (!RuleOfRequests.is(rule) && (!rule.from().isEmpty() || !rule.when().isEmpty())) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isAllowedElsewhere(Way way, MeshView mesh) {
    return allows(mesh.policies().targeting(way.gateway()))
        || allows(mesh.policies().targeting(way.service().manifest()));
  }

  private static boolean allows(List<Manifest> policies) {
    for (Manifest one : policies) {
      if (one instanceof AuthorizationPolicy policy
          && policy.action().orElse(AuthorizationAction.ALLOW) == AuthorizationAction.ALLOW
          && !policy.rules().isEmpty()) {
        return true;
      }
    }
    return false;
  }

  private static boolean isAutomatic(MeshView mesh) {
    for (IstioOperator operator : mesh.all(IstioOperator.KIND)) {
      if (JsonValue.of(operator).toString().contains(AUTOMATIC)) {
        return true;
      }
    }
    return false;
  }

  private static void report(
      AuthorizationPolicy policy, Workload workload, Way way, Report report) {
    String principal = way.waypoint().principal();
    int rule = naming(policy);
    Draft draft =
        report
            .add(
                rule < 0 ? "metadata.name" : "spec.rules[" + rule + "]",
                "ztunnel refuses the waypoint "
                    + Names.qualified(way.gateway())
                    + ", through which requests to "
                    + way.service().host()
                    + " come: no policy of ALLOW lets "
                    + principal
                    + " in to "
                    + workload
                    + ".")
            .related(way.gateway(), "", "is the waypoint")
            .related(way.service().manifest(), "", "uses it")
            .witness(
                Witness.request(
                    "GET",
                    way.service().host(),
                    "/",
                    "is refused behind the waypoint, whoever sends it"));
    if (rule >= 0) {
      List<AuthorizationRule> rules = new ArrayList<>(policy.rules());
      rules.add(
          authorizationRule()
              .from(authorizationFrom().source(authorizationSource().principals(principal))));
      draft
          .at(policy.rules().get(rule))
          .repair(
              Repair.replace("Let the waypoint in as well", policy.rules(rules))
                  .changes(
                      "whoever comes through the waypoint is let in, unless a policy for the"
                          + " waypoint or the Service says otherwise"));
    }
  }
}
