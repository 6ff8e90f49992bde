package com.policycortex.istio.validation;

import org.jspecify.annotations.Nullable;

/** Hosts with a namespace before them, {@code namespace/host}, in Gateways and Sidecars. */
final class NamespacedHosts {

  private NamespacedHosts() {}

  /** A host of a Gateway's server: the namespace may be missing. */
  static @Nullable String problemInGateway(String text, boolean gatewaySemantics) {
    int slash = text.indexOf('/');
    if (slash < 0) {
      return problemWithHost(text, true);
    }
    String namespace = text.substring(0, slash);
    boolean good =
        namespace.equals("*")
            || namespace.equals(".")
            || (namespace.equals("~") && gatewaySemantics)
            || DnsNames.isLabel(namespace);
    return problem(text, slash, good, true);
  }

  /** A host of a Sidecar's egress listener. */
  static @Nullable String problemInSidecar(String text) {
    int slash = text.indexOf('/');
    if (slash < 0) {
      return Text.quote(text) + " lacks the namespace: it is namespace/host";
    }
    String namespace = text.substring(text.startsWith("~") ? 1 : 0, slash);
    boolean good =
        namespace.isEmpty()
            || namespace.equals("*")
            || namespace.equals(".")
            || DnsNames.isLabel(namespace);
    return problem(text, slash, good, false);
  }

  private static @Nullable String problem(
      String text, int slash, boolean goodNamespace, boolean gateway) {
    if (slash == 0 || slash == text.length() - 1) {
      return Text.quote(text) + " has nothing on one side of the slash";
    }
    if (!goodNamespace) {
      return Text.quote(text) + " does not start with '*', '.' or the name of a namespace";
    }
    return problemWithHost(text.substring(slash + 1), gateway);
  }

  private static @Nullable String problemWithHost(String host, boolean gateway) {
    if (host.equals("*")) {
      return null;
    }
    if (host.indexOf('.') < 0) {
      return Text.quote(host) + " is a short name: hosts are written in full here";
    }
    String problem = DnsNames.problemWithWildcardDomain(host);
    if (problem != null && !(gateway && IpAddresses.isAddress(host))) {
      return problem;
    }
    return DnsNames.isPartialWildcard(host)
        ? Text.quote(host) + " has a wildcard that is not a whole first part"
        : null;
  }
}
