package com.policycortex.istio.mesh;

import com.policycortex.istio.mesh.ServerOutcome.Verdict;
import com.policycortex.istio.model.networking.Gateway;
import com.policycortex.istio.model.networking.Server;
import com.policycortex.istio.model.networking.ServerTlsMode;
import com.policycortex.istio.model.networking.ServerTlsSettings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Puts the servers of all Gateways of one workload side by side, the oldest first, as istiod does.
 */
final class GatewayMerge {

  private final List<ServerOutcome> outcomes = new ArrayList<>();
  private final Map<Long, ServerOutcome> firstOfPort = new HashMap<>();
  private final Map<Long, ServerOutcome> plaintext = new HashMap<>();
  private final Map<String, ServerOutcome> secured = new HashMap<>();
  private final Map<String, ServerOutcome> routes = new HashMap<>();
  private final Set<String> securedBinds = new HashSet<>();

  List<ServerOutcome> outcomes() {
    return List.copyOf(outcomes);
  }

  void add(Gateway gateway, int index, long port) {
    Server server = gateway.servers().get(index);
    ServerOutcome outcome = judge(gateway, index, port);
    outcomes.add(outcome);
    if (outcome.isDropped()) {
      return;
    }
    firstOfPort.putIfAbsent(port, outcome);
    if (!isSecured(server) && outcome.verdict() == Verdict.ALONE) {
      plaintext.put(port, outcome);
    }
    String route = route(gateway, server, port);
    if (!route.isEmpty()) {
      routes.putIfAbsent(route, outcome);
    }
  }

  private ServerOutcome judge(Gateway gateway, int index, long port) {
    Server server = gateway.servers().get(index);
    String bind = server.bind().orElse("");
    if (server.tls().isPresent()) {
      for (ServerHost host : ServerHost.of(gateway, server)) {
        ServerOutcome earlier = secured.get(port + " " + bind + " " + host);
        if (earlier != null) {
          return dropped(
              gateway,
              index,
              port,
              "the host " + host + " with tls is taken on port " + port,
              earlier);
        }
      }
    }
    ServerOutcome fate = judgeAmongTheOfPort(gateway, index, port, server, bind);
    // Its hosts are taken even where it is dropped after this.
    if (server.tls().isPresent()) {
      for (ServerHost host : ServerHost.of(gateway, server)) {
        secured.putIfAbsent(port + " " + bind + " " + host, fate);
      }
    }
    return fate;
  }

  private ServerOutcome judgeAmongTheOfPort(
      Gateway gateway, int index, long port, Server server, String bind) {
    if (!firstOfPort.containsKey(port)) {
      return alone(gateway, index, port);
    }
    ServerOutcome current = plaintext.get(port);
    if (current != null) {
      if (!current.server().bind().orElse("").equals(bind)) {
        return alone(gateway, index, port);
      }
      return isPlainHttp(server) && isPlainHttp(current.server())
          ? new ServerOutcome(
              gateway, index, port, Verdict.JOINED, "joined with " + current, Optional.of(current))
          : dropped(
              gateway,
              index,
              port,
              "port "
                  + port
                  + " has a plaintext server of "
                  + current.server().port().protocol()
                  + ", and only HTTP goes with HTTP",
              current);
    }
    if (!isSecured(server)) {
      return alone(gateway, index, port);
    }
    ServerOutcome sameRoute = routes.get(route(gateway, server, port));
    if (sameRoute != null) {
      return dropped(gateway, index, port, "its port has the name of another", sameRoute);
    }
    boolean newBind = securedBinds.add(port + " " + bind);
    return server.tls().isEmpty() && !newBind
        ? dropped(gateway, index, port, "it has no tls", firstOfPort.get(port))
        : alone(gateway, index, port);
  }

  private static ServerOutcome alone(Gateway gateway, int index, long port) {
    return new ServerOutcome(gateway, index, port, Verdict.ALONE, "", Optional.empty());
  }

  private static ServerOutcome dropped(
      Gateway gateway, int index, long port, String reason, @Nullable ServerOutcome earlier) {
    return new ServerOutcome(
        gateway, index, port, Verdict.DROPPED, reason, Optional.ofNullable(earlier));
  }

  // A server of HTTP that only redirects has tls too, and is plaintext all the same.
  private static boolean isSecured(Server server) {
    return server.tls().isPresent() && !isPlainHttp(server);
  }

  static boolean isPlainHttp(Server server) {
    return Protocol.parse(server.port().protocol()).isHttp();
  }

  static String route(Gateway gateway, Server server, long port) {
    String bind = server.bind().map(ip -> "." + ip).orElse("");
    if (isPlainHttp(server)) {
      return "http." + port + bind;
    }
    boolean passthrough =
        server
            .tls()
            .map(tls -> tls.mode().orElse(ServerTlsMode.PASSTHROUGH))
            .filter(GatewayMerge::passesThrough)
            .isPresent();
    return Protocol.parse(server.port().protocol()) == Protocol.HTTPS && !passthrough
        ? "https."
            + server.port().number()
            + "."
            + server.port().name()
            + "."
            + gateway.name()
            + "."
            + Names.namespace(gateway)
            + bind
        : "";
  }

  private static boolean passesThrough(ServerTlsMode mode) {
    return mode == ServerTlsMode.PASSTHROUGH || mode == ServerTlsMode.AUTO_PASSTHROUGH;
  }

  /** True if a server terminates TLS, so that HTTP in it is routed by requests. */
  static boolean terminates(Server server) {
    return server
        .tls()
        .map(ServerTlsSettings::mode)
        .map(mode -> !passesThrough(mode.orElse(ServerTlsMode.PASSTHROUGH)))
        .orElse(false);
  }
}
