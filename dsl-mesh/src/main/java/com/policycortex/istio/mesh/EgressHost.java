package com.policycortex.istio.mesh;

import com.policycortex.istio.validation.Hosts;

/**
 * An entry of a Sidecar's {@code egress[].hosts}.
 *
 * @param excludes true for an entry that takes away, which begins with {@code ~}
 * @param namespace the namespace, {@code .} resolved; {@code *} for all
 * @param host the host; may be a wildcard
 */
public record EgressHost(boolean excludes, String namespace, String host) {

  private static final String ANY = "*";

  /** An entry as written in a Sidecar that holds for a workload of this namespace. */
  public static EgressHost of(String written, String namespace) {
    boolean excludes = written.startsWith("~");
    String entry = excludes ? written.substring(1) : written;
    int slash = entry.indexOf('/');
    String of = slash < 0 ? ANY : entry.substring(0, slash);
    return new EgressHost(
        excludes,
        switch (of) {
          case "" -> ANY;
          case "." -> namespace;
          default -> of;
        },
        entry.substring(slash + 1));
  }

  /** True if it covers a service of this namespace. */
  public boolean covers(String ofNamespace, String service) {
    return isFor(ofNamespace) && Hosts.covers(service, host);
  }

  /** True if it overlaps a host of a VirtualService of this namespace. */
  public boolean overlaps(String ofNamespace, String virtualServiceHost) {
    return isFor(ofNamespace) && Hosts.overlap(virtualServiceHost, host);
  }

  private boolean isFor(String ofNamespace) {
    return namespace.equals(ANY) || namespace.equals(ofNamespace);
  }

  /** {@code shop/reviews.shop.svc.cluster.local}. */
  @Override
  public String toString() {
    return (excludes ? "~" : "") + namespace + "/" + host;
  }
}
