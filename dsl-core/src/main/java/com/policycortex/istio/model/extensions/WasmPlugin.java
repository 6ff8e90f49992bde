package com.policycortex.istio.model.extensions;

import com.policycortex.istio.finding.Origin;
import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Kind;
import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.model.Metadata;
import com.policycortex.istio.model.TargetReference;
import com.policycortex.istio.model.WorkloadSelector;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import com.policycortex.istio.wire.JsonValue.JsonObject;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A WebAssembly module in the proxies.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/proxy_extensions/wasm-plugin/#WasmPlugin">WasmPlugin</a>
 */
@IstioStyle
@Value.Immutable
public abstract class WasmPlugin extends Manifest {

  /** The kind {@code extensions.istio.io/v1alpha1 WasmPlugin}. */
  public static final Kind<WasmPlugin> KIND =
      new Kind<>(
          "extensions.istio.io",
          List.of("v1alpha1"),
          "WasmPlugin",
          "wasmplugins",
          true,
          WasmPlugin::read);

  WasmPlugin() {}

  /** A WasmPlugin of this name with the module at this address. */
  public static WasmPlugin wasmPlugin(String name, String url) {
    return ImmutableWasmPlugin.builder()
        .origin(Origin.caller())
        .metadata(Metadata.metadata(name))
        .url(url)
        .build();
  }

  @Override
  public Kind<WasmPlugin> kind() {
    return KIND;
  }

  /** A copy with this metadata. */
  public abstract WasmPlugin metadata(Metadata metadata);

  /** A copy in this namespace. */
  public final WasmPlugin in(String namespace) {
    return metadata(metadata().namespace(namespace));
  }

  /** The workloads. Default: all of the namespace; of the mesh in the root namespace. */
  public abstract Optional<WorkloadSelector> selector();

  /** A copy with this {@link #selector()}. */
  public abstract WasmPlugin selector(WorkloadSelector selector);

  /** Former form of {@link #targetRefs()}. */
  public abstract Optional<TargetReference> targetRef();

  /** The gateways or services that this applies to. */
  public abstract List<TargetReference> targetRefs();

  /** A copy with this {@link #targetRefs()}. */
  public abstract WasmPlugin targetRefs(Iterable<? extends TargetReference> targetRefs);

  /** A copy with these added to {@link #targetRefs()}. */
  public final WasmPlugin targetRefs(TargetReference first, TargetReference... more) {
    return targetRefs(added(targetRefs(), first, more));
  }

  /** Where the plugin is: {@code oci://}, {@code http[s]://} or {@code file://}. */
  public abstract String url();

  /** A copy with this {@link #url()}. */
  public abstract WasmPlugin url(String url);

  /** The checksum of the module or image. */
  public abstract Optional<String> sha256();

  /** A copy with this {@link #sha256()}. */
  public abstract WasmPlugin sha256(String sha256);

  /** When it is fetched. */
  public abstract Optional<PullPolicy> imagePullPolicy();

  /** A copy with this {@link #imagePullPolicy()}. */
  public abstract WasmPlugin imagePullPolicy(PullPolicy imagePullPolicy);

  /** The secret for fetching it. */
  public abstract Optional<String> imagePullSecret();

  /** A copy with this {@link #imagePullSecret()}. */
  public abstract WasmPlugin imagePullSecret(String imagePullSecret);

  /** Reserved. */
  public abstract Optional<String> verificationKey();

  /** A copy with this {@link #verificationKey()}. */
  public abstract WasmPlugin verificationKey(String verificationKey);

  /** The plugin's own configuration. */
  public abstract Optional<JsonObject> pluginConfig();

  /** A copy with this {@link #pluginConfig()}. */
  public abstract WasmPlugin pluginConfig(JsonObject pluginConfig);

  /** Its name within the module. */
  public abstract Optional<String> pluginName();

  /** A copy with this {@link #pluginName()}. */
  public abstract WasmPlugin pluginName(String pluginName);

  /** Where it stands. */
  public abstract Optional<PluginPhase> phase();

  /** A copy with this {@link #phase()}. */
  public abstract WasmPlugin phase(PluginPhase phase);

  /** Higher ones stand first in their phase. Default 0. */
  public abstract Optional<Integer> priority();

  /** A copy with this {@link #priority()}. */
  public abstract WasmPlugin priority(int priority);

  /** Default {@link FailStrategy#FAIL_CLOSE}. */
  public abstract Optional<FailStrategy> failStrategy();

  /** A copy with this {@link #failStrategy()}. */
  public abstract WasmPlugin failStrategy(FailStrategy failStrategy);

  /** Its virtual machine. */
  public abstract Optional<VmConfig> vmConfig();

  /** A copy with this {@link #vmConfig()}. */
  public abstract WasmPlugin vmConfig(VmConfig vmConfig);

  /** For which traffic. Default: all. */
  public abstract List<TrafficSelector> match();

  /** A copy with this {@link #match()}. */
  public abstract WasmPlugin match(Iterable<? extends TrafficSelector> match);

  /** A copy with these added to {@link #match()}. */
  public final WasmPlugin match(TrafficSelector first, TrafficSelector... more) {
    return match(added(match(), first, more));
  }

  /** Default: HTTP. */
  public abstract Optional<PluginType> type();

  /** A copy with this {@link #type()}. */
  public abstract WasmPlugin type(PluginType type);

  static WasmPlugin read(FieldReader in) {
    return in.requiredMessage("spec", spec -> readSpec(in, spec));
  }

  private static WasmPlugin readSpec(FieldReader in, FieldReader spec) {
    return ImmutableWasmPlugin.builder()
        .origin(in.origin())
        .metadata(readMetadata(in))
        .status(readStatus(in))
        .selector(spec.message("selector", WorkloadSelector::read))
        .targetRef(spec.message("targetRef", TargetReference::read))
        .targetRefs(spec.messages("targetRefs", TargetReference::read))
        .url(spec.requiredString("url"))
        .sha256(spec.string("sha256"))
        .imagePullPolicy(spec.enumeration("imagePullPolicy", PullPolicy.class))
        .imagePullSecret(spec.string("imagePullSecret"))
        .verificationKey(spec.string("verificationKey"))
        .pluginConfig(spec.jsonObject("pluginConfig"))
        .pluginName(spec.string("pluginName"))
        .phase(spec.enumeration("phase", PluginPhase.class))
        .priority(spec.int32("priority"))
        .failStrategy(spec.enumeration("failStrategy", FailStrategy.class))
        .vmConfig(spec.message("vmConfig", VmConfig::read))
        .match(spec.messages("match", TrafficSelector::read))
        .type(spec.enumeration("type", PluginType.class))
        .build();
  }

  @Override
  protected void writeBody(FieldWriter out) {
    out.message("spec", this::writeSpec);
  }

  private void writeSpec(FieldWriter spec) {
    spec.message("selector", selector());
    spec.message("targetRef", targetRef());
    spec.messages("targetRefs", targetRefs());
    spec.string("url", url());
    spec.string("sha256", sha256());
    spec.enumeration("imagePullPolicy", imagePullPolicy());
    spec.string("imagePullSecret", imagePullSecret());
    spec.string("verificationKey", verificationKey());
    spec.json("pluginConfig", pluginConfig());
    spec.string("pluginName", pluginName());
    spec.enumeration("phase", phase());
    spec.int32("priority", priority());
    spec.enumeration("failStrategy", failStrategy());
    spec.message("vmConfig", vmConfig());
    spec.messages("match", match());
    spec.enumeration("type", type());
  }
}
