package com.policycortex.istio.model.extensions;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import com.policycortex.istio.wire.JsonValue.JsonObject;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A WebAssembly module.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/proxy_extensions/traffic-extension/#WasmConfig">WasmConfig</a>
 */
@IstioStyle
@Value.Immutable
public abstract class WasmConfig extends Message {

  WasmConfig() {}

  /** The module at this address. */
  public static WasmConfig wasmConfig(String url) {
    return ImmutableWasmConfig.builder().url(url).build();
  }

  /** Where the plugin is: {@code oci://}, {@code http[s]://} or {@code file://}. */
  public abstract String url();

  /** A copy with this {@link #url()}. */
  public abstract WasmConfig url(String url);

  /** The checksum of the module or image. */
  public abstract Optional<String> sha256();

  /** A copy with this {@link #sha256()}. */
  public abstract WasmConfig sha256(String sha256);

  /** When it is fetched. */
  public abstract Optional<PullPolicy> imagePullPolicy();

  /** A copy with this {@link #imagePullPolicy()}. */
  public abstract WasmConfig imagePullPolicy(PullPolicy imagePullPolicy);

  /** The secret for fetching it. */
  public abstract Optional<String> imagePullSecret();

  /** A copy with this {@link #imagePullSecret()}. */
  public abstract WasmConfig imagePullSecret(String imagePullSecret);

  /** Reserved. */
  public abstract Optional<String> verificationKey();

  /** A copy with this {@link #verificationKey()}. */
  public abstract WasmConfig verificationKey(String verificationKey);

  /** The plugin's own configuration. */
  public abstract Optional<JsonObject> pluginConfig();

  /** A copy with this {@link #pluginConfig()}. */
  public abstract WasmConfig pluginConfig(JsonObject pluginConfig);

  /** Its name within the module. */
  public abstract Optional<String> pluginName();

  /** A copy with this {@link #pluginName()}. */
  public abstract WasmConfig pluginName(String pluginName);

  /** Default {@link FailStrategy#FAIL_CLOSE}. */
  public abstract Optional<FailStrategy> failStrategy();

  /** A copy with this {@link #failStrategy()}. */
  public abstract WasmConfig failStrategy(FailStrategy failStrategy);

  /** Its virtual machine. */
  public abstract Optional<VmConfig> vmConfig();

  /** A copy with this {@link #vmConfig()}. */
  public abstract WasmConfig vmConfig(VmConfig vmConfig);

  /** Default: HTTP. */
  public abstract Optional<PluginType> type();

  /** A copy with this {@link #type()}. */
  public abstract WasmConfig type(PluginType type);

  static WasmConfig read(FieldReader in) {
    return ImmutableWasmConfig.builder()
        .origin(in.origin())
        .url(in.requiredString("url"))
        .sha256(in.string("sha256"))
        .imagePullPolicy(in.enumeration("imagePullPolicy", PullPolicy.class))
        .imagePullSecret(in.string("imagePullSecret"))
        .verificationKey(in.string("verificationKey"))
        .pluginConfig(in.jsonObject("pluginConfig"))
        .pluginName(in.string("pluginName"))
        .failStrategy(in.enumeration("failStrategy", FailStrategy.class))
        .vmConfig(in.message("vmConfig", VmConfig::read))
        .type(in.enumeration("type", PluginType.class))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.string("url", url());
    out.string("sha256", sha256());
    out.enumeration("imagePullPolicy", imagePullPolicy());
    out.string("imagePullSecret", imagePullSecret());
    out.string("verificationKey", verificationKey());
    out.json("pluginConfig", pluginConfig());
    out.string("pluginName", pluginName());
    out.enumeration("failStrategy", failStrategy());
    out.message("vmConfig", vmConfig());
    out.enumeration("type", type());
  }
}
