package com.policycortex.istio.mesh;

import com.policycortex.istio.finding.Suggestions;
import com.policycortex.istio.model.RawManifest;
import com.policycortex.istio.model.kubernetes.Service;
import com.policycortex.istio.model.networking.Gateway;
import com.policycortex.istio.model.networking.ServiceEntry;
import com.policycortex.istio.model.networking.VirtualService;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds what a person means by a name, or says what there is. */
final class Lookup {

  // How many names are said at most.
  private static final int MANY = 5;

  private static final String SERVICE_SUFFIX = ".svc.cluster.local";

  private Lookup() {}

  static Workload workload(String name, MeshView mesh) {
    String[] parts = name.split("/", -1);
    String bare = parts[parts.length - 1];
    String namespace = parts.length < 2 ? Names.DEFAULT_NAMESPACE : parts[parts.length - 2];
    String kind = parts.length < 3 ? "" : parts[parts.length - 3];
    List<Workload> there =
        parts.length > 3 || namespace.isEmpty()
            ? List.of()
            : mesh.workloads().in(namespace).stream()
                .filter(workload -> workload.name().equals(bare))
                .filter(workload -> kind.isEmpty() || kind(workload).equalsIgnoreCase(kind))
                .toList();
    if (there.size() > 1) {
      throw new IllegalArgumentException(
          "There are several workloads "
              + namespace
              + "/"
              + bare
              + "; name one of "
              + there.stream()
                  .map(workload -> kind(workload) + "/" + workload.qualifiedName())
                  .collect(Collectors.joining(", ")));
    }
    if (there.isEmpty()) {
      throw unknown(
          "workload",
          parts.length < 2 ? namespace + "/" + bare : name,
          mesh.workloads().all().stream().map(Workload::qualifiedName).toList());
    }
    return there.get(0);
  }

  private static String kind(Workload workload) {
    return workload.manifest().kind().name();
  }

  static Gateway gateway(String name, MeshView mesh) {
    String qualified = qualified(name);
    return mesh.find(Gateway.KIND, qualified)
        .orElseThrow(
            () ->
                unknown(
                    "Gateway",
                    qualified,
                    Stream.concat(
                            mesh.all(Gateway.KIND).stream(),
                            mesh.allRaw(GatewayApi.GROUP, "Gateway").stream())
                        .map(Names::qualified)
                        .toList()));
  }

  static Optional<RawManifest> apiGateway(String name, MeshView mesh) {
    String qualified = qualified(name);
    int slash = qualified.indexOf('/');
    return mesh.gatewayApi().gateway(qualified.substring(0, slash), qualified.substring(slash + 1));
  }

  /** The name with its namespace, which is {@code default} where none is said. */
  static String qualified(String name) {
    return name.contains("/") ? name : Names.DEFAULT_NAMESPACE + "/" + name;
  }

  /** A host as proxies of a namespace name it; else as a person does. */
  static String host(String host, String namespace, MeshView mesh) {
    String full = Names.host(plain(host), namespace);
    return isKnown(full, mesh) ? full : host(host, mesh);
  }

  static String host(String host, MeshView mesh) {
    for (String candidate : candidates(plain(host))) {
      if (isKnown(candidate, mesh)) {
        return candidate;
      }
    }
    throw unknown("host", host, hosts(mesh));
  }

  // As people write them: reviews.shop for reviews.shop.svc.cluster.local.
  private static List<String> hosts(MeshView mesh) {
    List<String> hosts = new ArrayList<>();
    mesh.all(Service.KIND)
        .forEach(service -> hosts.add(service.name() + "." + Names.namespace(service)));
    mesh.all(ServiceEntry.KIND).forEach(entry -> hosts.addAll(entry.hosts()));
    mesh.all(VirtualService.KIND).stream()
        .flatMap(service -> VirtualServices.hosts(service).stream())
        .filter(host -> !host.endsWith(SERVICE_SUFFIX))
        .forEach(hosts::add);
    return hosts;
  }

  // DNS knows neither upper case nor a difference with a dot at the end, and proxies neither.
  private static String plain(String host) {
    String lower = host.toLowerCase(Locale.ROOT);
    return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
  }

  // The host itself; then a Service as namespace/name, name.namespace, or in the default namespace.
  private static List<String> candidates(String host) {
    int slash = host.indexOf('/');
    if (slash >= 0) {
      return List.of(Names.serviceHost(host.substring(slash + 1), host.substring(0, slash)));
    }
    String[] labels = host.split("\\.", -1);
    return switch (labels.length) {
      case 1 -> List.of(host, Names.serviceHost(host, Names.DEFAULT_NAMESPACE));
      case 2 -> List.of(host, Names.serviceHost(labels[0], labels[1]));
      case 3 ->
          labels[2].equals("svc")
              ? List.of(host, Names.serviceHost(labels[0], labels[1]))
              : List.of(host);
      default -> List.of(host);
    };
  }

  private static boolean isKnown(String host, MeshView mesh) {
    return !mesh.services().withHost(host).isEmpty()
        || !mesh.services().wildcardsOver(host).isEmpty()
        || !mesh.virtualServices().withHost(host).isEmpty()
        || !mesh.destinationRules().withHost(host).isEmpty();
  }

  /** The namespace of the service that has a host; of what else is about it, if none has. */
  static String namespace(String host, MeshView mesh) {
    return mesh.services().withHost(host).stream()
        .findFirst()
        .map(MeshService::namespace)
        .or(() -> mesh.virtualServices().withHost(host).stream().findFirst().map(Names::namespace))
        .or(
            () ->
                mesh.services().wildcardsOver(host).stream()
                    .findFirst()
                    .map(MeshService::namespace))
        .orElse(Names.DEFAULT_NAMESPACE);
  }

  private static IllegalArgumentException unknown(
      String what, String name, Collection<String> names) {
    List<String> there = names.stream().distinct().sorted().toList();
    List<String> sameName =
        there.stream().filter(one -> bare(one).equals(bare(name))).limit(MANY + 1L).toList();
    String hint =
        there.isEmpty()
            ? "; there is none"
            : isFew(sameName)
                ? "; did you mean " + String.join(" or ", sameName) + "?"
                : Suggestions.nearest(name.replace(SERVICE_SUFFIX, ""), there)
                    .or(() -> nearestBare(name, there))
                    .map(nearest -> "; did you mean " + nearest + "?")
                    .orElseGet(() -> listed(there));
    return new IllegalArgumentException("There is no " + what + " " + name + hint);
  }

  // A slip in the name of one whose namespace was left out.
  private static Optional<String> nearestBare(String name, List<String> there) {
    return Suggestions.nearest(bare(name), there.stream().map(Lookup::bare).distinct().toList())
        .flatMap(near -> there.stream().filter(one -> bare(one).equals(near)).findFirst());
  }

  private static boolean isFew(List<String> names) {
    return !names.isEmpty() && names.size() <= MANY;
  }

  private static String listed(List<String> names) {
    String all = String.join(", ", names.subList(0, Math.min(MANY, names.size())));
    return names.size() == 1
        ? "; there is only " + all
        : "; there are "
            + all
            + (names.size() > MANY ? " and " + (names.size() - MANY) + " more" : "");
  }

  // The name without its namespace; of a host, its first label.
  private static String bare(String name) {
    String own = name.substring(name.lastIndexOf('/') + 1);
    return own.contains(".") ? own.substring(0, own.indexOf('.')) : own;
  }
}
