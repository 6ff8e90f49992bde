package com.policycortex.istio.model.kubernetes;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import com.policycortex.istio.wire.JsonValue;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.immutables.value.Value;

/**
 * An HTTP request of the kubelet.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#Probe">HTTPGetAction</a>
 */
@IstioStyle
@Value.Immutable
public abstract class HttpGetAction extends Message {

  HttpGetAction() {}

  /** A request to this port. */
  public static HttpGetAction httpGetAction(IntOrString port) {
    return ImmutableHttpGetAction.builder().port(port).build();
  }

  /** The path. Default {@code /}. */
  public abstract Optional<String> path();

  /** A copy with this {@link #path()}. */
  public abstract HttpGetAction path(String path);

  /** The port, by number or by the name of the container's port. */
  public abstract Optional<IntOrString> port();

  /** A copy with this {@link #port()}. */
  public abstract HttpGetAction port(IntOrString port);

  /** The host that is connected to. Default: the pod's address. */
  public abstract Optional<String> host();

  /** A copy with this {@link #host()}. */
  public abstract HttpGetAction host(String host);

  /** {@code HTTP} or {@code HTTPS}. Default {@code HTTP}. */
  public abstract Optional<String> scheme();

  /** A copy with this {@link #scheme()}. */
  public abstract HttpGetAction scheme(String scheme);

  /** All other fields, as they were read. */
  public abstract Map<String, JsonValue> more();

  /** A copy with this {@link #more()}. */
  public abstract HttpGetAction more(Map<String, ? extends JsonValue> more);

  static HttpGetAction read(FieldReader in) {
    return ImmutableHttpGetAction.builder()
        .origin(in.origin())
        .path(in.string("path"))
        .port(in.intOrString("port").map(IntOrString::of))
        .host(in.string("host"))
        .scheme(in.string("scheme"))
        .more(in.rest())
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.string("path", path());
    out.json("port", port().map(IntOrString::json));
    out.string("host", host());
    out.string("scheme", scheme());
    new TreeMap<>(more()).forEach(out::json);
  }
}
