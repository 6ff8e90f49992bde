package com.policycortex.istio.model;

import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import com.policycortex.istio.wire.JsonValue;
import com.policycortex.istio.wire.JsonValue.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A manifest of a kind that the model does not know, kept as it is.
 *
 * <p>Presets use it for what surrounds a mesh (a Deployment, a dashboard); the reader uses it for
 * every document that is none of the modelled kinds.
 */
@IstioStyle
@Value.Immutable
public abstract class RawManifest extends Manifest {

  RawManifest() {}

  /**
   * A manifest of any kind.
   *
   * @param apiVersion for example {@code apps/v1}
   * @param kind for example {@code Deployment}
   * @param metadata its metadata
   * @param body all other fields, {@code spec} or {@code data} among them
   */
  public static RawManifest rawManifest(
      String apiVersion, String kind, Metadata metadata, JsonObject body) {
    return ImmutableRawManifest.builder()
        .apiVersion(apiVersion)
        .kindName(kind)
        .metadata(metadata.name().isEmpty() ? Metadata.unnamed(metadata) : metadata)
        .body(body)
        .build();
  }

  /** The {@code apiVersion} as written. */
  public abstract String apiVersion();

  /** The {@code kind} as written. */
  public abstract String kindName();

  /** All fields but {@code apiVersion}, {@code kind} and {@code metadata}. */
  public abstract JsonObject body();

  /** A copy with this {@link #body() body}. */
  public abstract RawManifest body(JsonObject body);

  /** A copy with this {@link #metadata() metadata}. */
  public abstract RawManifest metadata(Metadata metadata);

  @Override
  public Kind<RawManifest> kind() {
    int slash = apiVersion().indexOf('/');
    return new Kind<>(
        slash < 0 ? "" : apiVersion().substring(0, slash),
        List.of(apiVersion().substring(slash + 1)),
        kindName(),
        "",
        true,
        RawManifest::read);
  }

  @Override
  public Optional<JsonValue> status() {
    return Optional.empty();
  }

  /** Reads a manifest of any kind. */
  public static RawManifest read(FieldReader in) {
    String apiVersion = in.requiredString("apiVersion");
    String kind = in.requiredString("kind");
    Metadata metadata = readOptionalMetadata(in);
    Map<String, JsonValue> body = in.rest();
    return ImmutableRawManifest.builder()
        .apiVersion(apiVersion)
        .kindName(kind)
        .metadata(metadata)
        .body(new JsonObject(body))
        .origin(in.origin())
        .build();
  }

  @Override
  protected void writeBody(FieldWriter out) {
    body().writeTo(out);
  }
}
