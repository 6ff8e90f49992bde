package com.policycortex.istio.matching;

import com.policycortex.istio.finding.Witness;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One request, or one connection: what it has of each attribute. Immutable.
 *
 * <p>The path without its query, and the query's parameters, follow from the path with it.
 */
public final class Request {

  private static final Request GET = new Request(new TreeMap<>());

  private final SortedMap<Attribute, List<String>> values;

  private Request(SortedMap<Attribute, List<String>> values) {
    this.values = Collections.unmodifiableSortedMap(values);
  }

  /** A GET by HTTP of this path, with its query if it has one, and of nothing else. */
  public static Request get(String path) {
    return GET.with(Attribute.METHOD, "GET")
        .with(Attribute.SCHEME, "http")
        .with(Attribute.AUTHORITY, "")
        .with(Attribute.PATH_AND_QUERY, path);
  }

  /** A connection of which nothing is known. */
  public static Request connection() {
    return GET;
  }

  /** A copy with this value of the attribute. The path changes what is in front of the query. */
  public Request with(Attribute attribute, String value) {
    return with(attribute, List.of(value));
  }

  /** A copy with these values of the attribute; without any, it is absent. */
  public Request with(Attribute attribute, List<String> all) {
    SortedMap<Attribute, List<String>> changed = new TreeMap<>(values);
    switch (attribute.kind()) {
      case PATH -> {
        String query = query();
        changed.put(Attribute.PATH_AND_QUERY, List.of(String.join("", all) + query));
      }
      case QUERY_PARAMETER -> {
        String before = first(Attribute.PATH_AND_QUERY);
        String separator = before.indexOf('?') < 0 ? "?" : "&";
        changed.put(
            Attribute.PATH_AND_QUERY,
            List.of(before + separator + attribute.name() + "=" + String.join("", all)));
      }
      default -> {
        if (all.isEmpty()) {
          changed.remove(attribute);
        } else {
          changed.put(attribute, List.copyOf(all));
        }
      }
    }
    return new Request(changed);
  }

  /** A copy with this header. */
  public Request header(String name, String value) {
    return with(Attribute.header(name), value);
  }

  /** What the request has of the attribute; empty where it has none. */
  public List<String> values(Attribute attribute) {
    return switch (attribute.kind()) {
      case PATH -> {
        List<String> path = get(Attribute.PATH_AND_QUERY);
        yield path.isEmpty()
            ? path
            : List.of(path.get(0).substring(0, path.get(0).length() - query().length()));
      }
      case QUERY_PARAMETER -> parameter(attribute.name());
      default -> get(attribute);
    };
  }

  /** The attributes that the request has by themselves, in order. */
  List<Attribute> attributes() {
    List<Attribute> all = new ArrayList<>(values.keySet());
    if (values.containsKey(Attribute.PATH_AND_QUERY)) {
      all.add(Attribute.PATH);
    }
    return all;
  }

  private List<String> get(Attribute attribute) {
    return values.getOrDefault(attribute, List.of());
  }

  private String first(Attribute attribute) {
    List<String> all = values(attribute);
    return all.isEmpty() ? "" : all.get(0);
  }

  // With its question mark; empty where there is none.
  private String query() {
    String path = first(Attribute.PATH_AND_QUERY);
    int mark = path.indexOf('?');
    return mark < 0 ? "" : path.substring(mark);
  }

  // The first of this name, not decoded; without an equals sign it is empty.
  private List<String> parameter(String name) {
    String query = query();
    int from = 1;
    while (from < query.length()) {
      int end = query.indexOf('&', from);
      end = end < 0 ? query.length() : end;
      int equals = query.indexOf('=', from);
      boolean bare = equals < 0 || equals > end;
      if (query.substring(from, bare ? end : equals).equals(name)) {
        return List.of(bare ? "" : query.substring(equals + 1, end));
      }
      from = end + 1;
    }
    return List.of();
  }

  /** The request as the witness of a finding. */
  public Witness toWitness(String outcome) {
    SortedMap<String, String> headers = new TreeMap<>();
    for (Map.Entry<Attribute, List<String>> entry : values.entrySet()) {
      if (entry.getKey().kind() == Attribute.Kind.HEADER) {
        headers.put(entry.getKey().name(), String.join(",", entry.getValue()));
      }
    }
    String port = first(Attribute.LISTENER_PORT);
    String host = first(Attribute.AUTHORITY);
    return new Witness(
        first(Attribute.METHOD),
        host.isEmpty() ? first(Attribute.SNI) : host,
        port.isEmpty() || host.contains(":") ? 0 : Integer.parseInt(port),
        first(Attribute.PATH_AND_QUERY),
        headers,
        source(),
        outcome);
  }

  // Who sends, in words.
  private String source() {
    List<String> words = new ArrayList<>();
    String gateway = first(Attribute.GATEWAY);
    if (!gateway.isEmpty() && !gateway.equals("mesh")) {
      words.add("outside by gateway " + gateway);
    }
    String labels =
        values.entrySet().stream()
            .filter(entry -> entry.getKey().kind() == Attribute.Kind.SOURCE_LABEL)
            .map(entry -> entry.getKey().name() + "=" + entry.getValue().get(0))
            .collect(Collectors.joining(","));
    String namespace = first(Attribute.SOURCE_NAMESPACE);
    if (!labels.isEmpty() || !namespace.isEmpty()) {
      words.add(
          ("a pod" + (labels.isEmpty() ? "" : " with " + labels))
              + (namespace.isEmpty() ? "" : " of namespace " + namespace));
    }
    String principal = first(Attribute.PRINCIPAL);
    if (!principal.isEmpty()) {
      words.add(principal.replaceFirst("^spiffe://", ""));
    }
    address(Attribute.SOURCE_IP, "", words);
    address(Attribute.REMOTE_IP, "client ", words);
    String claims =
        values.entrySet().stream()
            .filter(entry -> entry.getKey().kind() == Attribute.Kind.CLAIM)
            .map(entry -> entry.getKey().name() + "=" + String.join("+", entry.getValue()))
            .collect(Collectors.joining(", "));
    if (!claims.isEmpty()) {
      words.add("a token of " + claims);
    }
    return String.join(", ", words);
  }

  private void address(Attribute attribute, String role, List<String> words) {
    String bits = first(attribute);
    if (!bits.isEmpty()) {
      words.add(role + Addresses.address(bits));
    }
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Request request && request.values.equals(values);
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }

  /** Every attribute and what it has. */
  @Override
  public String toString() {
    return values.toString();
  }
}
