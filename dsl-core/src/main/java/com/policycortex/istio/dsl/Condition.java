package com.policycortex.istio.dsl;

import com.policycortex.istio.model.networking.HttpMatchRequest;
import com.policycortex.istio.model.networking.StringMatch;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Something that must hold for a request.
 *
 * @param match the condition as Istio writes it
 */
public record Condition(HttpMatchRequest match) {

  /** The value of a header. Names are compared without case, values with it. */
  public static HeaderSubject header(String name) {
    return new HeaderSubject(name);
  }

  /** The value of a cookie, matched within the {@code cookie} header. */
  public static CookieSubject cookie(String name) {
    return new CookieSubject(name);
  }

  /** The value of a query parameter. */
  public static QueryParameterSubject queryParam(String name) {
    return new QueryParameterSubject(name);
  }

  /** The path, without the query. */
  public static TextSubject uri() {
    return match -> of(HttpMatchRequest.httpMatchRequest().uri(match));
  }

  /** The HTTP method, in capitals. */
  public static TextSubject method() {
    return match -> of(HttpMatchRequest.httpMatchRequest().method(match));
  }

  /** The host that the request names, {@code :authority} or {@code Host}. */
  public static TextSubject authority() {
    return match -> of(HttpMatchRequest.httpMatchRequest().authority(match));
  }

  /** {@code http} or {@code https}. */
  public static TextSubject scheme() {
    return match -> of(HttpMatchRequest.httpMatchRequest().scheme(match));
  }

  /** The port that the request came to, 1 to 65535. */
  public static Condition port(int number) {
    return of(HttpMatchRequest.httpMatchRequest().port(number));
  }

  /** The namespace of the workload that sends. */
  public static Condition sourceNamespace(String namespace) {
    return of(HttpMatchRequest.httpMatchRequest().sourceNamespace(namespace));
  }

  /** Labels of the workload that sends. */
  public static Condition sourceLabels(Label first, Label... more) {
    Map<String, String> labels = new TreeMap<>(Map.of(first.key(), first.value()));
    for (Label label : more) {
      labels.put(label.key(), label.value());
    }
    return of(HttpMatchRequest.httpMatchRequest().sourceLabels(labels));
  }

  /** The gateways that the request came through, {@code NAMESPACE/NAME}, or {@code mesh}. */
  public static Condition gateways(String first, String... more) {
    return of(HttpMatchRequest.httpMatchRequest().gateways(first, more));
  }

  static Condition of(HttpMatchRequest match) {
    return new Condition(match);
  }

  /**
   * Both conditions at once.
   *
   * @throws IllegalArgumentException if both are about the same thing, for example two about the
   *     uri: Istio has one place for it
   */
  public Condition and(Condition other) {
    HttpMatchRequest a = match;
    HttpMatchRequest b = other.match;
    HttpMatchRequest both = a;
    both = merged("uri", a.uri(), b.uri()).map(both::uri).orElse(both);
    both = merged("scheme", a.scheme(), b.scheme()).map(both::scheme).orElse(both);
    both = merged("method", a.method(), b.method()).map(both::method).orElse(both);
    both = merged("authority", a.authority(), b.authority()).map(both::authority).orElse(both);
    both = merged("port", a.port(), b.port()).map(both::port).orElse(both);
    both =
        merged("sourceNamespace", a.sourceNamespace(), b.sourceNamespace())
            .map(both::sourceNamespace)
            .orElse(both);
    both = merged("name", a.name(), b.name()).map(both::name).orElse(both);
    both = merged("statPrefix", a.statPrefix(), b.statPrefix()).map(both::statPrefix).orElse(both);
    both =
        merged("ignoreUriCase", a.ignoreUriCase(), b.ignoreUriCase())
            .map(both::ignoreUriCase)
            .orElse(both);
    if (!a.gateways().isEmpty() && !b.gateways().isEmpty()) {
      throw twice("gateways");
    }
    return of(
        both.headers(merged("header", a.headers(), b.headers()))
            .withoutHeaders(merged("header", a.withoutHeaders(), b.withoutHeaders()))
            .queryParams(merged("query parameter", a.queryParams(), b.queryParams()))
            .sourceLabels(merged("source label", a.sourceLabels(), b.sourceLabels()))
            .gateways(a.gateways().isEmpty() ? b.gateways() : a.gateways()));
  }

  private static <T> Optional<T> merged(String subject, Optional<T> a, Optional<T> b) {
    if (a.isPresent() && b.isPresent() && !a.equals(b)) {
      throw twice(subject);
    }
    return a.isPresent() ? a : b;
  }

  private static <T> Map<String, T> merged(String subject, Map<String, T> a, Map<String, T> b) {
    Map<String, T> both = new TreeMap<>(a);
    b.forEach(
        (name, value) -> {
          T other = both.putIfAbsent(name, value);
          if (other != null && !other.equals(value)) {
            throw twice(subject + " " + name);
          }
        });
    return both;
  }

  private static IllegalArgumentException twice(String subject) {
    return new IllegalArgumentException(
        "two conditions on the "
            + subject
            + " in one match; join them in one regular expression, or use .or(…) if either may"
            + " hold");
  }

  /** The condition as YAML. */
  @Override
  public String toString() {
    return match.toString();
  }

  /** A text of a request that can be matched. */
  @FunctionalInterface
  public interface TextSubject {

    /** The condition that the text matches. */
    Condition matches(StringMatch match);

    /** The text is this one. */
    default Condition exact(String value) {
      return matches(StringMatch.exact(value));
    }

    /** The text begins so. */
    default Condition prefix(String value) {
      return matches(StringMatch.prefix(value));
    }

    /** The whole text matches this RE2 expression. */
    default Condition regex(String value) {
      return matches(StringMatch.regex(value));
    }
  }
}
