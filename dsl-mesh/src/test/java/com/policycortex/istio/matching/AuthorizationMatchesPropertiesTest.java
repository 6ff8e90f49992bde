package com.policycortex.istio.matching;

import static com.policycortex.istio.model.security.AuthorizationCondition.authorizationCondition;
import static com.policycortex.istio.model.security.AuthorizationFrom.authorizationFrom;
import static com.policycortex.istio.model.security.AuthorizationOperation.authorizationOperation;
import static com.policycortex.istio.model.security.AuthorizationRule.authorizationRule;
import static com.policycortex.istio.model.security.AuthorizationSource.authorizationSource;
import static com.policycortex.istio.model.security.AuthorizationTo.authorizationTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.policycortex.istio.matching.text.Verdict;
import com.policycortex.istio.model.security.AuthorizationCondition;
import com.policycortex.istio.model.security.AuthorizationOperation;
import com.policycortex.istio.model.security.AuthorizationRule;
import com.policycortex.istio.model.security.AuthorizationSource;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Rules of access as sets, against trying requests one by one. */
class AuthorizationMatchesPropertiesTest {

  private static final Request PLAIN = Request.get("/");

  @Provide
  Arbitrary<AuthorizationRule> rules() {
    return Combinators.combine(
            sources().list().ofMaxSize(2),
            operations().list().ofMaxSize(2),
            conditions().list().ofMaxSize(2))
        .as(
            (from, to, when) ->
                authorizationRule()
                    .from(from.stream().map(s -> authorizationFrom().source(s)).toList())
                    .to(to.stream().map(o -> authorizationTo().operation(o)).toList())
                    .when(when));
  }

  private static Arbitrary<AuthorizationSource> sources() {
    Arbitrary<List<String>> principals =
        some("cluster.local/ns/a/sa/x", "cluster.local/ns/a/*", "*/sa/x", "*");
    Arbitrary<List<String>> namespaces = some("a", "b", "a*", "*");
    Arbitrary<List<String>> tokens = some("*", "https://i/u", "https://i/*", "*/u", "j/u");
    return Combinators.combine(principals, principals, namespaces, namespaces, tokens, tokens)
        .as(
            (p, notP, n, notN, t, notT) ->
                authorizationSource()
                    .principals(p)
                    .notPrincipals(notP)
                    .namespaces(n)
                    .notNamespaces(notN)
                    .requestPrincipals(t)
                    .notRequestPrincipals(notT));
  }

  private static Arbitrary<AuthorizationOperation> operations() {
    Arbitrary<List<String>> hosts = some("shop", "SHOP*", "*.com", "*");
    Arbitrary<List<String>> methods = some("GET", "P*", "*");
    Arbitrary<List<String>> paths =
        some("/a", "/a*", "*b", "*", "/a/{*}", "/a/{**}", "/{*}/b", "/a*b");
    Arbitrary<List<String>> ports = some("80", "8080");
    return Combinators.combine(hosts, hosts, methods, methods, paths, paths, ports)
        .as(
            (h, notH, m, notM, p, notP, port) ->
                authorizationOperation()
                    .hosts(h)
                    .notHosts(notH)
                    .methods(m)
                    .notMethods(notM)
                    .paths(p)
                    .notPaths(notP)
                    .ports(port));
  }

  private static Arbitrary<AuthorizationCondition> conditions() {
    Arbitrary<List<String>> values = some("1", "1*", "*2", "*");
    return Combinators.combine(
            Arbitraries.of(
                "request.headers[X]", "request.auth.claims[groups]", "request.auth.claims[iss]"),
            values,
            values)
        .as((key, v, notV) -> authorizationCondition(key).values(v).notValues(notV));
  }

  private static Arbitrary<List<String>> some(String... values) {
    Arbitrary<List<String>> few = Arbitraries.of(values).list().ofMinSize(1).ofMaxSize(2);
    return Arbitraries.frequencyOf(
        net.jqwik.api.Tuple.of(3, Arbitraries.just(List.of())), net.jqwik.api.Tuple.of(1, few));
  }

  @Provide
  Arbitrary<Request> requests() {
    return Combinators.combine(
            Arbitraries.of("/a", "/a/b", "/a/", "/b", "/ab", "/a/b/c", "/a?x=b", "/a*b"),
            Arbitraries.of("GET", "POST", "HEAD"),
            Arbitraries.of("shop", "Shop:80", "x.com"),
            Arbitraries.of("cluster.local/ns/a/sa/x", "cluster.local/ns/b/sa/y", "other/ns/ab/sa/x")
                .injectNull(0.3),
            Arbitraries.of("https://i", "j").injectNull(0.4),
            Arbitraries.of("u", "").injectNull(0.3),
            Arbitraries.of("", "1", "12").injectNull(0.4),
            Arbitraries.of("1", "12", "3").list().ofMaxSize(3))
        .as(
            (path, method, host, principal, issuer, subject, header, groups) -> {
              Request request =
                  Request.get(path)
                      .with(Attribute.METHOD, method)
                      .with(Attribute.AUTHORITY, host)
                      .with(Attribute.DESTINATION_PORT, host.length() > 5 ? "80" : "8080")
                      .with(Attribute.claim("groups"), groups);
              request =
                  principal == null
                      ? request
                      : request.with(Attribute.PRINCIPAL, "spiffe://" + principal);
              request = issuer == null ? request : request.with(Attribute.claim("iss"), issuer);
              request = subject == null ? request : request.with(Attribute.claim("sub"), subject);
              return header == null ? request : request.header("x", header);
            });
  }

  @Property(tries = 4000, edgeCases = EdgeCasesMode.NONE)
  void a_request_is_in_the_set_of_a_rule_exactly_if_the_rule_takes_it(
      @ForAll("rules") AuthorizationRule rule, @ForAll("requests") Request request) {
    assertThat(set(rule).matches(request))
        .isEqualTo(Verdict.of(RuleEvaluator.matches(rule, request)));
  }

  @Property(tries = 2000, edgeCases = EdgeCasesMode.NONE)
  void whether_a_rule_holds_another_is_true_or_shown_by_a_request(
      @ForAll("rules") AuthorizationRule one,
      @ForAll("rules") AuthorizationRule other,
      @ForAll("requests") Request request) {
    RequestSet.Answer answer = set(one).contains(set(other), PLAIN);
    if (answer.verdict() == Verdict.NO) {
      Request witness = answer.request().orElseThrow();
      assertThat(RuleEvaluator.matches(other, witness)).as("%s", witness).isTrue();
      assertThat(RuleEvaluator.matches(one, witness)).as("%s", witness).isFalse();
    }
    if (answer.verdict() == Verdict.YES && RuleEvaluator.matches(other, request)) {
      assertThat(RuleEvaluator.matches(one, request)).isTrue();
    }
  }

  private static RequestSet set(AuthorizationRule rule) {
    return AuthorizationMatches.in("a").of(rule);
  }
}
