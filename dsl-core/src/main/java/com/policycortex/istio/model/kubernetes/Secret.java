package com.policycortex.istio.model.kubernetes;

import com.policycortex.istio.finding.Origin;
import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Kind;
import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.model.Metadata;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.immutables.value.Value;

/**
 * A secret: for a mesh, above all the certificate of a gateway.
 *
 * <p>The values are kept and written back, and are in the YAML that {@code toString} gives; no
 * finding shows them, nor the line that holds them.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/reference/kubernetes-api/config-and-storage-resources/secret-v1/">
 *     Secret</a>
 */
@IstioStyle
@Value.Immutable
public abstract class Secret extends Manifest {

  /** The kind {@code v1 Secret}. */
  public static final Kind<Secret> KIND =
      new Kind<>("", List.of("v1"), "Secret", "secrets", true, Secret::read);

  /** The {@link #type()} of a certificate with its key: {@code tls.crt} and {@code tls.key}. */
  public static final String TLS = "kubernetes.io/tls";

  Secret() {}

  @Override
  public Kind<Secret> kind() {
    return KIND;
  }

  /** A copy with this metadata. */
  public abstract Secret metadata(Metadata metadata);

  /** A Secret of this name, without data yet. */
  public static Secret secret(String name) {
    return ImmutableSecret.builder()
        .origin(Origin.caller())
        .metadata(Metadata.metadata(name))
        .build();
  }

  /** A copy in this namespace. */
  public final Secret in(String namespace) {
    return metadata(metadata().namespace(namespace));
  }

  /** What it is for, for example {@link #TLS}. Default {@code Opaque}. */
  public abstract Optional<String> type();

  /** A copy with this {@link #type()}. */
  public abstract Secret type(String type);

  /** Bytes in base64 by key. */
  public abstract Map<String, String> data();

  /** A copy with this {@link #data()}. */
  public abstract Secret data(Map<String, ? extends String> data);

  /** Texts by key; the API server puts them into {@link #data()}, over what is there. */
  public abstract Map<String, String> stringData();

  /** A copy with this {@link #stringData()}. */
  public abstract Secret stringData(Map<String, ? extends String> stringData);

  /** Whether the data may never change. Default false. */
  public abstract Optional<Boolean> immutable();

  /** A copy with this {@link #immutable()}. */
  public abstract Secret immutable(boolean immutable);

  /** The names of all values, sorted: {@code tls.crt}, {@code tls.key}. */
  public final SortedSet<String> keys() {
    SortedSet<String> keys = new TreeSet<>(data().keySet());
    keys.addAll(stringData().keySet());
    return keys;
  }

  static Secret read(FieldReader in) {
    return ImmutableSecret.builder()
        .origin(in.origin())
        .metadata(readMetadata(in))
        .type(in.string("type"))
        .data(in.stringMap("data"))
        .stringData(in.stringMap("stringData"))
        .immutable(in.bool("immutable"))
        .status(readStatus(in))
        .build();
  }

  @Override
  protected void writeBody(FieldWriter out) {
    out.string("type", type());
    out.stringMap("data", data());
    out.stringMap("stringData", stringData());
    out.bool("immutable", immutable());
  }
}
