package com.policycortex.istio.model.install;

import com.policycortex.istio.finding.Origin;
import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Kind;
import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.model.Metadata;
import com.policycortex.istio.model.mesh.MeshConfig;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import com.policycortex.istio.wire.JsonValue.JsonObject;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * An installation of Istio, for {@code istioctl install -f}.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/istio.operator.v1alpha1/#IstioOperatorSpec">IstioOperator</a>
 */
@IstioStyle
@Value.Immutable
public abstract class IstioOperator extends Manifest {

  /** The kind {@code install.istio.io/v1alpha1 IstioOperator}. */
  public static final Kind<IstioOperator> KIND =
      new Kind<>(
          "install.istio.io",
          List.of("v1alpha1"),
          "IstioOperator",
          "istiooperators",
          true,
          IstioOperator::read);

  IstioOperator() {}

  /** An installation of this name, that sets nothing yet. */
  public static IstioOperator istioOperator(String name) {
    return ImmutableIstioOperator.builder()
        .origin(Origin.caller())
        .metadata(name.isEmpty() ? Metadata.unnamed() : Metadata.metadata(name))
        .build();
  }

  @Override
  public Kind<IstioOperator> kind() {
    return KIND;
  }

  /** A copy with this metadata. */
  public abstract IstioOperator metadata(Metadata metadata);

  /** A copy in this namespace. */
  public final IstioOperator in(String namespace) {
    return metadata(metadata().namespace(namespace));
  }

  /** The profile that this changes, for example {@code default}. */
  public abstract Optional<String> profile();

  /** A copy with this {@link #profile()}. */
  public abstract IstioOperator profile(String profile);

  /** A folder with charts in place of those that istioctl has. */
  public abstract Optional<String> installPackagePath();

  /** A copy with this {@link #installPackagePath()}. */
  public abstract IstioOperator installPackagePath(String installPackagePath);

  /** The registry of the images. */
  public abstract Optional<String> hub();

  /** A copy with this {@link #hub()}. */
  public abstract IstioOperator hub(String hub);

  /** The tag of the images. */
  public abstract Optional<String> tag();

  /** A copy with this {@link #tag()}. */
  public abstract IstioOperator tag(String tag);

  /** Where the control plane goes. Default istio-system. */
  public abstract Optional<String> installNamespace();

  /** A copy with this {@link #installNamespace()}. */
  public abstract IstioOperator installNamespace(String installNamespace);

  /** The revision, for canary upgrades of the control plane. */
  public abstract Optional<String> revision();

  /** A copy with this {@link #revision()}. */
  public abstract IstioOperator revision(String revision);

  /** The release whose defaults hold. */
  public abstract Optional<String> compatibilityVersion();

  /** A copy with this {@link #compatibilityVersion()}. */
  public abstract IstioOperator compatibilityVersion(String compatibilityVersion);

  /** The mesh's configuration. */
  public abstract Optional<MeshConfig> meshConfig();

  /** A copy with this {@link #meshConfig()}. */
  public abstract IstioOperator meshConfig(MeshConfig meshConfig);

  /** The parts. */
  public abstract Optional<IstioComponents> components();

  /** A copy with this {@link #components()}. */
  public abstract IstioOperator components(IstioComponents components);

  /** Values of the Helm charts. */
  public abstract Optional<JsonObject> values();

  /** A copy with this {@link #values()}. */
  public abstract IstioOperator values(JsonObject values);

  /** Values that are passed on as they are. */
  public abstract Optional<JsonObject> unvalidatedValues();

  /** A copy with this {@link #unvalidatedValues()}. */
  public abstract IstioOperator unvalidatedValues(JsonObject unvalidatedValues);

  static IstioOperator read(FieldReader in) {
    return in.messageOrEmpty("spec", spec -> readSpec(in, spec));
  }

  private static IstioOperator readSpec(FieldReader in, FieldReader spec) {
    return ImmutableIstioOperator.builder()
        .origin(in.origin())
        .metadata(readOptionalMetadata(in))
        .status(readStatus(in))
        .profile(spec.string("profile"))
        .installPackagePath(spec.string("installPackagePath"))
        .hub(spec.string("hub"))
        .tag(Tags.read(spec))
        .installNamespace(spec.string("namespace"))
        .revision(spec.string("revision"))
        .compatibilityVersion(spec.string("compatibilityVersion"))
        .meshConfig(spec.message("meshConfig", MeshConfig::read))
        .components(spec.message("components", IstioComponents::read))
        .values(spec.jsonObject("values"))
        .unvalidatedValues(spec.jsonObject("unvalidatedValues"))
        .build();
  }

  @Override
  protected void writeBody(FieldWriter out) {
    out.message("spec", this::writeSpec);
  }

  private void writeSpec(FieldWriter spec) {
    spec.string("profile", profile());
    spec.string("installPackagePath", installPackagePath());
    spec.string("hub", hub());
    spec.string("tag", tag());
    spec.string("namespace", installNamespace());
    spec.string("revision", revision());
    spec.string("compatibilityVersion", compatibilityVersion());
    spec.message("meshConfig", meshConfig());
    spec.message("components", components());
    spec.json("values", values());
    spec.json("unvalidatedValues", unvalidatedValues());
  }
}
