package com.policycortex.istio.model.kubernetes;

import static com.policycortex.istio.model.kubernetes.ConfigMap.configMap;
import static com.policycortex.istio.model.kubernetes.Namespace.namespace;
import static com.policycortex.istio.model.kubernetes.ServiceAccount.serviceAccount;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class KubernetesKindsTest {

  @Test
  void a_namespace_of_the_mesh_asks_for_injection() {
    assertThat(namespace("policycortex").label("istio-injection", "enabled"))
        .hasToString(
            """
            apiVersion: v1
            kind: Namespace
            metadata:
              name: policycortex
              labels:
                istio-injection: enabled
            """);
  }

  @Test
  void a_service_account_lies_in_its_namespace() {
    assertThat(serviceAccount("frontend").in("policycortex"))
        .hasToString(
            """
            apiVersion: v1
            kind: ServiceAccount
            metadata:
              name: frontend
              namespace: policycortex
            """);
  }

  @Test
  void a_config_map_keeps_text_of_several_lines_readable() {
    assertThat(
            configMap("rules").in("monitoring").data(Map.of("red.yaml", "groups:\n- name: red\n")))
        .hasToString(
            """
            apiVersion: v1
            kind: ConfigMap
            metadata:
              name: rules
              namespace: monitoring
            data:
              red.yaml: |
                groups:
                - name: red
            """);
  }
}
