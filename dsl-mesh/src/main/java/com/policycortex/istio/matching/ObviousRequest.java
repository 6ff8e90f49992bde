package com.policycortex.istio.matching;

import com.policycortex.istio.model.networking.HttpMatchRequest;
import com.policycortex.istio.model.networking.StringMatch;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A request that is seen at once to be one of a match: its path, method and headers as they are
 * written there, and nothing else. Most matches have one, and it spares the general search, {@link
 * RequestSet#example}. A match that has none here may hold for requests all the same.
 */
public final class ObviousRequest {

  // What no proxy on the way writes otherwise, and no expression would take apart.
  private static final String PLAIN = "-_";

  private final String path;
  private final String method;
  private final Map<String, String> headers;

  private ObviousRequest(String path, String method, Map<String, String> headers) {
    this.path = path;
    this.method = method;
    this.headers = headers;
  }

  /** The request of a rule that asks for nothing. */
  public static ObviousRequest ofEverything() {
    return new ObviousRequest("/", "GET", Map.of());
  }

  /** A request of the match by any of its gateways; empty where none is seen at once. */
  public static Optional<ObviousRequest> of(HttpMatchRequest match) {
    boolean asksForMore =
        match.port().isPresent()
            || match.sourceNamespace().isPresent()
            || match.authority().isPresent()
            || match.scheme().isPresent()
            || !match.sourceLabels().isEmpty()
            || !match.queryParams().isEmpty();
    if (asksForMore) {
      return Optional.empty();
    }
    String path = match.uri().isPresent() ? path(match.uri().get()) : "/";
    String method = match.method().isPresent() ? method(match.method().get()) : "GET";
    Map<String, String> headers = new HashMap<>();
    boolean plain =
        !path.isEmpty()
            && !method.isEmpty()
            && addAll(match.headers(), headers)
            && mayLack(match.withoutHeaders(), headers);
    return plain ? Optional.of(new ObviousRequest(path, method, headers)) : Optional.empty();
  }

  /** True if a single condition of the other match is seen to refuse the request. */
  public boolean isRefusedBy(HttpMatchRequest other) {
    if (!other.queryParams().isEmpty()) {
      return true; // the request has none, and a parameter must be there
    }
    boolean ignoreCase = other.ignoreUriCase().orElse(false);
    if (other.uri().isPresent() && !mayMatch(other.uri().get(), path, ignoreCase)) {
      return true;
    }
    if (other.method().isPresent() && !mayMatch(other.method().get(), method, false)) {
      return true;
    }
    for (Map.Entry<String, StringMatch> wanted : other.headers().entrySet()) {
      String name = wanted.getKey().toLowerCase(Locale.ROOT);
      if (isPlainName(name)) {
        String value = headers.get(name);
        if (value == null || !mayMatch(wanted.getValue(), value, false)) {
          return true;
        }
      }
    }
    return false;
  }

  /** The request, as it comes by this gateway. */
  Request by(String gateway) {
    Request request =
        Request.get(path).with(Attribute.METHOD, method).with(Attribute.GATEWAY, gateway);
    for (Map.Entry<String, String> header : headers.entrySet()) {
      request = request.header(header.getKey(), header.getValue());
    }
    return request;
  }

  private static boolean mayMatch(StringMatch match, String text, boolean ignoreCase) {
    if (match instanceof StringMatch.Exact exact) {
      return ignoreCase ? exact.value().equalsIgnoreCase(text) : exact.value().equals(text);
    }
    if (match instanceof StringMatch.Prefix prefix) {
      return text.regionMatches(ignoreCase, 0, prefix.value(), 0, prefix.value().length());
    }
    return true;
  }

  private static String path(StringMatch uri) {
    String path = text(uri);
    return path.startsWith("/") && path.indexOf("//") < 0 && isPlain(path, "/" + PLAIN) ? path : "";
  }

  private static String method(StringMatch match) {
    String method = match instanceof StringMatch.Exact exact ? exact.value() : "";
    for (int i = 0; i < method.length(); i++) {
      if (method.charAt(i) < 'A' || method.charAt(i) > 'Z') {
        return "";
      }
    }
    return method;
  }

  // False where a header is not as plain as that.
  private static boolean addAll(Map<String, StringMatch> wanted, Map<String, String> headers) {
    for (Map.Entry<String, StringMatch> entry : wanted.entrySet()) {
      String name = entry.getKey().toLowerCase(Locale.ROOT);
      String value = text(entry.getValue());
      if (value.isEmpty()
          || !isPlain(value, PLAIN)
          || !isPlainName(name)
          || headers.put(name, value) != null) {
        return false;
      }
    }
    return true;
  }

  // A header that is not there is an empty one to some conditions.
  private static boolean mayLack(Map<String, StringMatch> unwanted, Map<String, String> headers) {
    for (Map.Entry<String, StringMatch> entry : unwanted.entrySet()) {
      String name = entry.getKey().toLowerCase(Locale.ROOT);
      boolean fits =
          entry.getValue() instanceof StringMatch.Present || !text(entry.getValue()).isEmpty();
      if (!fits || !isPlainName(name) || headers.containsKey(name)) {
        return false;
      }
    }
    return true;
  }

  // Pseudo headers, claims and the host stand for something else.
  private static boolean isPlainName(String name) {
    return !name.isEmpty() && isPlain(name, "-") && !name.equals("host");
  }

  private static boolean isPlain(String text, String others) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean word = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
      if (!word && others.indexOf(c) < 0) {
        return false;
      }
    }
    return true;
  }

  private static String text(StringMatch match) {
    if (match instanceof StringMatch.Exact exact) {
      return exact.value();
    }
    return match instanceof StringMatch.Prefix prefix ? prefix.value() : "";
  }

  /** {@code GET /v2 {x-user=me}}. */
  @Override
  public String toString() {
    return method + " " + path + (headers.isEmpty() ? "" : " " + headers);
  }
}
