package com.policycortex.istio.analysis.authorization;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Confidence;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.finding.Witness;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.Need;
import com.policycortex.istio.model.security.AuthorizationAction;
import com.policycortex.istio.model.security.AuthorizationOperation;
import com.policycortex.istio.model.security.AuthorizationPolicy;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** A DENY of a path is passed by writing the path in another way. */
final class PathNotNormalized extends Check<AuthorizationPolicy> {

  PathNotNormalized() {
    super(
        Subject.of(AuthorizationPolicy.KIND),
        CheckInfo.info("AUTHZ-PATH-NORMALISATION", "A DENY for a path is passed by a double slash")
            .meaning(
                "A DENY rule names paths (or an ALLOW rule names notPaths), and MeshConfig's"
                    + " pathNormalization is neither MERGE_SLASHES nor"
                    + " DECODE_AND_MERGE_SLASHES, so that //admin is another path than /admin.")
            .why("Servers that take both for the same answer a request that was to be denied.")
            .fix("Set pathNormalization.normalization to MERGE_SLASHES, or allow paths instead")
            .confidence(Confidence.HEURISTIC)
            .needs(Need.MESH_CONFIG));
  }

  @Override
  public void check(AuthorizationPolicy policy, MeshView mesh, Report report) {
    String normalization =
        mesh.settings()
            .config()
            .pathNormalization()
            .flatMap(setting -> setting.normalization())
            .map(Object::toString)
            .orElse("DEFAULT");
    if (normalization.endsWith("MERGE_SLASHES")) {
      return;
    }
    boolean denies = policy.action().orElse(AuthorizationAction.ALLOW) == AuthorizationAction.DENY;
    Map<String, Function<AuthorizationOperation, List<String>>> fields = new TreeMap<>();
    fields.put(
        denies ? "paths" : "notPaths",
        denies ? AuthorizationOperation::paths : AuthorizationOperation::notPaths);
    Sources.operations(policy, fields).stream()
        .filter(named -> named.value().startsWith("/") && named.value().length() > 1)
        .findFirst()
        .ifPresent(
            named ->
                report
                    .add(
                        named.path(),
                        "/"
                            + named.value()
                            + " is another path to this rule ("
                            + normalization
                            + ")")
                    .at(named.rule())
                    .witness(Witness.request("GET", "*", "/" + named.value(), "passes the rule")));
  }
}
