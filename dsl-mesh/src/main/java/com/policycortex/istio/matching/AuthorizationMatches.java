package com.policycortex.istio.matching;

import com.policycortex.istio.matching.text.Language;
import com.policycortex.istio.model.security.AuthorizationCondition;
import com.policycortex.istio.model.security.AuthorizationFrom;
import com.policycortex.istio.model.security.AuthorizationOperation;
import com.policycortex.istio.model.security.AuthorizationRule;
import com.policycortex.istio.model.security.AuthorizationSource;
import com.policycortex.istio.model.security.AuthorizationTo;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The requests that a rule of an AuthorizationPolicy holds for, at a proxy that reads HTTP: what
 * istiod makes of the rule, and Envoy of that. Whether they are let in is the policy's to say.
 */
public final class AuthorizationMatches {

  private static final Language NOT_EMPTY = Language.exact("").not();

  private final String namespace;

  private AuthorizationMatches(String namespace) {
    this.namespace = namespace;
  }

  /** For rules of a policy in this namespace, which is where bare service accounts are. */
  public static AuthorizationMatches in(String namespace) {
    return new AuthorizationMatches(namespace);
  }

  /** The requests that one of the rules holds for. */
  public RequestSet of(List<AuthorizationRule> rules) {
    return rules.stream().map(this::of).reduce(RequestSet.none(), RequestSet::or);
  }

  /** The requests that the rule holds for. */
  public RequestSet of(AuthorizationRule rule) {
    RequestSet all = RequestSet.all();
    if (!rule.from().isEmpty()) {
      RequestSet any = RequestSet.none();
      for (AuthorizationFrom from : rule.from()) {
        any = any.or(from.source().map(this::of).orElse(RequestSet.all()));
      }
      all = all.and(any);
    }
    if (!rule.to().isEmpty()) {
      RequestSet any = RequestSet.none();
      for (AuthorizationTo to : rule.to()) {
        any = any.or(to.operation().map(AuthorizationMatches::of).orElse(RequestSet.all()));
      }
      all = all.and(any);
    }
    for (AuthorizationCondition condition : rule.when()) {
      all = all.and(of(condition));
    }
    return all;
  }

  private RequestSet of(AuthorizationSource source) {
    return principal(source.principals(), source.notPrincipals(), AuthorizationMatches::principal)
        .and(
            principal(source.namespaces(), source.notNamespaces(), AuthorizationMatches::namespace))
        .and(principal(source.serviceAccounts(), source.notServiceAccounts(), this::serviceAccount))
        .and(
            principal(
                source.trustDomains(), source.notTrustDomains(), AuthorizationMatches::trustDomain))
        .and(requestPrincipals(source.requestPrincipals(), source.notRequestPrincipals()))
        .and(addresses(Attribute.SOURCE_IP, source.ipBlocks(), source.notIpBlocks()))
        .and(addresses(Attribute.REMOTE_IP, source.remoteIpBlocks(), source.notRemoteIpBlocks()));
  }

  private static RequestSet of(AuthorizationOperation to) {
    return texts(Attribute.AUTHORITY, to.hosts(), to.notHosts(), AuthorizationMatches::host)
        .and(ports(to.ports(), to.notPorts()))
        .and(texts(Attribute.METHOD, to.methods(), to.notMethods(), AuthorizationMatches::header))
        .and(texts(Attribute.PATH, to.paths(), to.notPaths(), PathPatterns::language));
  }

  private RequestSet of(AuthorizationCondition when) {
    List<String> values = when.values();
    List<String> not = when.notValues();
    String key = when.key();
    return switch (key) {
      case "source.ip" -> addresses(Attribute.SOURCE_IP, values, not);
      case "remote.ip" -> addresses(Attribute.REMOTE_IP, values, not);
      case "destination.ip" -> addresses(Attribute.DESTINATION_IP, values, not);
      case "destination.port" -> ports(values, not);
      case "connection.sni" -> texts(Attribute.SNI, values, not, AuthorizationMatches::text);
      case "source.principal" -> principal(values, not, AuthorizationMatches::principal);
      case "source.namespace" -> principal(values, not, AuthorizationMatches::namespace);
      case "source.serviceAccount" -> principal(values, not, this::serviceAccount);
      case "source.trustDomain" -> principal(values, not, AuthorizationMatches::trustDomain);
      case "request.auth.principal" -> requestPrincipals(values, not);
      case "request.auth.audiences" ->
          texts(Attribute.claim("aud"), values, not, AuthorizationMatches::text);
      case "request.auth.presenter" ->
          texts(Attribute.claim("azp"), values, not, AuthorizationMatches::text);
      default -> keyed(key, values, not);
    };
  }

  private static RequestSet keyed(String key, List<String> values, List<String> not) {
    int open = key.indexOf('[');
    String name = open < 0 || !key.endsWith("]") ? "" : key.substring(open + 1, key.length() - 1);
    String base = open < 0 ? key : key.substring(0, open);
    if (name.isEmpty()) {
      // istiod leaves out a rule with a key that it does not know.
      return RequestSet.none();
    }
    if (base.equals("request.headers")) {
      return texts(Attribute.header(name), values, not, AuthorizationMatches::header);
    }
    if (base.equals("request.auth.claims")) {
      Attribute claim = Attribute.claim(name.replace("][", "."));
      return texts(claim, values, not, AuthorizationMatches::text);
    }
    return base.startsWith("experimental.envoy.filters.")
        ? metadata(key, values, not)
        : RequestSet.none();
  }

  private static RequestSet metadata(String key, List<String> values, List<String> not) {
    RequestSet all = RequestSet.all();
    if (!values.isEmpty()) {
      all = values.stream().map(v -> metadata(key, v)).reduce(RequestSet.none(), RequestSet::or);
    }
    for (String value : not) {
      all = all.and(metadata(key, value).not());
    }
    return all;
  }

  private static RequestSet metadata(String key, String value) {
    boolean list = value.startsWith("[") && value.endsWith("]") && value.length() > 1;
    return list
        ? RequestSet.where(
            Attribute.metadataList(key), text(value.substring(1, value.length() - 1)))
        : RequestSet.where(Attribute.metadata(key), text(value));
  }

  private static RequestSet principal(
      List<String> values, List<String> not, Function<String, Language> language) {
    return texts(Attribute.PRINCIPAL, values, not, language);
  }

  private static RequestSet texts(
      Attribute attribute,
      List<String> values,
      List<String> not,
      Function<String, Language> language) {
    Product product = Product.ALL;
    if (!values.isEmpty()) {
      product = product.where(attribute, Language.anyOf(values.stream().map(language).toList()));
    }
    if (!not.isEmpty()) {
      product = product.whereNot(attribute, Language.anyOf(not.stream().map(language).toList()));
    }
    return RequestSet.of(product);
  }

  private static RequestSet addresses(Attribute attribute, List<String> values, List<String> not) {
    for (String value : concatenated(values, not)) {
      if (Addresses.block(value).isEmpty()) {
        return RequestSet.unknown(value + " is no address");
      }
    }
    return texts(attribute, values, not, value -> Addresses.block(value).orElseThrow());
  }

  private static RequestSet ports(List<String> values, List<String> not) {
    for (String value : concatenated(values, not)) {
      boolean digits = !value.isEmpty() && value.length() <= 5;
      if (!digits || !value.chars().allMatch(c -> c >= '0' && c <= '9')) {
        return RequestSet.unknown(value + " is no port");
      }
    }
    return texts(
        Attribute.DESTINATION_PORT,
        values,
        not,
        value -> Language.exact(String.valueOf(Integer.parseInt(value))));
  }

  private static List<String> concatenated(List<String> some, List<String> more) {
    List<String> all = new ArrayList<>(some);
    all.addAll(more);
    return all;
  }

  private static RequestSet requestPrincipals(List<String> values, List<String> not) {
    RequestSet all = RequestSet.all();
    if (!values.isEmpty()) {
      all =
          values.stream()
              .map(AuthorizationMatches::requestPrincipal)
              .reduce(RequestSet.none(), RequestSet::or);
    }
    return not.isEmpty()
        ? all
        : all.and(
            not.stream()
                .map(AuthorizationMatches::requestPrincipal)
                .reduce(RequestSet.none(), RequestSet::or)
                .not());
  }

  // istiod cuts at the last slash: an issuer may be a URL.
  private static RequestSet requestPrincipal(String value) {
    int slash = value.lastIndexOf('/');
    String issuer = slash < 0 ? value : value.substring(0, slash);
    String subject = slash < 0 ? "" : value.substring(slash + 1);
    if (value.equals("*")) {
      return tokens(NOT_EMPTY, NOT_EMPTY);
    }
    if (value.startsWith("*")) {
      return slash < 0
          ? tokens(NOT_EMPTY, Language.suffix(value.substring(1)))
          : tokens(
              issuer.equals("*") ? NOT_EMPTY : Language.suffix(issuer.substring(1)),
              Language.exact(subject));
    }
    if (value.endsWith("*")) {
      return slash < 0
          ? tokens(Language.prefix(value.substring(0, value.length() - 1)), NOT_EMPTY)
          : tokens(
              Language.exact(issuer),
              subject.equals("*")
                  ? NOT_EMPTY
                  : Language.prefix(subject.substring(0, subject.length() - 1)));
    }
    return tokens(Language.exact(issuer), Language.exact(subject));
  }

  private static RequestSet tokens(Language issuer, Language subject) {
    return RequestSet.of(
        Product.ALL.where(Attribute.claim("iss"), issuer).where(Attribute.claim("sub"), subject));
  }

  private static Language principal(String value) {
    String scheme = "spiffe://";
    if (value.equals("*")) {
      return NOT_EMPTY;
    }
    if (value.startsWith("*")) {
      return Language.regex(scheme + ".*" + quoted(value.substring(1)));
    }
    return value.endsWith("*")
        ? Language.prefix(scheme + value.substring(0, value.length() - 1))
        : Language.exact(scheme + value);
  }

  private static Language namespace(String value) {
    List<String> parts = new ArrayList<>();
    for (String part : value.split("\\*", -1)) {
      parts.add(quoted(part));
    }
    return Language.regex(".*/ns/" + String.join(".*", parts) + "/.*");
  }

  private Language serviceAccount(String value) {
    int slash = value.indexOf('/');
    String in = slash < 0 ? namespace : value.substring(0, slash);
    String name = value.substring(slash + 1);
    return Language.regex("spiffe://.+/ns/" + quoted(in) + "/(.+/|)sa/" + quoted(name) + "(/.+)?");
  }

  private static Language trustDomain(String value) {
    int star = value.indexOf('*');
    if (value.equals("*")) {
      return Language.prefix("spiffe://");
    }
    return star < 0
        ? Language.prefix("spiffe://" + value + "/")
        : Language.regex(
            "spiffe://"
                + quoted(value.substring(0, star))
                + "[^/]*"
                + quoted(value.substring(star + 1))
                + "/.*");
  }

  private static Language host(String value) {
    if (value.equals("*")) {
      return Language.any();
    }
    if (value.startsWith("*")) {
      return Language.suffixIgnoringCase(value.substring(1));
    }
    return value.endsWith("*")
        ? Language.prefixIgnoringCase(value.substring(0, value.length() - 1))
        : Language.exactIgnoringCase(value);
  }

  // For a header a star is its presence, though it be empty.
  private static Language header(String value) {
    return value.equals("*") ? Language.any() : text(value);
  }

  static Language text(String value) {
    if (value.equals("*")) {
      return NOT_EMPTY;
    }
    if (value.startsWith("*")) {
      return Language.suffix(value.substring(1));
    }
    return value.endsWith("*")
        ? Language.prefix(value.substring(0, value.length() - 1))
        : Language.exact(value);
  }

  static String quoted(String text) {
    StringBuilder quoted = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ("\\.+*?()|[]{}^$".indexOf(c) >= 0) {
        quoted.append('\\');
      }
      quoted.append(c);
    }
    return quoted.toString();
  }
}
