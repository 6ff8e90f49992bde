package com.policycortex.istio.validation;

import com.policycortex.istio.finding.Gate;
import com.policycortex.istio.model.mesh.PrivateKeyMethod;
import com.policycortex.istio.model.mesh.PrivateKeyProvider;
import java.time.Duration;
import java.util.Optional;

/** Who computes with private keys in a proxy's place. */
final class PrivateKeyProviderRules {

  static final RuleSet<PrivateKeyProvider> RULES =
      RuleSet.of(PrivateKeyProvider.class)
          .error(
              "PXC-PKP",
              Gate.ISTIOD,
              "Write cryptomb or qat",
              (provider, report) -> {
                if (provider.provider().isEmpty()) {
                  report.add("", "Nobody is named who computes with private keys");
                }
              })
          .error(
              "PXC-PKP-DELAY",
              Gate.ISTIOD,
              "Write pollDelay, for example 0.02s",
              (provider, report) -> {
                Optional<PrivateKeyMethod> method = provider.provider();
                if (method.isPresent() && delay(method.get()).equals(Duration.ZERO)) {
                  report.add(
                      (method.get() instanceof PrivateKeyMethod.ByQat ? "qat" : "cryptomb")
                          + ".pollDelay",
                      "The delay is missing or zero");
                }
              })
          .build();

  private PrivateKeyProviderRules() {}

  private static Duration delay(PrivateKeyMethod method) {
    Optional<Duration> delay =
        method instanceof PrivateKeyMethod.ByQat qat
            ? qat.value().pollDelay()
            : ((PrivateKeyMethod.ByCryptoMb) method).value().pollDelay();
    return delay.orElse(Duration.ZERO);
  }
}
