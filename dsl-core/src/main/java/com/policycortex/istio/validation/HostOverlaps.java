package com.policycortex.istio.validation;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ObjIntConsumer;

/** Which hosts of a list overlap with an earlier one, however long the list is. */
final class HostOverlaps {

  /** Up to so many hosts, comparing each with each is the quickest, and needs no memory. */
  private static final int FEW = 32;

  private final Map<String, Integer> names = new HashMap<>();
  private final Map<String, Integer> wildcards = new HashMap<>();
  // The first host that ends so, for each ending as long as that of some wildcard.
  private final Map<String, Integer> endings = new HashMap<>();
  private final Set<Integer> lengths = new HashSet<>();

  private HostOverlaps(List<String> hosts) {
    for (String host : hosts) {
      if (Hosts.isWildcard(host)) {
        lengths.add(host.length() - 1);
      }
    }
  }

  /** Tells for each host that overlaps which is the first that it overlaps with. */
  static void find(List<String> hosts, ObjIntConsumer<String> overlap) {
    if (hosts.size() <= FEW) {
      each(hosts, overlap);
      return;
    }
    HostOverlaps overlaps = new HostOverlaps(hosts);
    for (int i = 0; i < hosts.size(); i++) {
      int first = overlaps.first(hosts.get(i), i);
      if (first < i) {
        overlap.accept(hosts.get(first), i);
      }
    }
  }

  private static void each(List<String> hosts, ObjIntConsumer<String> overlap) {
    for (int i = 1; i < hosts.size(); i++) {
      for (int j = 0; j < i; j++) {
        if (Hosts.overlap(hosts.get(j), hosts.get(i))) {
          overlap.accept(hosts.get(j), i);
          break;
        }
      }
    }
  }

  private int first(String host, int at) {
    boolean wildcard = Hosts.isWildcard(host);
    String name = wildcard ? host.substring(1) : host;
    int first = (wildcard ? endings : names).getOrDefault(name, at);
    for (int length : lengths) {
      if (length <= name.length()) {
        String ending = name.substring(name.length() - length);
        first = Math.min(first, wildcards.getOrDefault(ending, at));
        endings.putIfAbsent(ending, at);
      }
    }
    (wildcard ? wildcards : names).putIfAbsent(name, at);
    return first;
  }
}
