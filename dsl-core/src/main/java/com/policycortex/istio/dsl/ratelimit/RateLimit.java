package com.policycortex.istio.dsl.ratelimit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How many requests there may be in a time, counted by one or more keys. {@code limit(5000,
 * HOUR).by(claim("tier"), "basic").by(claim("tenant"))} counts each tenant of the basic tier for
 * itself.
 *
 * @param requests at least 1
 * @param unit the time
 * @param by what is counted, from the outermost key to the innermost
 */
public record RateLimit(long requests, RateLimitUnit unit, List<Entry> by) {

  /** Copies the list. */
  public RateLimit {
    if (requests < 1) {
      throw new IllegalArgumentException(
          "a rate limit lets at least 1 request through, not " + requests);
    }
    by = List.copyOf(by);
  }

  /** This many requests in this time; say next by what they are counted. */
  public static RateLimit limit(long requests, RateLimitUnit unit) {
    return new RateLimit(requests, unit, List.of());
  }

  /** Each value of the key is counted for itself. */
  public RateLimit by(RateLimitKey key) {
    return with(new Entry(key, Optional.empty()));
  }

  /** Only requests with this value of the key are counted. */
  public RateLimit by(RateLimitKey key, String value) {
    return with(new Entry(key, Optional.of(value)));
  }

  private RateLimit with(Entry entry) {
    List<Entry> all = new ArrayList<>(by);
    all.add(entry);
    return new RateLimit(requests, unit, all);
  }

  List<RateLimitKey> keys() {
    return by.stream().map(Entry::key).toList();
  }

  /** {@code 5000 an hour by tier=basic, tenant}. */
  @Override
  public String toString() {
    return requests
        + " a "
        + unit
        + " by "
        + String.join(
            ", ",
            by.stream().map(e -> e.key().key() + e.value().map(v -> "=" + v).orElse("")).toList());
  }

  /**
   * A key, with a value where only that one is meant.
   *
   * @param key by what is counted
   * @param value the value; empty: each for itself
   */
  public record Entry(RateLimitKey key, Optional<String> value) {}
}
