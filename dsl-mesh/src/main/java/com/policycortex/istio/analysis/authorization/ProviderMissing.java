package com.policycortex.istio.analysis.authorization;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Draft;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.Need;
import com.policycortex.istio.model.mesh.ExtensionProvider;
import com.policycortex.istio.model.security.AuthorizationAction;
import com.policycortex.istio.model.security.AuthorizationPolicy;
import java.util.List;

/** A policy asks an authorizer that the mesh does not know. */
final class ProviderMissing extends Check<AuthorizationPolicy> {

  ProviderMissing() {
    super(
        Subject.of(AuthorizationPolicy.KIND),
        CheckInfo.error("AUTHZ-PROVIDER-MISSING", "A policy asks an authorizer that is not there")
            .meaning(
                "A policy of action CUSTOM names a provider that is none of MeshConfig's"
                    + " extensionProviders.")
            .why("istiod denies all requests that its rules match: the workload is closed.")
            .fix("Define the provider in MeshConfig, or name one that is there")
            .needs(Need.MESH_CONFIG));
  }

  @Override
  public void check(AuthorizationPolicy policy, MeshView mesh, Report report) {
    if (policy.action().orElse(AuthorizationAction.ALLOW) != AuthorizationAction.CUSTOM) {
      return;
    }
    List<String> known =
        mesh.settings().config().extensionProviders().stream()
            .map(ExtensionProvider::name)
            .toList();
    policy
        .provider()
        .flatMap(provider -> provider.name())
        .filter(name -> !known.contains(name))
        .ifPresent(
            name -> {
              Draft draft =
                  report.add(
                      "spec.provider.name",
                      "MeshConfig has no extension provider "
                          + name
                          + ": every request that the rules match is denied.");
              draft
                  .meant(name, known)
                  .changing("the provider decides, and not every request is denied");
            });
  }
}
