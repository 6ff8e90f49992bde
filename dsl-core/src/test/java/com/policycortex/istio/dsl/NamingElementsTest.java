package com.policycortex.istio.dsl;

import static com.policycortex.istio.dsl.Istio.blueGreen;
import static com.policycortex.istio.dsl.Istio.canary;
import static com.policycortex.istio.dsl.Istio.deny;
import static com.policycortex.istio.dsl.Istio.globalRateLimit;
import static com.policycortex.istio.dsl.Istio.jwtGuard;
import static com.policycortex.istio.dsl.Istio.label;
import static com.policycortex.istio.dsl.Istio.limit;
import static com.policycortex.istio.dsl.Istio.networkSegmentation;
import static com.policycortex.istio.dsl.Istio.remoteAddress;
import static com.policycortex.istio.dsl.Istio.retry;
import static com.policycortex.istio.dsl.Istio.service;
import static org.assertj.core.api.Assertions.assertThat;

import com.policycortex.istio.dsl.ratelimit.RateLimit;
import com.policycortex.istio.dsl.ratelimit.RateLimitUnit;
import com.policycortex.istio.model.networking.OutlierDetection;
import com.policycortex.istio.model.security.AuthorizationCondition;
import com.policycortex.istio.model.security.AuthorizationRule;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NamingElementsTest {

  private final ServiceRef web = service("web").in("shop").http(8080);
  private final ServiceRef api = service("api").in("shop").http(8080);
  private final SubsetRef v1 = api.subset("v1", label("version", "v1"));
  private final SubsetRef v2 = api.subset("v2", label("version", "v2"));

  @Test
  void whateverTakesAListOfElementsTakesElementsToo() {
    List<Method> ofElements =
        new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("com.policycortex.istio.model", "com.policycortex.istio.dsl")
                .stream()
                .filter(type -> !type.getName().contains("Immutable"))
                .sorted(Comparator.comparing(JavaClass::getName))
                .map(JavaClass::reflect)
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(m -> m.getReturnType() == m.getDeclaringClass() && !m.isBridge())
                .filter(m -> Modifier.isPublic(m.getModifiers()))
                .filter(m -> Arrays.equals(m.getParameterTypes(), new Class<?>[] {Iterable.class}))
                .toList();
    assertThat(ofElements)
        .hasSizeGreaterThan(150)
        .allSatisfy(
            method ->
                assertThat(method.getDeclaringClass().getMethods())
                    .as("%s of elements", method)
                    .anyMatch(m -> m.isVarArgs() && m.getName().equals(method.getName())));
  }

  @Test
  void aPolicyHoldsForEveryMethodPathPortAndConditionThatWasNamed() {
    Access access =
        deny(web)
            .to(api)
            .methods("PUT")
            .methods("DELETE", "PATCH")
            .paths("/a")
            .paths("/b")
            .port(1)
            .port(2)
            .ports(3, 4)
            .when("source.ip", "10.0.0.1")
            .when(AuthorizationCondition.authorizationCondition("source.namespace").values("a"));
    var operation = access.policy().rules().get(0).to().get(0).operation().orElseThrow();
    assertThat(operation.methods()).containsExactly("PUT", "DELETE", "PATCH");
    assertThat(operation.paths()).containsExactly("/a", "/b");
    assertThat(operation.ports()).containsExactly("1", "2", "3", "4");
    assertThat(access.policy().rules().get(0).when()).hasSize(2);

    assertThat(access.methods(List.of("GET")).methods()).containsExactly("GET");
    assertThat(access.ports(List.of(9)).ports()).containsExactly(9);
  }

  @Test
  void aRetryHasEveryReasonThatWasNamed() {
    Retry retry =
        retry(3)
            .on(RetryOn.CONNECT_FAILURE)
            .on(RetryOn.REFUSED_STREAM)
            .statuses(503)
            .statuses(504, 505);
    assertThat(retry.retries().retryOn()).contains("connect-failure,refused-stream,503,504,505");
    assertThat(retry.statuses(List.of(500)).statuses()).containsExactly(500);
  }

  @Test
  void aRolloutHasEveryHostAndGatewayThatWasNamed() {
    Canary canary = canary(v1, v2).hosts("a").hosts("b").gateways("shop/x").gateways("shop/y");
    assertThat(canary.hosts()).containsExactly("a", "b");
    assertThat(canary.gateways()).containsExactly("shop/x", "shop/y");
    BlueGreen both = blueGreen(v1, v2).hosts("a").hosts("b").gateways("shop/x").gateways("shop/y");
    assertThat(both.hosts()).containsExactly("a", "b");
    assertThat(both.gateways()).containsExactly("shop/x", "shop/y");
  }

  @Test
  void aGuardHasEveryAudienceHostPortMethodAndPathThatWasNamed() {
    JwtGuard guard =
        jwtGuard(api, "https://issuer.example")
            .audiences("a")
            .audiences("b")
            .hosts("c")
            .hosts("d")
            .ports(1)
            .ports(2, 3)
            .openMethods("OPTIONS")
            .openMethods("HEAD")
            .openPaths("/e")
            .openPaths("/f");
    assertThat(guard.audiences()).containsExactly("a", "b");
    assertThat(guard.hosts()).containsExactly("c", "d");
    assertThat(guard.ports()).containsExactly(1, 2, 3);
    assertThat(guard.openMethods()).containsExactly("OPTIONS", "HEAD");
    assertThat(guard.openPaths()).containsExactly("/e", "/f");
  }

  @Test
  void aClosedNamespaceHasEveryServiceAndAddressThatWasNamed() {
    NetworkSegmentation closed =
        networkSegmentation("shop")
            .outbound(web)
            .outbound(api)
            .nodeCidrs("10.0.0.0/20")
            .nodeCidrs("10.1.0.0/20");
    assertThat(closed.outbound()).containsExactly(web, api);
    assertThat(closed.nodeCidrs()).containsExactly("10.0.0.0/20", "10.1.0.0/20");
  }

  @Test
  void aGlobalLimitHasEveryLimitThatWasNamed() {
    RateLimit second = limit(1, RateLimitUnit.SECOND).by(remoteAddress());
    RateLimit hour = limit(9, RateLimitUnit.HOUR).by(remoteAddress());
    assertThat(globalRateLimit(web, api).limits(second).limits(hour).limits())
        .containsExactly(second, hour);
  }

  @Test
  void aServicesPodsHaveEveryLabelThatWasSaidAndAppOnlyIfNoneWas() {
    assertThat(service("a").matchLabels()).isEqualTo(Map.of("app", "a"));
    assertThat(service("a").labels(label("istio", "gateway")).matchLabels())
        .isEqualTo(Map.of("istio", "gateway"));
    ServiceRef said = service("a").labels(label("app", "a"));
    assertThat(said.labels(label("version", "v1")).matchLabels())
        .isEqualTo(Map.of("app", "a", "version", "v1"));
    assertThat(said).isEqualTo(service("a")).hasSameHashCodeAs(service("a"));
  }

  @Test
  void theModelAddsToo() {
    AuthorizationRule rule = AuthorizationRule.authorizationRule();
    assertThat(rule.when(condition("a")).when(condition("b"), condition("c")).when())
        .containsExactly(condition("a"), condition("b"), condition("c"));
    OutlierDetection ejection =
        OutlierDetection.outlierDetection()
            .outlierDetectionHttpErrorCodes(500)
            .outlierDetectionHttpErrorCodes(502, 503);
    assertThat(ejection.outlierDetectionHttpErrorCodes()).containsExactly(500L, 502L, 503L);
  }

  private static AuthorizationCondition condition(String key) {
    return AuthorizationCondition.authorizationCondition(key);
  }
}
