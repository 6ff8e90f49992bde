package com.policycortex.istio.analysis.reachability;

import com.policycortex.istio.mesh.MeshPort;
import com.policycortex.istio.mesh.Names;
import com.policycortex.istio.mesh.Protocol;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.model.networking.HttpMatchRequest;
import com.policycortex.istio.model.networking.L4MatchAttributes;
import com.policycortex.istio.model.networking.TlsMatchAttributes;
import com.policycortex.istio.model.networking.VirtualService;
import java.util.List;

/** The lists of rules of a VirtualService, and the ports on which proxies of the mesh ask them. */
enum RuleKind {
  /** Where a proxy reads requests; also where it finds out whether they are any. */
  HTTP("http", "HTTP", HttpMatchRequest.class),
  /** Where a proxy looks for the SNI; not where it would have to find out. */
  TLS("tls", "TLS", TlsMatchAttributes.class),
  /** Where a proxy carries bytes. */
  TCP("tcp", "TCP", L4MatchAttributes.class);

  private final String field;
  private final String protocol;
  private final Class<? extends Message> match;

  RuleKind(String field, String protocol, Class<? extends Message> match) {
    this.field = field;
    this.protocol = protocol;
    this.match = match;
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
    return matches(service).stream().anyMatch(List::isEmpty)
        || CommonMatch.all(service).stream()
            .anyMatch(
                one ->
                    isOf(one) && (one.gateways().isEmpty() || one.gateways().contains(Names.MESH)));
  }

  private List<? extends List<? extends Message>> matches(VirtualService service) {
    return switch (this) {
      case HTTP -> service.http().stream().map(rule -> rule.match()).toList();
      case TLS -> service.tls().stream().map(rule -> rule.match()).toList();
      case TCP -> service.tcp().stream().map(rule -> rule.match()).toList();
    };
  }
}
