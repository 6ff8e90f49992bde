package com.policycortex.istio.analysis.gatewayapi;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.mesh.GatewayApi;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.untyped.Untyped;
import com.policycortex.istio.model.RawManifest;
import com.policycortex.istio.wire.JsonValue.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The Gateway API that is installed is too old for istiod. */
final class DefinitionTooOld extends Check<RawManifest> {

  // What istiod wants at least, by the annotation of the definition.
  private static final Map<String, List<Integer>> LEAST =
      Map.of(
          "grpcroutes." + GatewayApi.GROUP, List.of(1, 1, 0),
          "backendtlspolicies." + GatewayApi.GROUP, List.of(1, 4, 0),
          "tlsroutes." + GatewayApi.GROUP, List.of(1, 5, 0),
          "tcproutes." + GatewayApi.GROUP, List.of(1, 6, 0));
  private static final String VERSION = GatewayApi.GROUP + "/bundle-version";
  private static final Set<String> STABLE =
      Set.of("Gateway", "GatewayClass", "HTTPRoute", "GRPCRoute");
  private static final Pattern NUMBERS =
      Pattern.compile("v?(\\d{1,6})[.](\\d{1,6})[.](\\d{1,6}).*");

  DefinitionTooOld() {
    super(
        Subject.raw("apiextensions.k8s.io", "CustomResourceDefinition"),
        CheckInfo.warning("GWAPI-CRD-TOO-OLD", "The Gateway API is too old for istiod")
            .meaning(
                "The bundle-version of a definition of the Gateway API is older than istiod asks"
                    + " for (GRPCRoute 1.1.0, BackendTLSPolicy 1.4.0, TLSRoute 1.5.0, TCPRoute"
                    + " 1.6.0), or a Gateway, GatewayClass, HTTPRoute or GRPCRoute is not served as"
                    + " v1.")
            .why(
                "istiod does not read manifests of this kind: they can be applied, and do nothing.")
            .fix("Install a newer release of the Gateway API")
            .codes("IST0176", "IST0156", "IST0172"));
  }

  @Override
  public void check(RawManifest definition, MeshView mesh, Report report) {
    List<Integer> least = LEAST.get(definition.name());
    String version = definition.metadata().annotations().get(VERSION);
    if (least != null && version != null && isOlder(version, least)) {
      report.add(
          "metadata.annotations[" + VERSION + "]",
          version + " is older than istiod asks for: " + text(least) + ".");
    }
    JsonObject spec = Untyped.object(definition.body(), "spec");
    String kind = Untyped.text(Untyped.object(spec, "names"), "kind").orElse("");
    List<JsonObject> versions = Untyped.objects(spec, "versions");
    boolean old =
        Untyped.text(spec, "group").equals(Optional.of(GatewayApi.GROUP))
            && STABLE.contains(kind)
            && !versions.isEmpty()
            && versions.stream()
                .noneMatch(
                    it ->
                        Untyped.text(it, "name").equals(Optional.of("v1"))
                            && Untyped.bool(it, "served").orElse(false));
    if (old) {
      report.add("spec.versions", kind + " is not served as v1.");
    }
  }

  private static boolean isOlder(String version, List<Integer> least) {
    Matcher numbers = NUMBERS.matcher(version);
    if (!numbers.matches()) {
      return false;
    }
    for (int i = 0; i < least.size(); i++) {
      int number = Integer.parseInt(numbers.group(i + 1));
      if (number != least.get(i)) {
        return number < least.get(i);
      }
    }
    return false;
  }

  private static String text(List<Integer> version) {
    return version.stream().map(String::valueOf).collect(Collectors.joining("."));
  }
}
