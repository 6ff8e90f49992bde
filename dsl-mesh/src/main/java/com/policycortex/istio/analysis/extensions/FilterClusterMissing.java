package com.policycortex.istio.analysis.extensions;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.GivenNamespaces;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.finding.Severity;
import com.policycortex.istio.mesh.MeshService;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.Need;
import com.policycortex.istio.mesh.untyped.Untyped;
import com.policycortex.istio.model.networking.ApplyTo;
import com.policycortex.istio.model.networking.EnvoyConfigObjectPatch;
import com.policycortex.istio.model.networking.EnvoyFilter;
import com.policycortex.istio.model.networking.Patch;
import com.policycortex.istio.wire.JsonValue;
import com.policycortex.istio.wire.JsonValue.JsonArray;
import com.policycortex.istio.wire.JsonValue.JsonObject;
import com.policycortex.istio.wire.JsonValue.JsonString;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A patch sends requests to a cluster that no proxy has. */
final class FilterClusterMissing extends Check<EnvoyFilter> {

  private static final Pattern CLUSTER = Pattern.compile("outbound[|](\\d{1,5})[|]([^|]*)[|](.+)");

  FilterClusterMissing() {
    super(
        Subject.of(EnvoyFilter.KIND),
        CheckInfo.error("EF-CLUSTER-REFERENCE", "A patch names a cluster that is not there")
            .meaning(
                "The value of a patch names a cluster as Istio does (outbound|PORT|SUBSET|HOST),"
                    + " and there is no Service or ServiceEntry of the host, or it has no such"
                    + " port, or no DestinationRule for the host defines the subset; and no patch"
                    + " of the same EnvoyFilter adds the cluster.")
            .why(
                "Requests that the filter sends there fail with 503, or the filter lets none pass.")
            .fix("Name the port, subset and full host of a service that is there")
            .needs(Need.SERVICES));
  }

  @Override
  public void check(EnvoyFilter filter, MeshView mesh, Report report) {
    Set<String> added = new HashSet<>();
    for (EnvoyConfigObjectPatch patch : filter.configPatches()) {
      if (Patches.applyTo(patch) == ApplyTo.CLUSTER) {
        patch
            .patch()
            .flatMap(Patch::value)
            .flatMap(value -> Untyped.text(value, "name"))
            .ifPresent(added::add);
      }
    }
    for (int i = 0; i < filter.configPatches().size(); i++) {
      EnvoyConfigObjectPatch patch = filter.configPatches().get(i);
      Map<String, String> texts = new TreeMap<>();
      patch.patch().flatMap(Patch::value).ifPresent(value -> collect(value, "", texts));
      for (Map.Entry<String, String> text : texts.entrySet()) {
        Matcher cluster = CLUSTER.matcher(text.getValue());
        if (cluster.matches() && !added.contains(text.getValue())) {
          String path = PatchPaths.value(i, "") + text.getKey();
          problem(cluster, mesh)
              .ifPresent(
                  problem ->
                      report
                          .add(path, problem)
                          .at(patch)
                          .severity(severity(cluster.group(3), mesh)));
        }
      }
    }
  }

  private static Severity severity(String host, MeshView mesh) {
    return mesh.services().withHost(host).isEmpty()
        ? GivenNamespaces.severity(host, Severity.ERROR, mesh)
        : Severity.ERROR;
  }

  private static Optional<String> problem(Matcher cluster, MeshView mesh) {
    long port = Long.parseLong(cluster.group(1));
    String subset = cluster.group(2);
    String host = cluster.group(3);
    List<MeshService> services = mesh.services().withHost(host);
    if (services.isEmpty()) {
      return Optional.of(
          "There is no service "
              + host
              + ", so there is no cluster "
              + cluster.group()
              + ": what is sent there fails"
              + GivenNamespaces.doubt(host, mesh)
              + ".");
    }
    if (services.stream().noneMatch(service -> service.port(port).isPresent())) {
      return Optional.of("The service " + host + " has no port " + port + ".");
    }
    boolean defined =
        subset.isEmpty()
            || mesh.destinationRules().withHost(host).stream()
                .anyMatch(rule -> rule.subsets().stream().anyMatch(it -> it.name().equals(subset)));
    return defined
        ? Optional.empty()
        : Optional.of("No DestinationRule for " + host + " has a subset " + subset + ".");
  }

  private static void collect(JsonValue value, String path, Map<String, String> texts) {
    if (value instanceof JsonString text) {
      texts.put(path, text.value());
    } else if (value instanceof JsonObject object) {
      object.fields().forEach((name, field) -> collect(field, path + "." + name, texts));
    } else if (value instanceof JsonArray array) {
      for (int i = 0; i < array.values().size(); i++) {
        collect(array.values().get(i), path + "[" + i + "]", texts);
      }
    }
  }
}
