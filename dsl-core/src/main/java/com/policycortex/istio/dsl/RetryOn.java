package com.policycortex.istio.dsl;

import java.util.Locale;

/**
 * Why a request is tried again.
 *
 * @see <a
 *     href="https://www.envoyproxy.io/docs/envoy/latest/configuration/http/http_filters/router_filter#x-envoy-retry-on">x-envoy-retry-on</a>
 */
public enum RetryOn {
  /** Any 5xx answer, or none at all. Unsafe for requests that change something. */
  SERVER_ERROR("5xx"),

  /** 502, 503 or 504. */
  GATEWAY_ERROR,

  /** No answer at all: disconnect, reset or timeout. */
  RESET,

  /** A reset before the request was sent. Safe for every request. */
  RESET_BEFORE_REQUEST,

  /** The connection failed. Safe for every request. */
  CONNECT_FAILURE,

  /** The rate-limit filter of the next proxy refused it. */
  ENVOY_RATELIMITED,

  /** 409. */
  RETRIABLE_4XX,

  /** The other side refused the HTTP/2 stream. Safe for every request. */
  REFUSED_STREAM,

  /** A status that {@link Retry#statuses} names. */
  RETRIABLE_STATUS_CODES,

  /** A header that Envoy's configuration names. */
  RETRIABLE_HEADERS,

  /** HTTP/3 failed after connecting. */
  HTTP3_POST_CONNECT_FAILURE,

  /** gRPC status cancelled. */
  CANCELLED,

  /** gRPC status deadline exceeded. */
  DEADLINE_EXCEEDED,

  /** gRPC status internal. */
  INTERNAL,

  /** gRPC status resource exhausted. */
  RESOURCE_EXHAUSTED,

  /** gRPC status unavailable. */
  UNAVAILABLE;

  private final String text;

  RetryOn(String text) {
    this.text = text;
  }

  RetryOn() {
    this.text = name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The word that Envoy uses, for example {@code connect-failure}. */
  @Override
  public String toString() {
    return text;
  }
}
