package com.policycortex.istio.model.networking;

import com.policycortex.istio.finding.Origin;
import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Kind;
import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.model.Metadata;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.util.List;
import java.util.Map;
import org.immutables.value.Value;

/**
 * A proxy at the edge of the mesh: which ports it opens, for which hosts, with which TLS.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/networking/gateway/#Gateway">Gateway</a>
 */
@IstioStyle
@Value.Immutable
public abstract class Gateway extends Manifest {

  /** The kind {@code networking.istio.io/v1 Gateway}. */
  public static final Kind<Gateway> KIND =
      new Kind<>(
          "networking.istio.io",
          List.of("v1", "v1beta1", "v1alpha3"),
          "Gateway",
          "gateways",
          true,
          Gateway::read);

  Gateway() {}

  /** A Gateway of this name, without servers yet. */
  public static Gateway gateway(String name) {
    return ImmutableGateway.builder()
        .origin(Origin.caller())
        .metadata(Metadata.metadata(name))
        .build();
  }

  @Override
  public Kind<Gateway> kind() {
    return KIND;
  }

  /** A copy with this metadata. */
  public abstract Gateway metadata(Metadata metadata);

  /** A copy in this namespace. */
  public final Gateway in(String namespace) {
    return metadata(metadata().namespace(namespace));
  }

  /** The ports with their hosts. */
  public abstract List<Server> servers();

  /** A copy with this {@link #servers()}. */
  public abstract Gateway servers(Iterable<? extends Server> servers);

  /** A copy with these added to {@link #servers()}. */
  public final Gateway servers(Server first, Server... more) {
    return servers(added(servers(), first, more));
  }

  /** Labels of the pods that carry this out, in any namespace unless istiod is told otherwise. */
  public abstract Map<String, String> selector();

  /** A copy with this {@link #selector()}. */
  public abstract Gateway selector(Map<String, ? extends String> selector);

  static Gateway read(FieldReader in) {
    return in.messageOrEmpty("spec", spec -> readSpec(in, spec));
  }

  private static Gateway readSpec(FieldReader in, FieldReader spec) {
    return ImmutableGateway.builder()
        .origin(in.origin())
        .metadata(readMetadata(in))
        .status(readStatus(in))
        .servers(spec.messages("servers", Server::read))
        .selector(spec.stringMap("selector"))
        .build();
  }

  @Override
  protected void writeBody(FieldWriter out) {
    out.message("spec", this::writeSpec);
  }

  private void writeSpec(FieldWriter spec) {
    spec.messages("servers", servers());
    spec.stringMap("selector", selector());
  }
}
