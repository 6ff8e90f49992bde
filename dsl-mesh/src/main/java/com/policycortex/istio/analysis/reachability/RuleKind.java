package com.policycortex.istio.analysis.reachability;

import com.policycortex.istio.mesh.MeshPort;
import com.policycortex.istio.mesh.Names;
import com.policycortex.istio.mesh.Protocol;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.model.networking.HttpMatchRequest;
import com.policycortex.istio.model.networking.HttpRoute;
import com.policycortex.istio.model.networking.L4MatchAttributes;
import com.policycortex.istio.model.networking.TcpRoute;
import com.policycortex.istio.model.networking.TlsMatchAttributes;
import com.policycortex.istio.model.networking.TlsRoute;
import com.policycortex.istio.model.networking.VirtualService;
import java.util.List;
import java.util.function.Function;

/** The lists of rules of a VirtualService, and the ports on which proxies of the mesh ask them. */
enum RuleKind {
  /** Where a proxy reads requests; also where it finds out whether they are any. */
  HTTP("http", "HTTP", HttpMatchRequest.class),
  /** Where a proxy looks for the SNI; not where it would have to find out. */
  TLS("tls", "TLS", TlsMatchAttributes.class),
  /** Where a proxy carries bytes. */
  TCP("tcp", "TCP", L4MatchAttributes.class);

  private static final List<RuleKind> ALL = List.of(values());

  private final String field;
  private final String protocol;
  private final Class<? extends Message> match;

  RuleKind(String field, String protocol, Class<? extends Message> match) {
    this.field = field;
    this.protocol = protocol;
    this.match = match;
  }

  /** All of them. */
  static List<RuleKind> all() {
    return ALL;
  }

  /** The field of the rules, which is also how a port of theirs is declared. */
  String field() {
    return field;
  }

  /** The protocol in a text. */
  String protocol() {
    return protocol;
  }

  /** True if its rules are asked for connections to the port. */
  boolean isAskedOn(MeshPort port) {
    Protocol declared = port.protocol();
    return switch (this) {
      case HTTP -> declared.isHttp() || declared == Protocol.AUTO;
      case TLS -> declared.isTls();
      case TCP -> declared.isTcp() || declared == Protocol.AUTO;
    };
  }

  /** True if the match is one of its rules. */
  boolean isOf(CommonMatch of) {
    return match.isInstance(of.match());
  }

  /** True if proxies of the mesh look at one of its rules. */
  boolean isForMesh(VirtualService service) {
    return switch (this) {
      case HTTP -> areAny(service.http(), HttpRoute::match, HttpMatchRequest::gateways);
      case TLS -> areAny(service.tls(), TlsRoute::match, TlsMatchAttributes::gateways);
      case TCP -> areAny(service.tcp(), TcpRoute::match, L4MatchAttributes::gateways);
    };
  }

  private static <R, M> boolean areAny(
      List<R> rules, Function<R, List<M>> matches, Function<M, List<String>> gateways) {
    for (int i = 0; i < rules.size(); i++) {
      List<M> of = matches.apply(rules.get(i));
      if (of.isEmpty()) {
        return true;
      }
      for (int j = 0; j < of.size(); j++) {
        List<String> names = gateways.apply(of.get(j));
        if (names.isEmpty() || names.contains(Names.MESH)) {
          return true;
        }
      }
    }
    return false;
  }
}
