package com.policycortex.istio.mesh;

import com.policycortex.istio.model.networking.Gateway;
import com.policycortex.istio.model.networking.Server;
import com.policycortex.istio.validation.Hosts;
import java.util.ArrayList;
import java.util.List;

/**
 * A host of a Gateway's server.
 *
 * @param namespace of which namespace VirtualServices may bind to it; empty for all
 * @param host the name; may be a wildcard
 */
public record ServerHost(String namespace, String host) {

  private static final String EVERYBODY = "";

  /** The hosts of a server, {@code ./} and {@code *}{@code /} resolved as istiod does. */
  public static List<ServerHost> of(Gateway gateway, Server server) {
    List<ServerHost> hosts = new ArrayList<>();
    for (String written : server.hosts()) {
      int slash = written.indexOf('/');
      String namespace = slash < 0 ? EVERYBODY : written.substring(0, slash);
      String host = written.substring(slash + 1);
      if (namespace.equals("*") && host.equals("*")) {
        return List.of(new ServerHost(EVERYBODY, "*"));
      }
      hosts.add(
          new ServerHost(
              switch (namespace) {
                case "*" -> EVERYBODY;
                case "." -> Names.namespace(gateway);
                default -> namespace;
              },
              host));
    }
    return List.copyOf(hosts);
  }

  /** True if VirtualServices of the namespace may bind to it. */
  public boolean accepts(String virtualServiceNamespace) {
    return namespace.isEmpty() || namespace.equals(virtualServiceNamespace);
  }

  /** True if a VirtualService of this namespace and host may be served here. */
  public boolean serves(String virtualServiceNamespace, String virtualServiceHost) {
    return accepts(virtualServiceNamespace) && Hosts.overlap(host, virtualServiceHost);
  }

  /** {@code shop/a.example.com} or {@code a.example.com}. */
  @Override
  public String toString() {
    return namespace.isEmpty() ? host : namespace + "/" + host;
  }
}
