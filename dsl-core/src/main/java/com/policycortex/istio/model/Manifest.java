package com.policycortex.istio.model;

import com.policycortex.istio.finding.Resource;
import com.policycortex.istio.finding.ResourceId;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import com.policycortex.istio.wire.JsonValue;
import com.policycortex.istio.wire.MessageFields;
import com.policycortex.istio.wire.YamlText;
import java.util.Optional;
import java.util.Set;

/** A whole manifest: something that can be applied to a cluster. {@code toString} is its YAML. */
public abstract class Manifest extends Message implements Resource {

  /** For the manifest types of the model only. */
  protected Manifest() {}

  /** The manifest's kind. */
  public abstract Kind<?> kind();

  /** Name, namespace, labels, annotations. */
  public abstract Metadata metadata();

  /** What a cluster reported beside the specification; kept, never interpreted. */
  public abstract Optional<JsonValue> status();

  /** {@code metadata.name}. */
  public final String name() {
    return metadata().name();
  }

  /** {@code metadata.namespace}. */
  public final Optional<String> namespace() {
    return metadata().namespace();
  }

  /** Kind, namespace and name, as findings name this manifest. */
  @Override
  public final ResourceId resourceId() {
    return new ResourceId(kind().name(), namespace(), name());
  }

  /** Writes what follows the metadata: for Istio's kinds {@code spec}. */
  protected abstract void writeBody(FieldWriter out);

  @Override
  public final void writeTo(FieldWriter out) {
    writeTo(out, kind().apiVersion());
  }

  private void writeTo(FieldWriter out, String apiVersion) {
    out.string("apiVersion", apiVersion);
    out.string("kind", kind().name());
    // Only a document of another project's kind can have none.
    if (metadata().isUnnamed().isEmpty() || !metadata().equals(Metadata.unnamed())) {
      out.message("metadata", metadata());
    }
    writeBody(out);
    out.json("status", status());
  }

  /**
   * This manifest as YAML in a version of its kind of one's own choice, for clusters that do not
   * serve the one that {@code toString} writes. All versions of a kind have the same fields.
   *
   * @param version one of the kind's {@link Kind#versions()}, for example {@code v1beta1}
   * @throws IllegalArgumentException if the kind has no such version
   */
  public final String yaml(String version) {
    if (!kind().versions().contains(version)) {
      throw new IllegalArgumentException(
          kind().name() + " has no version " + version + "; it has " + kind().versions());
    }
    String apiVersion = kind().group().isEmpty() ? version : kind().group() + "/" + version;
    return YamlText.of(new InVersion(this, apiVersion));
  }

  private record InVersion(Manifest manifest, String apiVersion) implements MessageFields {
    @Override
    public Set<String> emptyFields() {
      return manifest.emptyFields();
    }

    @Override
    public void writeTo(FieldWriter out) {
      manifest.writeTo(out, apiVersion);
    }
  }

  /** Reads {@code metadata}; for the readers of the manifest types. */
  protected static Metadata readMetadata(FieldReader in) {
    return in.requiredMessage("metadata", Metadata::read);
  }

  /** Reads {@code metadata} where it may be absent, or without a name. */
  protected static Metadata readOptionalMetadata(FieldReader in) {
    return in.message("metadata", Metadata::readUnnamed).orElseGet(Metadata::unnamed);
  }

  /** Reads {@code status}; for the readers of the manifest types. */
  protected static Optional<JsonValue> readStatus(FieldReader in) {
    return in.json("status");
  }
}
