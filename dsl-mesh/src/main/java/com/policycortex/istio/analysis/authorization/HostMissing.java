package com.policycortex.istio.analysis.authorization;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Confidence;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.Names;
import com.policycortex.istio.mesh.Need;
import com.policycortex.istio.model.security.AuthorizationOperation;
import com.policycortex.istio.model.security.AuthorizationPolicy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** A policy names a host that is no service. */
final class HostMissing extends Check<AuthorizationPolicy> {

  HostMissing() {
    super(
        Subject.of(AuthorizationPolicy.KIND),
        CheckInfo.warning("AUTHZ-HOST-MISSING", "A policy names a host that is no service")
            .meaning(
                "A value of hosts or notHosts in an operation looks like the name of a service"
                    + " (NAME, NAME.NAMESPACE, or more up to .svc.cluster.local), and there is no"
                    + " such Service, host of a ServiceEntry, or host of a VirtualService.")
            .why("The rule matches no request: callers write the name that is there.")
            .fix("Write the host as callers do")
            .confidence(Confidence.HEURISTIC)
            .needs(Need.SERVICES)
            .codes("KIA0104"));
  }

  @Override
  public void check(AuthorizationPolicy policy, MeshView mesh, Report report) {
    Map<String, Function<AuthorizationOperation, List<String>>> fields = new TreeMap<>();
    fields.put("hosts", AuthorizationOperation::hosts);
    fields.put("notHosts", AuthorizationOperation::notHosts);
    for (Sources.Named named : Sources.operations(policy, fields)) {
      Optional<String> meant = meant(named.value(), Names.namespace(policy), mesh);
      if (meant.isPresent()
          && mesh.services().withHost(meant.get()).isEmpty()
          && mesh.services().withHost(named.value()).isEmpty()
          && mesh.services().wildcardsOver(meant.get()).isEmpty()
          && mesh.virtualServices().overlapping(named.value()).isEmpty()
          && mesh.virtualServices().overlapping(meant.get()).isEmpty()) {
        report.add(named.path(), "There is no service " + meant.get() + ".").at(named.rule());
      }
    }
  }

  // The full host; absent for what may be any Host header.
  private static Optional<String> meant(String value, String namespace, MeshView mesh) {
    int colon = value.indexOf(':');
    String host = colon < 0 ? value : value.substring(0, colon);
    if (host.isEmpty() || host.contains("*")) {
      return Optional.empty();
    }
    String[] labels = host.split("[.]", -1);
    if (labels.length == 1) {
      return labels[0].equals("localhost")
          ? Optional.empty()
          : Optional.of(Names.serviceHost(labels[0], namespace));
    }
    boolean service =
        labels.length == 2
            ? mesh.namespace(labels[1]).isPresent() || labels[1].equals(namespace)
            : host.equals(labels[0] + "." + labels[1] + ".svc")
                || host.equals(Names.serviceHost(labels[0], labels[1]));
    return service ? Optional.of(Names.serviceHost(labels[0], labels[1])) : Optional.empty();
  }
}
