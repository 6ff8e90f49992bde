package com.policycortex.istio.dsl;

import static com.policycortex.istio.dsl.BlueGreen.blueGreen;
import static com.policycortex.istio.dsl.Canary.canary;
import static com.policycortex.istio.dsl.Istio.header;
import static com.policycortex.istio.dsl.Istio.label;
import static com.policycortex.istio.dsl.Istio.service;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.model.networking.DestinationRule;
import com.policycortex.istio.model.networking.HttpRouteDestination;
import com.policycortex.istio.model.networking.Subset;
import com.policycortex.istio.model.networking.VirtualService;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class RolloutTest {

  private static final ServiceRef API = service("core-api").in("policycortex").http(8080);
  private static final SubsetRef V1 = API.subset("v1", label("version", "v1"));
  private static final SubsetRef V2 = API.subset("v2", label("version", "v2"));
  private static final SubsetRef V3 = API.subset("v3", label("version", "v3"));

  private final Canary canary = canary(V1, V2).weight(10).optIn(header("canary").exact("true"));

  @Test
  void aCanaryTakesWhoAsksAndAShareOfTheOthers() {
    assertThat(canary.virtualService().http())
        .extracting(route -> route.route().toString())
        .hasSize(2);
    assertThat(weights(canary)).containsExactly("v2=100", "v1=90", "v2=10");
    assertThat(canary).hasToString("Canary core-api.policycortex: v1 90 %, v2 10 %, v2 on request");
  }

  @Test
  void advancingChangesTheSharesOnly() {
    assertThat(weights(canary.advanceTo(25))).containsExactly("v2=100", "v1=75", "v2=25");
    assertThat(canary.advanceTo(25).destinationRule()).isEqualTo(canary.destinationRule());
  }

  @Test
  void aRollbackLeavesNoWayToTheCandidate() {
    assertThat(weights(canary.rollback())).containsExactly("v1=100");
  }

  @Test
  void promotingMakesTheCandidateTheOnlyVersion() {
    Canary promoted = canary.advanceTo(100).promoted();
    assertThat(weights(promoted)).containsExactly("v2=100");
    assertThat(promoted.destinationRule().subsets()).extracting(Subset::name).containsExactly("v2");
  }

  @Test
  void theFirstStepDefinesTheSubsetAndTheLastRemovesIt() {
    Canary before = canary(V1);
    assertThat(before.stepsTo(canary))
        .extracting(Rollout.Step::toString)
        .containsExactly(
            "apply DestinationRule policycortex/core-api: define every subset before a route"
                + " names it",
            "apply VirtualService policycortex/core-api: move the requests");
    assertThat(canary.stepsTo(before))
        .extracting(step -> step.manifest().kind().name())
        .containsExactly("VirtualService", "DestinationRule");
    assertThat(canary.stepsTo(canary)).isEmpty();
  }

  @Test
  void aPlanGoesStageByStage() {
    Canary.Plan plan = canary.plan(5, 25, 50, 100);
    assertThat(plan.stages()).extracting(Canary::weight).containsExactly(5, 25, 50, 100);
    assertThat(plan.stepsTo(1, canary(V1)))
        .extracting(step -> step.manifest().kind().name())
        .containsExactly("VirtualService");
    assertThat(plan.rollbackFrom(3)).hasSize(1);
  }

  @Test
  void impossibleCanariesAreRefusedWhereTheyAreWritten() {
    assertThatThrownBy(() -> canary.advanceTo(101)).hasMessageContaining("0 to 100 percent");
    assertThatThrownBy(() -> canary(V1).weight(1)).hasMessageContaining("no candidate");
    assertThatThrownBy(() -> canary(V1, V1)).hasMessageContaining("two subsets of one service");
    assertThatThrownBy(() -> canary(V1).promoted()).hasMessageContaining("no candidate");
  }

  @Test
  void blueGreenSwitchesWithOneApplyAndBackWithOne() {
    BlueGreen pair = blueGreen(V1, V2);
    assertThat(weights(pair.switchTo(V2))).containsExactly("v2=100");
    assertThat(pair.stepsTo(pair.switchTo(V2))).hasSize(1);
    assertThat(pair.switchTo(V2).rollback()).isEqualTo(pair);
    assertThat(weights(pair.preview(header("preview").exact("true"))))
        .containsExactly("v2=100", "v1=100");
    assertThatThrownBy(() -> pair.switchTo(V3)).hasMessageContaining("neither");
  }

  @Property
  void atNoTimeDoesARouteNameASubsetThatIsNotThere(
      @ForAll("rollouts") Rollout before, @ForAll("rollouts") Rollout after) {
    DestinationRule rule = before.destinationRule();
    VirtualService routes = before.virtualService();
    for (Rollout.Step step : before.stepsTo(after)) {
      Manifest applied = step.manifest();
      if (applied instanceof DestinationRule changed) {
        rule = changed;
      } else {
        routes = (VirtualService) applied;
      }
      Set<String> defined = rule.subsets().stream().map(Subset::name).collect(Collectors.toSet());
      assertThat(defined).containsAll(named(routes));
    }
    assertThat(rule.subsets())
        .containsExactlyInAnyOrderElementsOf(after.destinationRule().subsets());
    assertThat(routes).isEqualTo(after.virtualService());
  }

  @Provide
  Arbitrary<Rollout> rollouts() {
    Arbitrary<Canary> canaries =
        Arbitraries.of(canary(V1, V2), canary(V2, V1), canary(V2, V3), canary(V1, V3))
            .flatMap(c -> Arbitraries.integers().between(0, 100).map(c::weight))
            .flatMap(c -> Arbitraries.of(c, c.optIn(header("x").present()), c.withdrawn()));
    return Arbitraries.oneOf(
        canaries.map(c -> (Rollout) c),
        Arbitraries.of(blueGreen(V1, V2), blueGreen(V2, V1), blueGreen(V3, V1)));
  }

  private static List<String> named(VirtualService routes) {
    return routes.http().stream()
        .flatMap(route -> route.route().stream())
        .map(share -> share.destination().subset().orElse(""))
        .toList();
  }

  private static List<String> weights(Rollout rollout) {
    return rollout.virtualService().http().stream()
        .flatMap(route -> route.route().stream())
        .map(RolloutTest::weight)
        .toList();
  }

  private static String weight(HttpRouteDestination share) {
    return share.destination().subset().orElse("") + "=" + share.weight().orElse(-1);
  }
}
