package com.policycortex.istio.validation;

import com.policycortex.istio.model.networking.HttpMatchRequest;
import com.policycortex.istio.model.networking.StringMatch;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a match asks, without its name. */
record MatchKey(
    Optional<StringMatch> uri,
    Optional<StringMatch> scheme,
    Optional<StringMatch> method,
    Optional<StringMatch> authority,
    Map<String, StringMatch> headers,
    long port,
    Map<String, String> sourceLabels,
    List<String> gateways,
    Map<String, StringMatch> queryParams,
    boolean ignoreUriCase,
    Map<String, StringMatch> withoutHeaders,
    String sourceNamespace,
    String statPrefix) {

  static MatchKey of(HttpMatchRequest match) {
    return new MatchKey(
        match.uri(),
        match.scheme(),
        match.method(),
        match.authority(),
        match.headers(),
        match.port().orElse(0L),
        match.sourceLabels(),
        match.gateways(),
        match.queryParams(),
        match.ignoreUriCase().orElse(false),
        match.withoutHeaders(),
        match.sourceNamespace().orElse(""),
        match.statPrefix().orElse(""));
  }
}
