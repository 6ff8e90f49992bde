package com.policycortex.istio.dsl.ratelimit;

import com.policycortex.istio.wire.JsonValue;
import com.policycortex.istio.wire.JsonValue.JsonArray;
import com.policycortex.istio.wire.JsonValue.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The limits as the rate-limit service reads them: a tree of descriptors, where limits with the
 * same outer keys share them.
 *
 * @see <a href="https://github.com/envoyproxy/ratelimit#configuration">Configuration</a>
 */
final class RateLimitConfiguration {

  private RateLimitConfiguration() {}

  static JsonObject of(String domain, List<RateLimit> limits) {
    Node root = new Node();
    for (RateLimit limit : limits) {
      Node node = root;
      for (RateLimit.Entry entry : limit.by()) {
        node = node.children.computeIfAbsent(entry, e -> new Node());
      }
      if (node.limit != null) {
        throw new IllegalArgumentException(
            "two rate limits for one thing: " + node.limit + " and " + limit);
      }
      node.limit = limit;
    }
    return JsonValue.object().with("domain", domain).with("descriptors", root.descriptors());
  }

  private static final class Node {
    private final Map<RateLimit.Entry, Node> children = new LinkedHashMap<>();
    private @Nullable RateLimit limit;

    JsonArray descriptors() {
      List<JsonValue> descriptors = new ArrayList<>();
      children.forEach((entry, node) -> descriptors.add(node.descriptor(entry)));
      return new JsonArray(descriptors);
    }

    private JsonObject descriptor(RateLimit.Entry entry) {
      JsonObject descriptor = JsonValue.object().with("key", entry.key().key());
      Optional<String> value = entry.value();
      if (value.isPresent()) {
        descriptor = descriptor.with("value", value.get());
      }
      if (limit != null) {
        descriptor =
            descriptor.with(
                "rate_limit",
                JsonValue.object()
                    .with("unit", limit.unit().toString())
                    .with("requests_per_unit", limit.requests()));
      }
      return children.isEmpty() ? descriptor : descriptor.with("descriptors", descriptors());
    }
  }
}
