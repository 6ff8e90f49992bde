package com.policycortex.istio.validation;

import com.policycortex.istio.model.networking.HttpMatchRequest;
import com.policycortex.istio.model.networking.HttpRoute;
import com.policycortex.istio.model.networking.L4MatchAttributes;
import com.policycortex.istio.model.networking.TcpRoute;
import com.policycortex.istio.model.networking.TlsMatchAttributes;
import com.policycortex.istio.model.networking.TlsRoute;
import java.util.List;
import java.util.Map;

/**
 * The matches of a kind of route, compared by what they ask and not by their names: what is empty
 * is the same as what is absent.
 */
abstract class Matches<R, M> {

  static final Matches<HttpRoute, HttpMatchRequest> HTTP = new Http();
  static final Matches<TlsRoute, TlsMatchAttributes> TLS = new Tls();
  static final Matches<TcpRoute, L4MatchAttributes> TCP = new Tcp();

  private Matches() {}

  abstract List<M> of(R route);

  /** Equal for matches that ask the same. */
  abstract int hash(M match);

  abstract boolean same(M one, M other);

  // Most are empty.
  private static int hashOf(List<?> list) {
    return list.isEmpty() ? 0 : list.hashCode();
  }

  private static int hashOf(Map<?, ?> map) {
    return map.isEmpty() ? 0 : map.hashCode();
  }

  private static final class Http extends Matches<HttpRoute, HttpMatchRequest> {
    @Override
    List<HttpMatchRequest> of(HttpRoute route) {
      return route.match();
    }

    @Override
    int hash(HttpMatchRequest match) {
      int hash = match.uri().hashCode();
      hash = 31 * hash + match.scheme().hashCode();
      hash = 31 * hash + match.method().hashCode();
      hash = 31 * hash + match.authority().hashCode();
      hash = 31 * hash + hashOf(match.headers());
      hash = 31 * hash + hashOf(match.queryParams());
      hash = 31 * hash + hashOf(match.withoutHeaders());
      hash = 31 * hash + hashOf(match.sourceLabels());
      hash = 31 * hash + hashOf(match.gateways());
      return 31 * hash + Long.hashCode(match.port().orElse(0L));
    }

    @Override
    boolean same(HttpMatchRequest one, HttpMatchRequest other) {
      return one.uri().equals(other.uri())
          && one.scheme().equals(other.scheme())
          && one.method().equals(other.method())
          && one.authority().equals(other.authority())
          && one.headers().equals(other.headers())
          && one.port().orElse(0L).equals(other.port().orElse(0L))
          && one.sourceLabels().equals(other.sourceLabels())
          && one.gateways().equals(other.gateways())
          && one.queryParams().equals(other.queryParams())
          && one.ignoreUriCase().orElse(false).equals(other.ignoreUriCase().orElse(false))
          && one.withoutHeaders().equals(other.withoutHeaders())
          && one.sourceNamespace().orElse("").equals(other.sourceNamespace().orElse(""))
          && one.statPrefix().orElse("").equals(other.statPrefix().orElse(""));
    }
  }

  private static final class Tls extends Matches<TlsRoute, TlsMatchAttributes> {
    @Override
    List<TlsMatchAttributes> of(TlsRoute route) {
      return route.match();
    }

    @Override
    int hash(TlsMatchAttributes match) {
      int hash = hashOf(match.sniHosts());
      hash = 31 * hash + hashOf(match.destinationSubnets());
      hash = 31 * hash + hashOf(match.sourceLabels());
      hash = 31 * hash + hashOf(match.gateways());
      return 31 * hash + Long.hashCode(match.port().orElse(0L));
    }

    @Override
    boolean same(TlsMatchAttributes one, TlsMatchAttributes other) {
      return one.sniHosts().equals(other.sniHosts())
          && one.destinationSubnets().equals(other.destinationSubnets())
          && one.port().orElse(0L).equals(other.port().orElse(0L))
          && one.sourceLabels().equals(other.sourceLabels())
          && one.gateways().equals(other.gateways())
          && one.sourceNamespace().orElse("").equals(other.sourceNamespace().orElse(""));
    }
  }

  private static final class Tcp extends Matches<TcpRoute, L4MatchAttributes> {
    @Override
    List<L4MatchAttributes> of(TcpRoute route) {
      return route.match();
    }

    @Override
    int hash(L4MatchAttributes match) {
      int hash = hashOf(match.destinationSubnets());
      hash = 31 * hash + hashOf(match.sourceLabels());
      hash = 31 * hash + hashOf(match.gateways());
      hash = 31 * hash + match.sourceSubnet().orElse("").hashCode();
      return 31 * hash + Long.hashCode(match.port().orElse(0L));
    }

    @Override
    boolean same(L4MatchAttributes one, L4MatchAttributes other) {
      return one.destinationSubnets().equals(other.destinationSubnets())
          && one.port().orElse(0L).equals(other.port().orElse(0L))
          && one.sourceSubnet().orElse("").equals(other.sourceSubnet().orElse(""))
          && one.sourceLabels().equals(other.sourceLabels())
          && one.gateways().equals(other.gateways())
          && one.sourceNamespace().orElse("").equals(other.sourceNamespace().orElse(""));
    }
  }
}
