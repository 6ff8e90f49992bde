package com.policycortex.istio.policycortex;

import java.util.List;

/**
 * The hosts of an environment.
 *
 * @param site what browsers open; served by frontend
 * @param api what programs call; served by core-api, and a token is needed
 * @param internal the host of the internal gateway; served by core-api
 */
public record Hosts(List<String> site, List<String> api, String internal) {

  /** Copies the lists. */
  public Hosts {
    site = List.copyOf(site);
    api = List.copyOf(api);
  }

  static Hosts of(String domain) {
    return new Hosts(
        List.of(domain, "www." + domain),
        List.of("api." + domain, "graphql." + domain, "ai." + domain),
        "internal." + domain);
  }
}
