package com.policycortex.istio.dsl;

import com.policycortex.istio.model.networking.ConsistentHash;
import com.policycortex.istio.model.networking.HashAlgorithm;
import com.policycortex.istio.model.networking.HashKey;
import com.policycortex.istio.model.networking.HttpCookie;
import com.policycortex.istio.model.networking.LoadBalancerPolicy;
import com.policycortex.istio.model.networking.LoadBalancerSettings;
import com.policycortex.istio.model.networking.LocalityLoadBalancerSetting;
import com.policycortex.istio.model.networking.Maglev;
import com.policycortex.istio.model.networking.SimpleLoadBalancer;
import java.time.Duration;

/** How endpoints are chosen, by name. */
public final class LoadBalancing {

  private LoadBalancing() {}

  /** One endpoint after the other. */
  public static LoadBalancerSettings roundRobin() {
    return simple(SimpleLoadBalancer.ROUND_ROBIN);
  }

  /** Any healthy endpoint. */
  public static LoadBalancerSettings random() {
    return simple(SimpleLoadBalancer.RANDOM);
  }

  /** Of two at random, the one with fewer active requests. Istio's default. */
  public static LoadBalancerSettings leastRequest() {
    return simple(SimpleLoadBalancer.LEAST_REQUEST);
  }

  /** Requests with the same value of a header go to the same endpoint. */
  public static LoadBalancerSettings hashByHeader(String name) {
    return hash(new HashKey.HttpHeaderName(name));
  }

  /** Requests with the same cookie go to the same endpoint; who has none gets one. */
  public static LoadBalancerSettings hashByCookie(String name, Duration timeToLive) {
    return hash(new HashKey.Cookie(HttpCookie.httpCookie(name).ttl(timeToLive)));
  }

  /** Connections from the same address go to the same endpoint. */
  public static LoadBalancerSettings hashBySourceIp() {
    return hash(new HashKey.UseSourceIp(true));
  }

  /** Requests with the same value of a query parameter go to the same endpoint. */
  public static LoadBalancerSettings hashByQueryParameter(String name) {
    return hash(new HashKey.HttpQueryParameterName(name));
  }

  /** The same hash with Maglev's table: faster than a ring, moves a few more clients. */
  public static LoadBalancerSettings maglev(LoadBalancerSettings hash) {
    return hash.lbPolicy()
        .filter(LoadBalancerPolicy.Hash.class::isInstance)
        .map(LoadBalancerPolicy.Hash.class::cast)
        .map(
            policy ->
                hash.lbPolicy(
                    new LoadBalancerPolicy.Hash(
                        policy
                            .value()
                            .hashAlgorithm(new HashAlgorithm.MaglevTable(Maglev.maglev())))))
        .orElseThrow(() -> new IllegalArgumentException("maglev needs a hash, not\n" + hash));
  }

  /** With the localities in order: the own first, then by these labels of the nodes. */
  public static LoadBalancerSettings failover(
      LoadBalancerSettings settings, String first, String... more) {
    return settings.localityLbSetting(
        LocalityLoadBalancerSetting.localityLoadBalancerSetting()
            .enabled(true)
            .failoverPriority(first, more));
  }

  private static LoadBalancerSettings simple(SimpleLoadBalancer algorithm) {
    return LoadBalancerSettings.loadBalancerSettings()
        .lbPolicy(new LoadBalancerPolicy.Simple(algorithm));
  }

  private static LoadBalancerSettings hash(HashKey key) {
    return LoadBalancerSettings.loadBalancerSettings()
        .lbPolicy(new LoadBalancerPolicy.Hash(ConsistentHash.consistentHash().hashKey(key)));
  }
}
