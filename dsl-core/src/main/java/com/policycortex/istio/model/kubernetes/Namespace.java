package com.policycortex.istio.model.kubernetes;

import com.policycortex.istio.finding.Origin;
import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Kind;
import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.model.Metadata;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import com.policycortex.istio.wire.JsonValue;
import com.policycortex.istio.wire.JsonValue.JsonObject;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A namespace. Its label {@code istio-injection=enabled} makes every pod in it part of the mesh.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/reference/kubernetes-api/cluster-resources/namespace-v1/">
 *     Namespace</a>
 */
@IstioStyle
@Value.Immutable
public abstract class Namespace extends Manifest {

  /** The kind {@code v1 Namespace}. */
  public static final Kind<Namespace> KIND =
      new Kind<>("", List.of("v1"), "Namespace", "namespaces", false, Namespace::read);

  Namespace() {}

  @Override
  public Kind<Namespace> kind() {
    return KIND;
  }

  /** A copy with this metadata. */
  public abstract Namespace metadata(Metadata metadata);

  /** A namespace of this name. */
  public static Namespace namespace(String name) {
    return ImmutableNamespace.builder()
        .origin(Origin.caller())
        .metadata(Metadata.metadata(name))
        .build();
  }

  /** A copy with a label added or replaced. */
  public final Namespace label(String key, String value) {
    return metadata(metadata().label(key, value));
  }

  /** {@code spec}, kept as it was read. */
  public abstract Optional<JsonObject> spec();

  static Namespace read(FieldReader in) {
    return ImmutableNamespace.builder()
        .origin(in.origin())
        .metadata(readMetadata(in))
        .spec(in.jsonObject("spec"))
        .status(readStatus(in))
        .build();
  }

  @Override
  protected void writeBody(FieldWriter out) {
    out.json("spec", spec().map(JsonValue.class::cast));
  }
}
