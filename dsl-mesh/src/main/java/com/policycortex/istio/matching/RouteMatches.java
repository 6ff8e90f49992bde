package com.policycortex.istio.matching;

import com.policycortex.istio.matching.text.Language;
import com.policycortex.istio.matching.text.Verdict;
import com.policycortex.istio.model.networking.HttpMatchRequest;
import com.policycortex.istio.model.networking.L4MatchAttributes;
import com.policycortex.istio.model.networking.StringMatch;
import com.policycortex.istio.model.networking.TlsMatchAttributes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The requests and connections that the matches of a VirtualService hold for, as istiod compiles
 * them and Envoy carries them out.
 *
 * <p>Names of gateways, in the VirtualService and in its matches, are given as istiod resolves
 * them: {@code namespace/name}, or {@code mesh}.
 */
public final class RouteMatches {

  private static final String MESH = "mesh";
  private static final String CLAIMS = "@request.auth.claims";

  private final List<String> gateways;
  private final Set<String> considered;

  private RouteMatches(Collection<String> gateways, Collection<String> considered) {
    this.gateways = List.copyOf(new LinkedHashSet<>(gateways));
    this.considered = Set.copyOf(considered);
  }

  /** The matches of a VirtualService with these gateways; {@code mesh} where it names none. */
  public static RouteMatches of(Collection<String> gateways) {
    List<String> applied = gateways.isEmpty() ? List.of(MESH) : List.copyOf(gateways);
    return new RouteMatches(applied, applied);
  }

  /** These matches among requests by some gateways, which those of other VirtualServices share. */
  public RouteMatches among(Collection<String> all) {
    return new RouteMatches(gateways, all);
  }

  /** The requests of a route without a match: all that come by the gateways. */
  public RequestSet all() {
    return RequestSet.of(by(gateways));
  }

  /**
   * The requests of a match.
   *
   * @param match the match
   * @param names its gateways, resolved; they decide, then labels and namespace do not count
   */
  public RequestSet of(HttpMatchRequest match, Collection<String> names) {
    List<String> attached = attached(names);
    boolean claims = match.headers().keySet().stream().anyMatch(RouteMatches::isClaim);
    if (claims) {
      attached.remove(MESH); // a sidecar for its client knows no token
    }
    if (attached.isEmpty()) {
      return RequestSet.none();
    }
    Product product = by(attached);
    if (names.isEmpty()) {
      product = source(product, match.sourceLabels(), match.sourceNamespace());
    }
    product = port(product, match.port());
    if (match.uri().isPresent()) {
      product = uri(product, match.uri().get(), match.ignoreUriCase().orElse(false));
    }
    product = text(product, Attribute.METHOD, match.method());
    product = text(product, Attribute.AUTHORITY, match.authority());
    product = text(product, Attribute.SCHEME, match.scheme());
    for (Map.Entry<String, StringMatch> entry : match.queryParams().entrySet()) {
      product =
          text(product, Attribute.queryParameter(entry.getKey()), Optional.of(entry.getValue()));
    }
    return headers(product, match);
  }

  /**
   * The connections of a match by server name.
   *
   * @param match the match
   * @param names its gateways, resolved
   */
  public RequestSet of(TlsMatchAttributes match, Collection<String> names) {
    Product product = by(attached(names));
    List<Language> servers = match.sniHosts().stream().map(RouteMatches::server).toList();
    if (!servers.isEmpty() && !match.sniHosts().contains("*")) {
      product = product.where(Attribute.SNI, Language.anyOf(servers));
    }
    product = port(product, match.port());
    product = source(product, match.sourceLabels(), match.sourceNamespace());
    return attached(names).isEmpty()
        ? RequestSet.none()
        : subnets(product, match.destinationSubnets());
  }

  /**
   * The connections of a match of TCP.
   *
   * @param match the match
   * @param names its gateways, resolved
   */
  public RequestSet of(L4MatchAttributes match, Collection<String> names) {
    Product product = port(by(attached(names)), match.port());
    product = source(product, match.sourceLabels(), match.sourceNamespace());
    return attached(names).isEmpty()
        ? RequestSet.none()
        : subnets(product, match.destinationSubnets());
  }

  /** True if a key of {@code headers} names a claim of a token. */
  static boolean isClaim(String name) {
    return !claim(name).isEmpty();
  }

  // The claim's path with dots; empty if the name is a header's.
  private static String claim(String name) {
    int start = CLAIMS.length();
    if (!name.toLowerCase(Locale.ROOT).startsWith(CLAIMS) || name.length() < start + 2) {
      return "";
    }
    String rest = name.substring(start);
    if (rest.startsWith(".")) {
      return rest.substring(1);
    }
    return rest.startsWith("[") && rest.endsWith("]") && rest.length() > 2
        ? rest.substring(1, rest.length() - 1).replace("][", ".")
        : "";
  }

  private List<String> attached(Collection<String> names) {
    Set<String> attached = new LinkedHashSet<>(gateways);
    if (!names.isEmpty()) {
      attached.retainAll(Set.copyOf(names));
    }
    return new ArrayList<>(attached);
  }

  // With one gateway there is nothing to tell apart. With several all are named, or a request by
  // none of them would be left where one match holds for some.
  private Product by(List<String> attached) {
    return considered.size() == 1 && attached.containsAll(considered)
        ? Product.ALL
        : Product.ALL.where(Attribute.GATEWAY, Language.exact(attached));
  }

  private static Product port(Product product, Optional<Long> port) {
    return port.isEmpty() || port.get() == 0
        ? product
        : product.where(Attribute.LISTENER_PORT, Language.exact(String.valueOf(port.get())));
  }

  private static Product source(
      Product product, Map<String, String> labels, Optional<String> namespace) {
    Product all = product;
    for (Map.Entry<String, String> label : labels.entrySet()) {
      // A missing label is an empty one.
      all =
          all.where(
              Attribute.sourceLabel(label.getKey()),
              new Condition.OneText(label.getValue().isEmpty(), Language.exact(label.getValue())));
    }
    return namespace.isEmpty() || namespace.get().isEmpty()
        ? all
        : all.where(Attribute.SOURCE_NAMESPACE, Language.exact(namespace.get()));
  }

  private static Product uri(Product product, StringMatch uri, boolean ignoreCase) {
    Language path = language(uri);
    if (ignoreCase && uri instanceof StringMatch.Exact exact) {
      path = Language.exactIgnoringCase(exact.value());
    } else if (ignoreCase && uri instanceof StringMatch.Prefix prefix) {
      path = Language.prefixIgnoringCase(prefix.value());
    }
    return product.where(Attribute.PATH, path);
  }

  private static Product text(Product product, Attribute attribute, Optional<StringMatch> match) {
    return match.isEmpty() ? product : product.where(attribute, language(match.get()));
  }

  private static RequestSet headers(Product start, HttpMatchRequest match) {
    Product product = start;
    String unread = "";
    for (Map.Entry<String, StringMatch> entry : match.headers().entrySet()) {
      String claim = claim(entry.getKey());
      if (claim.isEmpty()) {
        product = text(product, Attribute.header(entry.getKey()), Optional.of(entry.getValue()));
      } else if (isPresence(entry.getValue())) {
        unread = "the presence of a claim cannot be matched";
      } else {
        product = product.where(Attribute.claim(claim), language(entry.getValue()));
      }
    }
    for (Map.Entry<String, StringMatch> entry : match.withoutHeaders().entrySet()) {
      String claim = claim(entry.getKey());
      Language language = language(entry.getValue());
      if (!claim.isEmpty()) {
        product = product.whereNot(Attribute.claim(claim), language);
      } else if (isPresence(entry.getValue())) {
        product =
            product.where(
                Attribute.header(entry.getKey()), new Condition.OneText(true, Language.none()));
      } else {
        // A missing header is taken for an empty one.
        Verdict empty = language.matches("");
        unread = empty == Verdict.UNKNOWN ? "an expression cannot be read" : unread;
        product =
            product.where(
                Attribute.header(entry.getKey()),
                new Condition.OneText(empty == Verdict.NO, language.not()));
      }
    }
    return unread.isEmpty() ? RequestSet.of(product) : RequestSet.unknown(unread);
  }

  private static RequestSet subnets(Product product, List<String> subnets) {
    if (subnets.isEmpty()) {
      return RequestSet.of(product);
    }
    List<Language> blocks = new ArrayList<>();
    for (String subnet : subnets) {
      Optional<Language> block = Addresses.block(subnet);
      if (block.isEmpty()) {
        return RequestSet.unknown(subnet + " is no block of addresses");
      }
      blocks.add(block.get());
    }
    return RequestSet.of(product.where(Attribute.DESTINATION_IP, Language.anyOf(blocks)));
  }

  private static Language server(String host) {
    return host.startsWith("*")
        ? Language.suffix(host.substring(1))
        : Language.exact(host.toLowerCase(Locale.ROOT));
  }

  /** True if the match asks that something is there, whatever it is. */
  private static boolean isPresence(StringMatch match) {
    return match instanceof StringMatch.Present
        || (match instanceof StringMatch.Regex regex && regex.value().equals("*"));
  }

  static Language language(StringMatch match) {
    if (match instanceof StringMatch.Exact exact) {
      return Language.exact(exact.value());
    }
    if (match instanceof StringMatch.Prefix prefix) {
      return Language.prefix(prefix.value());
    }
    return isPresence(match) ? Language.any() : Language.regex(((StringMatch.Regex) match).value());
  }
}
