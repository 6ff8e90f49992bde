package com.policycortex.istio.analysis.mutualtls;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Draft;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.mesh.EffectivePeerAuthentication;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.Names;
import com.policycortex.istio.mesh.Policies;
import com.policycortex.istio.model.security.MutualTls;
import com.policycortex.istio.model.security.MutualTlsMode;
import com.policycortex.istio.model.security.PeerAuthentication;
import java.util.Map;
import java.util.Optional;

/** A narrower policy opens what the mesh or the namespace has closed. */
final class PlaintextHole extends Check<PeerAuthentication> {

  PlaintextHole() {
    super(
        Subject.of(PeerAuthentication.KIND),
        CheckInfo.warning("MTLS-PERMISSIVE-HOLE", "A policy opens a hole in STRICT mutual TLS")
            .meaning(
                "Mutual TLS is STRICT for the mesh or the namespace, and this policy sets"
                    + " PERMISSIVE or DISABLE for a namespace, for some workloads or for one of"
                    + " their ports.")
            .why(
                "Plain connections are taken there, although the wider policy says that there are"
                    + " none. Their callers have no identity, so rules about principals and"
                    + " namespaces do not match them.")
            .fix("Remove the exception once its callers are in the mesh"));
  }

  @Override
  public void check(PeerAuthentication policy, MeshView mesh, Report report) {
    String namespace = Names.namespace(policy);
    boolean forAll = Policies.isForAll(policy);
    if (forAll && namespace.equals(mesh.rootNamespace())) {
      return;
    }
    if (!forAll && isForNothing(policy, namespace, mesh)) {
      return; // that is what is wrong with it, and said already
    }
    EffectivePeerAuthentication around = mesh.policies().peerAuthentication(namespace);
    EffectivePeerAuthentication wider =
        forAll
            ? new EffectivePeerAuthentication(around.ofMesh(), Optional.empty(), Optional.empty())
            : around;
    policy
        .mtls()
        .flatMap(MutualTls::mode)
        .filter(mode -> isOpen(mode) && wider.mode() == MutualTlsMode.STRICT)
        .ifPresent(
            mode ->
                report(
                    "spec.mtls.mode",
                    who(policy, namespace) + " takes plain connections (" + mode + ")",
                    wider,
                    report));
    MutualTlsMode own =
        policy
            .mtls()
            .flatMap(MutualTls::mode)
            .filter(mode -> mode != MutualTlsMode.UNSET)
            .orElseGet(wider::mode);
    if (forAll || own != MutualTlsMode.STRICT) {
      return; // ports count only for selected workloads
    }
    policy
        .portLevelMtls()
        .forEach(
            (port, mtls) ->
                mtls.mode()
                    .filter(PlaintextHole::isOpen)
                    // What is for no port opens none, and is said already.
                    .filter(mode -> !PortNotOfWorkload.isFound(policy, port, mesh))
                    .ifPresent(
                        mode ->
                            report(
                                "spec.portLevelMtls." + port + ".mode",
                                "Port "
                                    + port
                                    + " of "
                                    + who(policy, namespace)
                                    + " takes plain connections ("
                                    + mode
                                    + ")",
                                wider,
                                report)));
  }

  private static boolean isForNothing(PeerAuthentication policy, String namespace, MeshView mesh) {
    return mesh.workloads().areGiven(namespace)
        && mesh.workloads().select(namespace, Policies.selector(policy).orElse(Map.of())).isEmpty();
  }

  private static boolean isOpen(MutualTlsMode mode) {
    return mode == MutualTlsMode.PERMISSIVE || mode == MutualTlsMode.DISABLE;
  }

  private static String who(PeerAuthentication policy, String namespace) {
    return Policies.isForAll(policy)
        ? "the namespace " + namespace
        : "what has the labels " + Policies.selector(policy).orElse(Map.of());
  }

  private static void report(
      String path, String message, EffectivePeerAuthentication wider, Report report) {
    Draft draft =
        report.add(
            path,
            Character.toUpperCase(message.charAt(0))
                + message.substring(1)
                + ", while everything around it is STRICT.");
    wider.decisive().ifPresent(policy -> draft.related(policy, "spec.mtls", "says STRICT"));
  }
}
