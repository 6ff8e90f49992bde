package com.policycortex.istio.model.networking;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Conditions on a request; all of them must hold.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/networking/virtual-service/#HTTPMatchRequest">HttpMatchRequest</a>
 */
@IstioStyle
@Value.Immutable
public abstract class HttpMatchRequest extends Message {

  HttpMatchRequest() {}

  /** A value that sets nothing yet. */
  public static HttpMatchRequest httpMatchRequest() {
    return ImmutableHttpMatchRequest.builder().build();
  }

  /** A name for access logs, appended to the rule's. */
  public abstract Optional<String> name();

  /** A copy with this {@link #name()}. */
  public abstract HttpMatchRequest name(String name);

  /** The path with the query left out. */
  public abstract Optional<StringMatch> uri();

  /** A copy with this {@link #uri()}. */
  public abstract HttpMatchRequest uri(StringMatch uri);

  /** {@code http} or {@code https}. */
  public abstract Optional<StringMatch> scheme();

  /** A copy with this {@link #scheme()}. */
  public abstract HttpMatchRequest scheme(StringMatch scheme);

  /** The HTTP method. */
  public abstract Optional<StringMatch> method();

  /** A copy with this {@link #method()}. */
  public abstract HttpMatchRequest method(StringMatch method);

  /** The host header. */
  public abstract Optional<StringMatch> authority();

  /** A copy with this {@link #authority()}. */
  public abstract HttpMatchRequest authority(StringMatch authority);

  /** Headers by lower-case name. */
  public abstract Map<String, StringMatch> headers();

  /** A copy with this {@link #headers()}. */
  public abstract HttpMatchRequest headers(Map<String, ? extends StringMatch> headers);

  /** The port that the request is addressed to. */
  public abstract Optional<Long> port();

  /** A copy with this {@link #port()}. */
  public abstract HttpMatchRequest port(long port);

  /** Labels of the workload that sends; not for gateways. */
  public abstract Map<String, String> sourceLabels();

  /** A copy with this {@link #sourceLabels()}. */
  public abstract HttpMatchRequest sourceLabels(Map<String, ? extends String> sourceLabels);

  /** The gateways for which this condition holds; replaces those of the VirtualService. */
  public abstract List<String> gateways();

  /** A copy with this {@link #gateways()}. */
  public abstract HttpMatchRequest gateways(Iterable<String> gateways);

  /** A copy with these added to {@link #gateways()}. */
  public final HttpMatchRequest gateways(String first, String... more) {
    return gateways(added(gateways(), first, more));
  }

  /** Query parameters by name. */
  public abstract Map<String, StringMatch> queryParams();

  /** A copy with this {@link #queryParams()}. */
  public abstract HttpMatchRequest queryParams(Map<String, ? extends StringMatch> queryParams);

  /** Whether {@link #uri()} ignores case; exact and prefix only. Default false. */
  public abstract Optional<Boolean> ignoreUriCase();

  /** A copy with this {@link #ignoreUriCase()}. */
  public abstract HttpMatchRequest ignoreUriCase(boolean ignoreUriCase);

  /** Headers that must not match. */
  public abstract Map<String, StringMatch> withoutHeaders();

  /** A copy with this {@link #withoutHeaders()}. */
  public abstract HttpMatchRequest withoutHeaders(
      Map<String, ? extends StringMatch> withoutHeaders);

  /** The namespace of the workload that sends. */
  public abstract Optional<String> sourceNamespace();

  /** A copy with this {@link #sourceNamespace()}. */
  public abstract HttpMatchRequest sourceNamespace(String sourceNamespace);

  /** A prefix for the statistics of the route. */
  public abstract Optional<String> statPrefix();

  /** A copy with this {@link #statPrefix()}. */
  public abstract HttpMatchRequest statPrefix(String statPrefix);

  static HttpMatchRequest read(FieldReader in) {
    return ImmutableHttpMatchRequest.builder()
        .origin(in.origin())
        .name(in.string("name"))
        .uri(in.message("uri", StringMatch::read))
        .scheme(in.message("scheme", StringMatch::read))
        .method(in.message("method", StringMatch::read))
        .authority(in.message("authority", StringMatch::read))
        .headers(in.messageMap("headers", StringMatch::read))
        .port(in.uint32("port"))
        .sourceLabels(in.stringMap("sourceLabels"))
        .gateways(in.strings("gateways"))
        .queryParams(in.messageMap("queryParams", StringMatch::read))
        .ignoreUriCase(in.bool("ignoreUriCase"))
        .withoutHeaders(in.messageMap("withoutHeaders", StringMatch::read))
        .sourceNamespace(in.string("sourceNamespace"))
        .statPrefix(in.string("statPrefix"))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.string("name", name());
    out.message("uri", uri());
    out.message("scheme", scheme());
    out.message("method", method());
    out.message("authority", authority());
    out.messageMap("headers", headers());
    out.int64("port", port());
    out.stringMap("sourceLabels", sourceLabels());
    out.strings("gateways", gateways());
    out.messageMap("queryParams", queryParams());
    out.bool("ignoreUriCase", ignoreUriCase());
    out.messageMap("withoutHeaders", withoutHeaders());
    out.string("sourceNamespace", sourceNamespace());
    out.string("statPrefix", statPrefix());
  }
}
