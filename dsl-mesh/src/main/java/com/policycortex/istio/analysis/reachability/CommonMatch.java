package com.policycortex.istio.analysis.reachability;

import com.policycortex.istio.mesh.VirtualServices;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.model.networking.HttpMatchRequest;
import com.policycortex.istio.model.networking.L4MatchAttributes;
import com.policycortex.istio.model.networking.TlsMatchAttributes;
import com.policycortex.istio.model.networking.VirtualService;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What matches of http, tls and tcp rules have in common.
 *
 * @param field the list of its rule, for example {@code http}
 * @param rule the place of its rule there
 * @param index its place in the rule
 * @param match itself, for its place
 * @param port the port asked for
 * @param labels those that the sender's workload must have
 * @param namespace where the sender must be; empty where that is not asked
 * @param gateways the names of the gateways where it holds, as written; empty for all
 */
record CommonMatch(
    String field,
    int rule,
    int index,
    Message match,
    Optional<Long> port,
    Map<String, String> labels,
    String namespace,
    List<String> gateways) {

  /** The match, for example {@code spec.http[0].match[1]}. */
  String path() {
    return "spec." + field + "[" + rule + "].match[" + index + "]";
  }

  /** Those that no gateway ever looks at, only proxies of the mesh. None of a delegate's. */
  static List<CommonMatch> forMeshAlone(VirtualService service) {
    if (VirtualServices.isDelegate(service)) {
      return List.of(); // its gateways are those of whoever delegates
    }
    boolean meshAlone = VirtualServices.isForSidecarsAlone(service);
    List<CommonMatch> ofMesh = new ArrayList<>(0);
    for (CommonMatch one : all(service)) {
      if (one.gateways().isEmpty() ? meshAlone : VirtualServices.areMesh(one.gateways())) {
        ofMesh.add(one);
      }
    }
    return ofMesh;
  }

  /** All of them, in the order of the fields. */
  static List<CommonMatch> all(VirtualService service) {
    List<CommonMatch> all = new ArrayList<>(0);
    for (int i = 0; i < service.http().size(); i++) {
      List<HttpMatchRequest> matches = service.http().get(i).match();
      for (int j = 0; j < matches.size(); j++) {
        HttpMatchRequest one = matches.get(j);
        String namespace = one.sourceNamespace().orElse("");
        all.add(
            new CommonMatch(
                "http", i, j, one, one.port(), one.sourceLabels(), namespace, one.gateways()));
      }
    }
    for (int i = 0; i < service.tls().size(); i++) {
      List<TlsMatchAttributes> matches = service.tls().get(i).match();
      for (int j = 0; j < matches.size(); j++) {
        TlsMatchAttributes one = matches.get(j);
        String namespace = one.sourceNamespace().orElse("");
        all.add(
            new CommonMatch(
                "tls", i, j, one, one.port(), one.sourceLabels(), namespace, one.gateways()));
      }
    }
    for (int i = 0; i < service.tcp().size(); i++) {
      List<L4MatchAttributes> matches = service.tcp().get(i).match();
      for (int j = 0; j < matches.size(); j++) {
        L4MatchAttributes one = matches.get(j);
        String namespace = one.sourceNamespace().orElse("");
        all.add(
            new CommonMatch(
                "tcp", i, j, one, one.port(), one.sourceLabels(), namespace, one.gateways()));
      }
    }
    return all;
  }
}
