package com.policycortex.istio.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import com.policycortex.istio.model.networking.Gateway;
import com.policycortex.istio.model.networking.Port;
import com.policycortex.istio.model.networking.Server;
import com.policycortex.istio.model.networking.ServerTlsMode;
import com.policycortex.istio.model.networking.ServerTlsSettings;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Of servers in each other's way the older one stays. */
class GatewayMergeTest {

  private static Server server(int port, String protocol, String... hosts) {
    return Server.server(
            Port.port(
                port,
                protocol,
                protocol.toLowerCase(java.util.Locale.ROOT) + "-" + hosts[0].length()))
        .hosts(List.of(hosts));
  }

  private static Server https(String... hosts) {
    return server(443, "HTTPS", hosts)
        .tls(ServerTlsSettings.serverTlsSettings().mode(ServerTlsMode.SIMPLE));
  }

  private static Gateway gateway(String name, Server... servers) {
    return Gateway.gateway(name).in("edge").servers(List.of(servers));
  }

  private static List<String> merged(Gateway... gateways) {
    GatewayMerge merge = new GatewayMerge();
    for (Gateway gateway : gateways) {
      for (int i = 0; i < gateway.servers().size(); i++) {
        merge.add(gateway, i, gateway.servers().get(i).port().number());
      }
    }
    return merge.outcomes().stream()
        .map(outcome -> outcome.gateway().name() + outcome.index() + " " + outcome.verdict())
        .toList();
  }

  @Test
  void http_is_joined_with_http() {
    assertThat(merged(gateway("a", server(80, "HTTP", "a")), gateway("b", server(80, "GRPC", "b"))))
        .containsExactly("a0 ALONE", "b0 JOINED");
  }

  @Test
  void tcp_shares_a_port_with_nobody() {
    assertThat(merged(gateway("a", server(80, "TCP", "*")), gateway("b", server(80, "HTTP", "b"))))
        .containsExactly("a0 ALONE", "b0 DROPPED");
    assertThat(merged(gateway("a", server(80, "HTTP", "*")), gateway("b", server(80, "TCP", "b"))))
        .containsExactly("a0 ALONE", "b0 DROPPED");
    assertThat(merged(gateway("a", server(80, "TCP", "*")), gateway("b", server(80, "TCP", "b"))))
        .containsExactly("a0 ALONE", "b0 DROPPED");
  }

  @Test
  void https_before_http_goes_and_http_before_https_does_not() {
    assertThat(merged(gateway("a", https("a")), gateway("b", server(443, "HTTP", "b"))))
        .containsExactly("a0 ALONE", "b0 ALONE");
    assertThat(merged(gateway("a", server(443, "HTTP", "a")), gateway("b", https("b"))))
        .containsExactly("a0 ALONE", "b0 DROPPED");
  }

  @Test
  void a_host_with_tls_is_there_once_and_takes_its_whole_server_along() {
    assertThat(merged(gateway("a", https("x.test")), gateway("b", https("y.test", "x.test"))))
        .containsExactly("a0 ALONE", "b0 DROPPED");
    assertThat(merged(gateway("a", https("x.test")), gateway("b", https("z/x.test"))))
        .as("hosts are compared with their namespaces")
        .containsExactly("a0 ALONE", "b0 ALONE");
    assertThat(merged(gateway("a", https("x.test")), gateway("b", https("x.test").bind("1.1.1.1"))))
        .containsExactly("a0 ALONE", "b0 ALONE");
  }

  @Test
  void a_server_that_only_redirects_takes_its_hosts_too() {
    Server redirecting =
        server(80, "HTTP", "x.test").tls(ServerTlsSettings.serverTlsSettings().httpsRedirect(true));

    assertThat(merged(gateway("a", redirecting), gateway("b", server(80, "HTTP", "x.test"))))
        .containsExactly("a0 ALONE", "b0 JOINED");
    assertThat(merged(gateway("a", redirecting), gateway("b", redirecting)))
        .containsExactly("a0 ALONE", "b0 DROPPED");
  }

  @Test
  void another_address_is_another_listener() {
    assertThat(
            merged(
                gateway("a", server(80, "TCP", "*").bind("1.1.1.1")),
                gateway("b", server(80, "TCP", "*").bind("1.1.1.2"))))
        .containsExactly("a0 ALONE", "b0 ALONE");
  }
}
