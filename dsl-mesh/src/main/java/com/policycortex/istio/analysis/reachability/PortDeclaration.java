package com.policycortex.istio.analysis.reachability;

import com.policycortex.istio.mesh.MeshPort;
import com.policycortex.istio.mesh.MeshService;
import com.policycortex.istio.mesh.Protocol;
import com.policycortex.istio.model.kubernetes.Service;
import java.util.List;
import java.util.Optional;

/** How a port is to be declared so that rules of a kind are asked on it, or which are instead. */
final class PortDeclaration {

  private PortDeclaration() {}

  /** What to do where no port of a host is one of the rules'; empty where that is not plain. */
  static Optional<String> hint(RuleKind kind, MeshService of, List<MeshPort> ports) {
    if (ports.stream().allMatch(port -> port.protocol() == Protocol.UDP)) {
      return Optional.empty();
    }
    if (kind != RuleKind.TLS && ports.stream().allMatch(port -> port.protocol().isTls())) {
      return Optional.of(
          "Write tls rules with sniHosts, which is all that a proxy sees of what is encrypted");
    }
    if (kind == RuleKind.TCP && ports.stream().allMatch(port -> port.protocol().isHttp())) {
      return Optional.of(
          "Write http rules, or, if it is not HTTP, " + lower(declare(kind, of, ports)));
    }
    return Optional.of(declare(kind, of, ports) + ", if that is what it carries");
  }

  private static String lower(String text) {
    return Character.toLowerCase(text.charAt(0)) + text.substring(1);
  }

  private static String declare(RuleKind kind, MeshService of, List<MeshPort> ports) {
    boolean one = ports.size() == 1;
    String port = one ? "port " + ports.get(0).number() : "the port";
    if (!(of.manifest() instanceof Service service)) {
      return "Set the protocol of " + port + " to " + kind.protocol();
    }
    boolean declared =
        one && service.ports().stream().anyMatch(own -> own.appProtocol().isPresent());
    return declared
        ? "Set the appProtocol of " + port + " to " + kind.field()
        : "Name "
            + port
            + " "
            + (one ? renamed(ports.get(0).name(), kind) : kind.field() + "-…")
            + ", or set its appProtocol to "
            + kind.field();
  }

  private static String renamed(String name, RuleKind kind) {
    int hyphen = name.indexOf('-');
    return hyphen < 0 ? kind.field() : kind.field() + name.substring(hyphen);
  }
}
