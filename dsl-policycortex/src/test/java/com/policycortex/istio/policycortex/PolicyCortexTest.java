package com.policycortex.istio.policycortex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.policycortex.istio.finding.Severity;
import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.model.networking.DestinationRule;
import com.policycortex.istio.model.networking.VirtualService;
import com.policycortex.istio.model.security.AuthorizationPolicy;
import com.policycortex.istio.yaml.ManifestReader;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PolicyCortexTest {

  private final PolicyCortex prod = PolicyCortex.prod();

  @ParameterizedTest
  @EnumSource(Environment.class)
  void everyEnvironmentIsRendered(Environment environment) {
    assertThat(PolicyCortex.of(environment).tree().files().keySet())
        .anyMatch(path -> path.startsWith("install/"))
        .anyMatch(path -> path.startsWith("base/"))
        .anyMatch(path -> path.startsWith("traffic-management/"))
        .anyMatch(path -> path.startsWith("security/"))
        .anyMatch(path -> path.startsWith("observability/"))
        .anyMatch(path -> path.startsWith("policies/"));
  }

  @ParameterizedTest
  @EnumSource(Environment.class)
  void whatIsRenderedReadsBackEqualAndWithoutErrors(Environment environment) {
    PolicyCortex mesh = PolicyCortex.of(environment);
    for (Manifest manifest : mesh.manifests()) {
      var result = ManifestReader.read("a.yaml", manifest.toString());
      assertThat(result.findings()).isEmpty();
      assertThat(result.manifests()).containsExactly(manifest);
    }
    assertThat(mesh.tree().findings()).noneMatch(finding -> finding.severity() == Severity.ERROR);
  }

  @Test
  void everySwitchGivesAWholeMeshToo() {
    for (Setting<?> setting : PolicyCortex.settings()) {
      if (setting.form().equals("true or false")) {
        PolicyCortex changed =
            prod.set(setting.key(), prod.text(setting).equals("true") ? "false" : "true");
        assertThat(changed.tree().files()).as(changed.toString()).isNotEmpty();
        assertThat(changed.tree().files()).as(changed.toString()).isNotEqualTo(prod.tree().files());
      }
    }
  }

  @Test
  void everySettingIsDocumentedAndTakesItsOwnDefault() {
    assertThat(PolicyCortex.settings()).extracting(Setting::key).doesNotHaveDuplicates();
    for (Setting<?> setting : PolicyCortex.settings()) {
      assertThat(setting.documentation()).as(setting.key()).isNotBlank();
      for (Environment environment : Environment.values()) {
        PolicyCortex mesh = PolicyCortex.of(environment);
        assertThat(mesh.set(setting.key(), setting.defaultText(environment)).tree().files())
            .as(setting.key())
            .isEqualTo(mesh.tree().files());
      }
    }
  }

  @Test
  void theCanaryIsTheDocuments() {
    VirtualService routes = prod.canary().virtualService();
    assertThat(routes.http().get(0).match().get(0).headers().toString()).contains("canary");
    assertThat(routes.http())
        .extracting(
            route ->
                route.route().stream()
                    .map(r -> r.destination().subset().orElse("") + "=" + r.weight().orElse(0))
                    .toList())
        .containsExactly(List.of("v2=100"), List.of("v1=90", "v2=10"));
  }

  @Test
  void theAuthorizationPolicyOfCoreApiIsTheDocumentsWordForWord() {
    AuthorizationPolicy policy =
        (AuthorizationPolicy)
            prod.manifests().stream()
                .filter(AuthorizationPolicy.class::isInstance)
                .filter(manifest -> manifest.name().equals("core-api"))
                .findFirst()
                .orElseThrow();
    assertThat(policy.toString())
        .endsWith(
            """
            spec:
              selector:
                matchLabels:
                  app: core-api
              rules:
              - from:
                - source:
                    principals:
                    - cluster.local/ns/policycortex/sa/frontend
                to:
                - operation:
                    methods:
                    - GET
                    - POST
                    paths:
                    - /api/v1/*
            """);
  }

  @Test
  void everyDestinationHasTheDocumentsCircuitBreaker() {
    List<DestinationRule> rules =
        prod.manifests().stream()
            .filter(DestinationRule.class::isInstance)
            .map(DestinationRule.class::cast)
            .toList();
    assertThat(rules).hasSize(6);
    assertThat(rules)
        .allSatisfy(
            rule ->
                assertThat(rule.trafficPolicy().orElseThrow().outlierDetection().orElseThrow())
                    .hasToString(
                        """
                        consecutive5xxErrors: 5
                        interval: 30s
                        baseEjectionTime: 30s
                        maxEjectionPercent: 50
                        """));
  }

  @Test
  void allThreeAlgorithmsAndAHashAreThere() {
    String all = prod.tree().files().toString();
    assertThat(all)
        .contains(
            "simple: ROUND_ROBIN",
            "simple: RANDOM",
            "simple: LEAST_REQUEST",
            "httpHeaderName: x-tenant-id");
  }

  @Test
  void anImpossibleSettingIsRefusedWithWhatItTakes() {
    assertThatThrownBy(() -> prod.set("canary.weigth", "5"))
        .hasMessage("there is no setting \"canary.weigth\"; did you mean \"canary.weight\"?");
    assertThatThrownBy(() -> prod.set("canary.weight", "101"))
        .hasMessage("canary.weight takes a whole number from 0 to 100, not \"101\"");
    assertThatThrownBy(() -> prod.set("jwt.enabled", "yes")).hasMessageContaining("true or false");
    assertThatThrownBy(() -> prod.set("core-api.timeout", "-1s"))
        .hasMessageContaining("a duration of at least 1 ms");
    assertThatThrownBy(() -> prod.with(Settings.CANARY_WEIGHT, -1))
        .hasMessageContaining("canary.weight takes");
    assertThatThrownBy(() -> PolicyCortex.environment("production"))
        .hasMessageContaining("choose one of prod, staging, dev");
  }

  @Test
  void theSameMeshIsTheSameBytes() {
    assertThat(PolicyCortex.prod().tree().files()).isEqualTo(prod.tree().files());
    assertThat(PolicyCortex.prod().with(Settings.CANARY_WEIGHT, 25))
        .isEqualTo(prod.set("canary.weight", "25"))
        .hasToString("PolicyCortex prod, canary.weight=25");
  }

  @Test
  void theWayToMutualTlsEndsWhereTheMeshIs() {
    List<PolicyCortex> stages = prod.mutualTlsMigration();
    assertThat(stages).hasSize(3);
    assertThat(stages.get(2).tree().files()).isEqualTo(prod.tree().files());
  }
}
