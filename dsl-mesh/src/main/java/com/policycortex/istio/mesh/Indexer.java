package com.policycortex.istio.mesh;

import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.model.RawManifest;
import com.policycortex.istio.model.install.IstioOperator;
import com.policycortex.istio.model.kubernetes.ConfigMap;
import com.policycortex.istio.model.kubernetes.Service;
import com.policycortex.istio.model.networking.DestinationRule;
import com.policycortex.istio.model.networking.Gateway;
import com.policycortex.istio.model.networking.Server;
import com.policycortex.istio.model.networking.ServiceEntry;
import com.policycortex.istio.model.networking.VirtualService;
import com.policycortex.istio.validation.Hosts;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Says where a manifest, and what is derived from it, lies in the indexes. */
final class Indexer {

  /** In place of a namespace: all of them. */
  static final String EVERYWHERE = "";

  private Indexer() {}

  /** Takes an entry for a key: a manifest, or something {@link Derived}. */
  @FunctionalInterface
  interface Sink {
    void put(Key key, Object entry);
  }

  static void index(Manifest manifest, Sink sink) {
    String kind = Names.kind(manifest);
    String namespace = Names.namespace(manifest);
    sink.put(new Key(Index.KIND, kind), manifest);
    sink.put(new Key(Index.KIND_NAMESPACE, kind, namespace), manifest);
    if (!manifest.name().isEmpty()) {
      sink.put(identity(manifest), manifest);
    }
    boolean picksNothing = manifest instanceof Service service && service.selector().isEmpty();
    if (Selectors.canHave(manifest) && !picksNothing) {
      String pair = Selectors.of(manifest).map(Selectors::telling).orElse(Selectors.NONE);
      sink.put(new Key(Index.SELECTOR, kind, namespace, pair), manifest);
      if (manifest instanceof Gateway) {
        sink.put(new Key(Index.SELECTOR, kind, EVERYWHERE, pair), manifest);
      }
    }
    if (manifest instanceof Service service) {
      service(MeshService.of(service), sink);
    } else if (manifest instanceof ServiceEntry entry) {
      MeshService.of(entry).forEach(service -> service(service, sink));
    } else if (manifest instanceof VirtualService service) {
      virtualService(service, namespace, sink);
    } else if (manifest instanceof Gateway gateway) {
      gateway(gateway, sink);
    } else if (manifest instanceof DestinationRule rule) {
      rule(rule, namespace, sink);
    } else if (manifest instanceof RawManifest raw && raw.kind().group().equals(GatewayApi.GROUP)) {
      GatewayApi.keys(raw).forEach(key -> sink.put(new Key(Index.GATEWAY_API, key), manifest));
    } else if (manifest instanceof ConfigMap || manifest instanceof IstioOperator) {
      if (SettingsReader.isSource(manifest)) {
        sink.put(SETTINGS, manifest);
      }
    }
    WorkloadReader.read(manifest).ifPresent(workload -> workload(workload, sink));
  }

  static final Key SETTINGS = new Key(Index.SETTINGS, "");

  static Key identity(Manifest manifest) {
    return new Key(
        Index.IDENTITY, Names.kind(manifest), Names.namespace(manifest), manifest.name());
  }

  private static void service(MeshService service, Sink sink) {
    sink.put(new Key(Index.SERVICE_NAMESPACE, service.namespace()), service);
    if (service.isKubernetes() && !service.selector().isEmpty()) {
      String pair = Selectors.telling(service.selector());
      sink.put(new Key(Index.SERVICE_SELECTOR, service.namespace(), pair), service);
    }
    sink.put(new Key(Index.SERVICE_HOST, EVERYWHERE, service.host()), service);
    suffixes(service.host(), suffix -> sink.put(new Key(Index.SERVICE_SUFFIX, suffix), service));
    if (isOddWildcard(service.host())) {
      sink.put(new Key(Index.SERVICE_ODD_WILDCARD, EVERYWHERE), service);
    }
  }

  private static void virtualService(VirtualService service, String namespace, Sink sink) {
    Set<Key> keys = new LinkedHashSet<>();
    for (String name : service.hosts()) {
      String host = Names.host(name, namespace);
      keys.add(new Key(Index.ROUTED_HOST, EVERYWHERE, host));
      suffixes(host, suffix -> keys.add(new Key(Index.ROUTED_SUFFIX, suffix)));
      if (isOddWildcard(host)) {
        keys.add(new Key(Index.ROUTED_ODD_WILDCARD, EVERYWHERE));
      }
    }
    if (!service.hosts().isEmpty()) {
      for (String gateway : VirtualServices.gateways(service)) {
        keys.add(new Key(Index.BOUND_GATEWAY, gateway));
      }
    }
    VirtualServices.delegates(service).forEach(name -> keys.add(new Key(Index.DELEGATE, name)));
    Destinations.of(service)
        .forEach(
            to ->
                keys.add(
                    new Key(Index.DESTINATION, Names.host(to.destination().host(), namespace))));
    keys.forEach(key -> sink.put(key, service));
  }

  private static void gateway(Gateway gateway, Sink sink) {
    Set<Key> keys = new LinkedHashSet<>();
    for (Server server : gateway.servers()) {
      String port = Long.toString(server.port().number());
      for (ServerHost host : ServerHost.of(gateway, server)) {
        keys.add(new Key(Index.GATEWAY_SERVER, port, host.host()));
      }
      for (String credential : Gateways.credentials(server)) {
        keys.add(new Key(Index.GATEWAY_CREDENTIAL, credential));
      }
    }
    keys.forEach(key -> sink.put(key, gateway));
  }

  private static void rule(DestinationRule rule, String namespace, Sink sink) {
    String host = Names.host(rule.host(), namespace);
    sink.put(new Key(Index.RULE_HOST, EVERYWHERE, host), rule);
    sink.put(new Key(Index.RULE_HOST, namespace, host), rule);
    if (Hosts.isWildcard(host)) {
      sink.put(new Key(Index.RULE_WILDCARD, namespace), rule);
    }
    if (isOddWildcard(host)) {
      sink.put(new Key(Index.RULE_ODD_WILDCARD, namespace), rule);
    }
  }

  private static void workload(Workload workload, Sink sink) {
    String namespace = workload.namespace();
    sink.put(new Key(Index.WORKLOAD_NAMESPACE, namespace), workload);
    sink.put(new Key(Index.WORKLOAD_NAMESPACE, EVERYWHERE), workload);
    sink.put(new Key(Index.WORKLOAD_ACCOUNT, namespace, workload.serviceAccount()), workload);
    for (Map.Entry<String, String> label : workload.labels().entrySet()) {
      sink.put(
          new Key(Index.WORKLOAD_LABEL, namespace, label.getKey(), label.getValue()), workload);
      sink.put(
          new Key(Index.WORKLOAD_LABEL, EVERYWHERE, label.getKey(), label.getValue()), workload);
    }
  }

  /** An asterisk that is not a whole label, as in {@code *-db.example.com}. */
  static boolean isOddWildcard(String host) {
    return Hosts.isWildcard(host) && host.length() > 1 && host.charAt(1) != '.';
  }

  /** Each end of the host that begins at a dot. */
  static void suffixes(String host, Consumer<String> each) {
    for (int dot = host.indexOf('.'); dot >= 0; dot = host.indexOf('.', dot + 1)) {
      each.accept(host.substring(dot));
    }
  }
}
