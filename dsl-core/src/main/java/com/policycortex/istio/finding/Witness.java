package com.policycortex.istio.finding;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The request, or connection, that shows what a finding says.
 *
 * @param method the HTTP method; empty for a connection that carries no HTTP
 * @param host the host that the client asks for
 * @param port the port that it connects to; 0 where any shows it
 * @param path the path with its query; empty for a connection
 * @param headers the headers that matter, by their lower-case names
 * @param source who sends it, for example {@code a pod of shop/frontend}; empty where anybody does
 * @param outcome what becomes of it, for example {@code goes to reviews v1, by spec.http[0]}
 */
public record Witness(
    String method,
    String host,
    int port,
    String path,
    SortedMap<String, String> headers,
    String source,
    String outcome) {

  /** Copies the headers. */
  public Witness {
    headers = Collections.unmodifiableSortedMap(new TreeMap<>(headers));
  }

  /** A request without headers that matter. */
  public static Witness request(String method, String host, String path, String outcome) {
    return new Witness(method, host, 0, path, new TreeMap<>(), "", outcome);
  }

  /** A connection that carries no HTTP, or whose HTTP does not matter. */
  public static Witness connection(String host, int port, String outcome) {
    return new Witness("", host, port, "", new TreeMap<>(), "", outcome);
  }

  /** This witness with another port. */
  public Witness port(int number) {
    return new Witness(method, host, number, path, headers, source, outcome);
  }

  /** This witness with these headers in place of the old. */
  public Witness headers(Map<String, String> all) {
    return new Witness(method, host, port, path, new TreeMap<>(all), source, outcome);
  }

  /** This witness from somebody. */
  public Witness from(String sender) {
    return new Witness(method, host, port, path, headers, sender, outcome);
  }

  /** {@code GET reviews:9080/a with end-user: jason from a pod of shop/frontend: outcome}. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    String authority = host + (port > 0 ? ":" + port : "");
    text.append(
        method.isEmpty() ? "a connection to " + authority : method + " " + authority + path);
    String separator = " with ";
    for (Map.Entry<String, String> header : headers.entrySet()) {
      text.append(separator).append(header.getKey()).append(": ").append(header.getValue());
      separator = ", ";
    }
    if (!source.isEmpty()) {
      text.append(" from ").append(source);
    }
    return text.append(": ").append(outcome).toString();
  }
}
