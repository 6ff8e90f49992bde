package com.policycortex.istio.model.mesh;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.time.Duration;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * How a proxy treats the connections of its clients.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/#ProxyConfig-ConnectionSettings">ConnectionSettings</a>
 */
@IstioStyle
@Value.Immutable
public abstract class ConnectionSettings extends Message {

  ConnectionSettings() {}

  /** A value that sets nothing yet. */
  public static ConnectionSettings connectionSettings() {
    return ImmutableConnectionSettings.builder().build();
  }

  /** Which defaults hold for the others. Default {@link ConnectionSettingsProfile#SIDECAR}. */
  public abstract Optional<ConnectionSettingsProfile> profile();

  /** A copy with this {@link #profile()}. */
  public abstract ConnectionSettings profile(ConnectionSettingsProfile profile);

  /** Bytes that are held of a connection of a client; not negative. Default: the profile's. */
  public abstract Optional<Integer> listenerPerConnectionBufferLimitBytes();

  /** A copy with this {@link #listenerPerConnectionBufferLimitBytes()}. */
  public abstract ConnectionSettings listenerPerConnectionBufferLimitBytes(
      int listenerPerConnectionBufferLimitBytes);

  /** Bytes that are held of a connection to a server; not negative. Default: the profile's. */
  public abstract Optional<Integer> clusterPerConnectionBufferLimitBytes();

  /** A copy with this {@link #clusterPerConnectionBufferLimitBytes()}. */
  public abstract ConnectionSettings clusterPerConnectionBufferLimitBytes(
      int clusterPerConnectionBufferLimitBytes);

  /** After how long without a request a connection ends. Default: the profile's. */
  public abstract Optional<Duration> httpIdleTimeout();

  /** A copy with this {@link #httpIdleTimeout()}. */
  public abstract ConnectionSettings httpIdleTimeout(Duration httpIdleTimeout);

  /** The longest life of a connection. Default: none. */
  public abstract Optional<Duration> httpMaxConnectionDuration();

  /** A copy with this {@link #httpMaxConnectionDuration()}. */
  public abstract ConnectionSettings httpMaxConnectionDuration(Duration httpMaxConnectionDuration);

  /** Between the two GOAWAYs of HTTP/2. Default: Envoy's. */
  public abstract Optional<Duration> httpDrainTimeout();

  /** A copy with this {@link #httpDrainTimeout()}. */
  public abstract ConnectionSettings httpDrainTimeout(Duration httpDrainTimeout);

  /** Until the whole request is there. Default: the profile's. */
  public abstract Optional<Duration> httpRequestTimeout();

  /** A copy with this {@link #httpRequestTimeout()}. */
  public abstract ConnectionSettings httpRequestTimeout(Duration httpRequestTimeout);

  /** Until the headers of a request are there. Default: none. */
  public abstract Optional<Duration> httpRequestHeadersTimeout();

  /** A copy with this {@link #httpRequestHeadersTimeout()}. */
  public abstract ConnectionSettings httpRequestHeadersTimeout(Duration httpRequestHeadersTimeout);

  /** After how long without a byte a stream ends. Default: the profile's. */
  public abstract Optional<Duration> httpStreamIdleTimeout();

  /** A copy with this {@link #httpStreamIdleTimeout()}. */
  public abstract ConnectionSettings httpStreamIdleTimeout(Duration httpStreamIdleTimeout);

  /** The longest life of a stream. Default: none. */
  public abstract Optional<Duration> httpMaxStreamDuration();

  /** A copy with this {@link #httpMaxStreamDuration()}. */
  public abstract ConnectionSettings httpMaxStreamDuration(Duration httpMaxStreamDuration);

  /** Streams at once on a connection of HTTP/2; at least 1. Default: the profile's. */
  public abstract Optional<Integer> httpMaxConcurrentStreams();

  /** A copy with this {@link #httpMaxConcurrentStreams()}. */
  public abstract ConnectionSettings httpMaxConcurrentStreams(int httpMaxConcurrentStreams);

  /** Bytes; at least 65,535. Default: the profile's. */
  public abstract Optional<Integer> http2InitialStreamWindowSize();

  /** A copy with this {@link #http2InitialStreamWindowSize()}. */
  public abstract ConnectionSettings http2InitialStreamWindowSize(int http2InitialStreamWindowSize);

  /** Bytes; at least 65,535. Default: the profile's. */
  public abstract Optional<Integer> http2InitialConnectionWindowSize();

  /** A copy with this {@link #http2InitialConnectionWindowSize()}. */
  public abstract ConnectionSettings http2InitialConnectionWindowSize(
      int http2InitialConnectionWindowSize);

  /** What happens to a header with an underscore. Default: the profile's. */
  public abstract Optional<HeadersWithUnderscoresAction> httpHeadersWithUnderscoresAction();

  /** A copy with this {@link #httpHeadersWithUnderscoresAction()}. */
  public abstract ConnectionSettings httpHeadersWithUnderscoresAction(
      HeadersWithUnderscoresAction httpHeadersWithUnderscoresAction);

  /** Whether slashes in a row become one. Default: the profile's. */
  public abstract Optional<Boolean> httpMergeSlashes();

  /** A copy with this {@link #httpMergeSlashes()}. */
  public abstract ConnectionSettings httpMergeSlashes(boolean httpMergeSlashes);

  /** What happens to an encoded slash. Default: the profile's. */
  public abstract Optional<PathWithEscapedSlashesAction> httpPathWithEscapedSlashesAction();

  /** A copy with this {@link #httpPathWithEscapedSlashesAction()}. */
  public abstract ConnectionSettings httpPathWithEscapedSlashesAction(
      PathWithEscapedSlashesAction httpPathWithEscapedSlashesAction);

  /** Connections at once of a listener; at least 1. Default: none. */
  public abstract Optional<Integer> listenerConnectionLimit();

  /** A copy with this {@link #listenerConnectionLimit()}. */
  public abstract ConnectionSettings listenerConnectionLimit(int listenerConnectionLimit);

  /** Connections at once of all listeners; at least 1. Default: none. */
  public abstract Optional<Integer> globalDownstreamConnectionLimit();

  /** A copy with this {@link #globalDownstreamConnectionLimit()}. */
  public abstract ConnectionSettings globalDownstreamConnectionLimit(
      int globalDownstreamConnectionLimit);

  static ConnectionSettings read(FieldReader in) {
    return ImmutableConnectionSettings.builder()
        .origin(in.origin())
        .profile(in.enumeration("profile", ConnectionSettingsProfile.class))
        .listenerPerConnectionBufferLimitBytes(in.int32("listenerPerConnectionBufferLimitBytes"))
        .clusterPerConnectionBufferLimitBytes(in.int32("clusterPerConnectionBufferLimitBytes"))
        .httpIdleTimeout(in.duration("httpIdleTimeout"))
        .httpMaxConnectionDuration(in.duration("httpMaxConnectionDuration"))
        .httpDrainTimeout(in.duration("httpDrainTimeout"))
        .httpRequestTimeout(in.duration("httpRequestTimeout"))
        .httpRequestHeadersTimeout(in.duration("httpRequestHeadersTimeout"))
        .httpStreamIdleTimeout(in.duration("httpStreamIdleTimeout"))
        .httpMaxStreamDuration(in.duration("httpMaxStreamDuration"))
        .httpMaxConcurrentStreams(in.int32("httpMaxConcurrentStreams"))
        .http2InitialStreamWindowSize(in.int32("http2InitialStreamWindowSize"))
        .http2InitialConnectionWindowSize(in.int32("http2InitialConnectionWindowSize"))
        .httpHeadersWithUnderscoresAction(
            in.enumeration("httpHeadersWithUnderscoresAction", HeadersWithUnderscoresAction.class))
        .httpMergeSlashes(in.bool("httpMergeSlashes"))
        .httpPathWithEscapedSlashesAction(
            in.enumeration("httpPathWithEscapedSlashesAction", PathWithEscapedSlashesAction.class))
        .listenerConnectionLimit(in.int32("listenerConnectionLimit"))
        .globalDownstreamConnectionLimit(in.int32("globalDownstreamConnectionLimit"))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.enumeration("profile", profile());
    out.int32("listenerPerConnectionBufferLimitBytes", listenerPerConnectionBufferLimitBytes());
    out.int32("clusterPerConnectionBufferLimitBytes", clusterPerConnectionBufferLimitBytes());
    out.duration("httpIdleTimeout", httpIdleTimeout());
    out.duration("httpMaxConnectionDuration", httpMaxConnectionDuration());
    out.duration("httpDrainTimeout", httpDrainTimeout());
    out.duration("httpRequestTimeout", httpRequestTimeout());
    out.duration("httpRequestHeadersTimeout", httpRequestHeadersTimeout());
    out.duration("httpStreamIdleTimeout", httpStreamIdleTimeout());
    out.duration("httpMaxStreamDuration", httpMaxStreamDuration());
    out.int32("httpMaxConcurrentStreams", httpMaxConcurrentStreams());
    out.int32("http2InitialStreamWindowSize", http2InitialStreamWindowSize());
    out.int32("http2InitialConnectionWindowSize", http2InitialConnectionWindowSize());
    out.enumeration("httpHeadersWithUnderscoresAction", httpHeadersWithUnderscoresAction());
    out.bool("httpMergeSlashes", httpMergeSlashes());
    out.enumeration("httpPathWithEscapedSlashesAction", httpPathWithEscapedSlashesAction());
    out.int32("listenerConnectionLimit", listenerConnectionLimit());
    out.int32("globalDownstreamConnectionLimit", globalDownstreamConnectionLimit());
  }
}
