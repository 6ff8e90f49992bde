package com.policycortex.istio.dsl;

import com.policycortex.istio.model.extensions.EnvVar;
import com.policycortex.istio.model.extensions.LuaConfig;
import com.policycortex.istio.model.extensions.TrafficExtension;
import com.policycortex.istio.model.extensions.TrafficPort;
import com.policycortex.istio.model.extensions.TrafficSelector;
import com.policycortex.istio.model.extensions.VmConfig;
import com.policycortex.istio.model.extensions.WasmConfig;
import com.policycortex.istio.model.extensions.WasmPlugin;
import com.policycortex.istio.model.telemetry.AccessLogging;
import com.policycortex.istio.model.telemetry.AccessLoggingFilter;
import com.policycortex.istio.model.telemetry.CustomTag;
import com.policycortex.istio.model.telemetry.EnvironmentTag;
import com.policycortex.istio.model.telemetry.FormatterTag;
import com.policycortex.istio.model.telemetry.HeaderTag;
import com.policycortex.istio.model.telemetry.LiteralTag;
import com.policycortex.istio.model.telemetry.MetricSelector;
import com.policycortex.istio.model.telemetry.Metrics;
import com.policycortex.istio.model.telemetry.MetricsOverrides;
import com.policycortex.istio.model.telemetry.ModeSelector;
import com.policycortex.istio.model.telemetry.ProviderRef;
import com.policycortex.istio.model.telemetry.TagOverride;
import com.policycortex.istio.model.telemetry.Telemetry;
import com.policycortex.istio.model.telemetry.Tracing;

/**
 * The factories of the kinds and messages of {@code telemetry.istio.io} and {@code
 * extensions.istio.io}.
 */
abstract class TelemetryFactories extends KubernetesFactories {

  TelemetryFactories() {}

  /** An {@link AccessLogging} that sets nothing yet. */
  public static AccessLogging accessLogging() {
    return AccessLogging.accessLogging();
  }

  /** An {@link AccessLoggingFilter} that sets nothing yet. */
  public static AccessLoggingFilter accessLoggingFilter() {
    return AccessLoggingFilter.accessLoggingFilter();
  }

  /** A {@link CustomTag} that sets nothing yet. */
  public static CustomTag customTag() {
    return CustomTag.customTag();
  }

  /** An {@link EnvVar}: the variable of this name. */
  public static EnvVar envVar(String name) {
    return EnvVar.envVar(name);
  }

  /** An {@link EnvironmentTag}: a tag from this variable. */
  public static EnvironmentTag environmentTag(String name) {
    return EnvironmentTag.environmentTag(name);
  }

  /** A {@link FormatterTag}: a tag of this format. */
  public static FormatterTag formatterTag(String value) {
    return FormatterTag.formatterTag(value);
  }

  /** A {@link HeaderTag}: a tag from this header. */
  public static HeaderTag headerTag(String name) {
    return HeaderTag.headerTag(name);
  }

  /** A {@link LiteralTag}: a tag with this text. */
  public static LiteralTag literalTag(String value) {
    return LiteralTag.literalTag(value);
  }

  /** A {@link LuaConfig}: this script. */
  public static LuaConfig luaConfig(String inlineCode) {
    return LuaConfig.luaConfig(inlineCode);
  }

  /** A {@link MetricSelector} that sets nothing yet. */
  public static MetricSelector metricSelector() {
    return MetricSelector.metricSelector();
  }

  /** A {@link Metrics} that sets nothing yet. */
  public static Metrics metrics() {
    return Metrics.metrics();
  }

  /** A {@link MetricsOverrides} that sets nothing yet. */
  public static MetricsOverrides metricsOverrides() {
    return MetricsOverrides.metricsOverrides();
  }

  /** A {@link ModeSelector} that sets nothing yet. */
  public static ModeSelector modeSelector() {
    return ModeSelector.modeSelector();
  }

  /** A {@link ProviderRef}: the provider of this name. */
  public static ProviderRef providerRef(String name) {
    return ProviderRef.providerRef(name);
  }

  /** A {@link TagOverride} that sets nothing yet. */
  public static TagOverride tagOverride() {
    return TagOverride.tagOverride();
  }

  /** A Telemetry of this name, that sets nothing yet. */
  public static Telemetry telemetry(String name) {
    return Telemetry.telemetry(name);
  }

  /** A {@link Tracing} that sets nothing yet. */
  public static Tracing tracing() {
    return Tracing.tracing();
  }

  /** A TrafficExtension of this name, without a filter yet. */
  public static TrafficExtension trafficExtension(String name) {
    return TrafficExtension.trafficExtension(name);
  }

  /** A {@link TrafficPort}: this port. */
  public static TrafficPort trafficPort(long number) {
    return TrafficPort.trafficPort(number);
  }

  /** A {@link TrafficSelector} that sets nothing yet. */
  public static TrafficSelector trafficSelector() {
    return TrafficSelector.trafficSelector();
  }

  /** A {@link VmConfig} that sets nothing yet. */
  public static VmConfig vmConfig() {
    return VmConfig.vmConfig();
  }

  /** A {@link WasmConfig}: the module at this address. */
  public static WasmConfig wasmConfig(String url) {
    return WasmConfig.wasmConfig(url);
  }

  /** A WasmPlugin of this name with the module at this address. */
  public static WasmPlugin wasmPlugin(String name, String url) {
    return WasmPlugin.wasmPlugin(name, url);
  }
}
