package com.policycortex.istio.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class HostOverlapsTest {

  private static List<String> found(List<String> hosts) {
    List<String> found = new ArrayList<>();
    HostOverlaps.find(hosts, (first, i) -> found.add(first + " " + i));
    return found;
  }

  @Property(tries = 200)
  void many_hosts_are_compared_as_few_are(@ForAll Random random) {
    List<String> hosts =
        IntStream.range(0, 40 + random.nextInt(40)).mapToObj(i -> host(random)).toList();
    List<String> expected = new ArrayList<>();
    for (int i = 1; i < hosts.size(); i++) {
      for (int j = 0; j < i; j++) {
        if (Hosts.overlap(hosts.get(j), hosts.get(i))) {
          expected.add(hosts.get(j) + " " + i);
          break;
        }
      }
    }
    assertThat(found(hosts)).isEqualTo(expected);
  }

  private static String host(Random random) {
    StringBuilder host = new StringBuilder(random.nextInt(4) == 0 ? "*" : "");
    for (int i = random.nextInt(9); i > 0; i--) {
      host.append("ab.".charAt(random.nextInt(3)));
    }
    return host.toString();
  }

  @Test
  void a_hundred_thousand_hosts_have_one_that_overlaps() {
    List<String> hosts =
        new ArrayList<>(IntStream.range(0, 100_000).mapToObj(i -> "h" + i + ".a.com").toList());
    hosts.add("*.a.com");

    assertThat(found(hosts)).containsExactly("h0.a.com 100000");
  }
}
