package com.policycortex.istio.validation;

import com.policycortex.istio.model.networking.L4MatchAttributes;
import com.policycortex.istio.model.networking.TlsMatchAttributes;
import java.util.List;
import java.util.Map;

/** What a match of TLS or of TCP asks: what is empty is the same as what is absent. */
record L4MatchKey(
    List<String> sniHosts,
    List<String> destinationSubnets,
    long port,
    String sourceSubnet,
    Map<String, String> sourceLabels,
    List<String> gateways,
    String sourceNamespace) {

  static L4MatchKey of(TlsMatchAttributes match) {
    return new L4MatchKey(
        match.sniHosts(),
        match.destinationSubnets(),
        match.port().orElse(0L),
        "",
        match.sourceLabels(),
        match.gateways(),
        match.sourceNamespace().orElse(""));
  }

  static L4MatchKey of(L4MatchAttributes match) {
    return new L4MatchKey(
        List.of(),
        match.destinationSubnets(),
        match.port().orElse(0L),
        match.sourceSubnet().orElse(""),
        match.sourceLabels(),
        match.gateways(),
        match.sourceNamespace().orElse(""));
  }
}
