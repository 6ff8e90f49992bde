package com.policycortex.istio.validation;

import com.policycortex.istio.finding.Gate;
import com.policycortex.istio.model.networking.ConsistentHash;
import com.policycortex.istio.model.networking.HashAlgorithm;
import com.policycortex.istio.model.networking.HashKey;
import com.policycortex.istio.model.networking.HttpCookie;
import com.policycortex.istio.model.networking.LoadBalancerPolicy;
import com.policycortex.istio.model.networking.LoadBalancerSettings;
import com.policycortex.istio.model.networking.WarmupConfiguration;
import java.util.Optional;

/** How endpoints are picked. */
final class LoadBalancerRules {

  private static final long MAGLEV_LIMIT = 5_000_011;

  private static final RuleSet<HttpCookie> COOKIE =
      RuleSet.of(HttpCookie.class)
          .error(
              "DR-LB-COOKIE-NAME",
              Gate.ISTIOD,
              "Write the cookie's name",
              (cookie, report) -> {
                if (cookie.name().isEmpty()) {
                  report.add("name", "The cookie has no name");
                }
              })
          .rule(DurationRules.readable("DR-DURATION-RANGE", "ttl", HttpCookie::ttl))
          .error(
              "DR-LB-COOKIE-ATTR-NAME",
              Gate.ISTIOD,
              "Write the attribute's name",
              (cookie, report) -> {
                for (int i = 0; i < cookie.attributes().size(); i++) {
                  if (cookie.attributes().get(i).name().isEmpty()) {
                    report.add("attributes[" + i + "].name", "The attribute has no name");
                  }
                }
              })
          .error(
              "DR-LB-COOKIE-ATTR-DUP",
              Gate.ISTIOD,
              "Remove one of the two",
              (cookie, report) ->
                  Duplicates.check(
                      cookie.attributes(),
                      attribute -> attribute.name(),
                      "attributes",
                      "name",
                      "There are two attributes ",
                      report))
          .build();

  private static final RuleSet<ConsistentHash> CONSISTENT_HASH =
      RuleSet.of(ConsistentHash.class)
          .warning(
              "DR-LB-RING-DEPRECATED",
              Gate.ISTIOD,
              "Write ringHash.minimumRingSize",
              (hash, report) -> {
                if (hash.minimumRingSize().orElse(0L) != 0) {
                  report.add("minimumRingSize", "minimumRingSize is deprecated");
                }
              })
          .error(
              "DR-LB-RING-BOTH",
              Gate.ISTIOD,
              "Keep ringHash or maglev",
              (hash, report) -> {
                if (hash.minimumRingSize().orElse(0L) != 0 && hash.hashAlgorithm().isPresent()) {
                  report.add("minimumRingSize", "There is an algorithm beside minimumRingSize");
                }
              })
          .error(
              "DR-LB-RING-NEGATIVE",
              Gate.BOTH,
              "Write 0 or more",
              (hash, report) -> {
                if (hash.minimumRingSize().orElse(0L) < 0) {
                  report.add("minimumRingSize", hash.minimumRingSize().get() + " is negative");
                }
                if (hash.hashAlgorithm().orElse(null) instanceof HashAlgorithm.Ring ring
                    && ring.value().minimumRingSize().orElse(0L) < 0) {
                  report.add(
                      "ringHash.minimumRingSize",
                      ring.value().minimumRingSize().get() + " is negative");
                }
              })
          .error(
              "DR-LB-MAGLEV-MAX",
              Gate.BOTH,
              "Write a prime below 5000011, for example 65537",
              (hash, report) -> {
                long size = tableSize(hash);
                if (size < 0 || size >= MAGLEV_LIMIT) {
                  Gate gate = size < 0 ? Gate.BOTH : Gate.ISTIOD;
                  report.add(gate, "maglev.tableSize", size + " is outside 1 to 5000010");
                }
              })
          .error(
              "DR-LB-MAGLEV-PRIME",
              Gate.ISTIOD,
              "Write a prime below 5000011, for example 65537",
              (hash, report) -> {
                long size = tableSize(hash);
                if (size >= 0 && size < MAGLEV_LIMIT && !isPrime(size)) {
                  report.add("maglev.tableSize", size + " is not a prime");
                }
              })
          .build();

  private static final RuleSet<WarmupConfiguration> WARMUP =
      RuleSet.of(WarmupConfiguration.class)
          .error(
              "DR-LB-WARMUP-REQUIRED",
              Gate.BOTH,
              "Write duration",
              (warmup, report) -> {
                if (warmup.duration().isEmpty()) {
                  report.add("duration", "The warm-up has no duration");
                }
              })
          .rules(
              DurationRules.atLeastOneMillisecond(
                  "DR-LB-WARMUP-DURATION", "duration", WarmupConfiguration::duration))
          .error(
              "DR-LB-WARMUP-PERCENT",
              Gate.BOTH,
              "Write a percentage from 0 to 100",
              (warmup, report) -> {
                Optional<Double> percent = warmup.minimumPercent();
                if (percent.isPresent() && !(percent.get() >= 0 && percent.get() <= 100)) {
                  // istiod looks for too much only.
                  Gate gate = percent.get() < 0 ? Gate.API_SERVER : Gate.BOTH;
                  report.add(
                      gate, "minimumPercent", percent.get() + " is outside 0 to 100 percent");
                }
              })
          .error(
              "DR-LB-WARMUP-AGGRESSION",
              Gate.BOTH,
              "Write a number above 0; 1 is the default",
              (warmup, report) -> {
                Optional<Double> aggression = warmup.aggression();
                if (aggression.isPresent()
                    && !(aggression.get() > 0 && Double.isFinite(aggression.get()))) {
                  Gate gate = aggression.get() == 0 ? Gate.ISTIOD : Gate.BOTH;
                  report.add(gate, "aggression", aggression.get() + " is not above 0");
                }
              })
          .build();

  static final RuleSet<LoadBalancerSettings> RULES =
      RuleSet.of(LoadBalancerSettings.class)
          .error(
              "DR-LB-LOCALITY-ZONE",
              Gate.ISTIOD,
              "Keep one of localityLbSetting and zoneAwareLbSetting",
              (balancer, report) -> {
                if (balancer.localityLbSetting().isPresent()
                    && balancer.zoneAwareLbSetting().isPresent()) {
                  report.add("zoneAwareLbSetting", "There is a localityLbSetting beside it");
                }
              })
          .rule(
              DurationRules.minimum(
                  "DR-LB-WARMUPSECS",
                  Gate.API_SERVER,
                  "warmupDurationSecs",
                  LoadBalancerSettings::warmupDurationSecs))
          .part("consistentHash", LoadBalancerRules::consistentHash, CONSISTENT_HASH)
          .part("consistentHash.httpCookie", LoadBalancerRules::cookie, COOKIE)
          .part(
              "localityLbSetting",
              LoadBalancerSettings::localityLbSetting,
              LocalityRules.DISTRIBUTION)
          .part(
              "zoneAwareLbSetting",
              LoadBalancerSettings::zoneAwareLbSetting,
              LocalityRules.ZONE_AWARE)
          .part("warmup", LoadBalancerSettings::warmup, WARMUP)
          .build();

  private LoadBalancerRules() {}

  private static Optional<ConsistentHash> consistentHash(LoadBalancerSettings balancer) {
    return balancer.lbPolicy().orElse(null) instanceof LoadBalancerPolicy.Hash hash
        ? Optional.of(hash.value())
        : Optional.empty();
  }

  private static Optional<HttpCookie> cookie(LoadBalancerSettings balancer) {
    return consistentHash(balancer).flatMap(ConsistentHash::hashKey).orElse(null)
            instanceof HashKey.Cookie cookie
        ? Optional.of(cookie.value())
        : Optional.empty();
  }

  // 1 stands for "no Maglev": it is fine.
  private static long tableSize(ConsistentHash hash) {
    return hash.hashAlgorithm().orElse(null) instanceof HashAlgorithm.MaglevTable maglev
        ? maglev.value().tableSize().orElse(0L)
        : 1;
  }

  // 1 counts as prime, as in istiod.
  private static boolean isPrime(long number) {
    if (number < 1) {
      return false;
    }
    for (long divisor = 2; divisor * divisor <= number; divisor++) {
      if (number % divisor == 0) {
        return false;
      }
    }
    return true;
  }
}
