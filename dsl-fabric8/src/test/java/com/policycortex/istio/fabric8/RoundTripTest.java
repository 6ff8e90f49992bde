package com.policycortex.istio.fabric8;

import static org.assertj.core.api.Assertions.assertThat;

import com.policycortex.istio.finding.Severity;
import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.random.RandomManifests;
import com.policycortex.istio.wire.JsonValue;
import com.policycortex.istio.yaml.ReadResult;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/** To fabric8 and back gives an equal value, whatever the value. */
class RoundTripTest {

  @Property(tries = 2000)
  void everyManifestComesBackEqual(@ForAll("manifests") Manifest manifest) {
    // The one number that a JsonValue does not hold: it is 0 there.
    Assume.that(!manifest.toString().contains("-0.0"));
    HasMetadata object = Fabric8.toFabric8(manifest);

    ReadResult read = Fabric8.fromFabric8(object);

    Statistics.collect(object instanceof GenericKubernetesResource ? "generic" : "fabric8's class");
    assertThat(read.findings())
        .as(manifest.toString())
        .noneMatch(finding -> finding.severity() == Severity.ERROR);
    assertThat(read.manifests()).containsExactly(manifest);
    assertThat(Fabric8Mapper.written(object)).isEqualTo(Optional.of(JsonValue.of(manifest)));
  }

  @Provide
  Arbitrary<Manifest> manifests() {
    return RandomManifests.arbitrary();
  }
}
