package com.policycortex.istio.mesh;

import com.policycortex.istio.model.mesh.MeshConfig;
import com.policycortex.istio.model.mesh.MeshOutboundTrafficPolicy;
import com.policycortex.istio.model.mesh.MeshOutboundTrafficPolicyMode;
import java.util.List;

/**
 * MeshConfig with Istio's defaults in the place of what it does not set.
 *
 * @param config what was given; without fields where nothing was
 * @param isGiven whether it was among the manifests or given by the caller
 */
public record MeshSettings(MeshConfig config, boolean isGiven) {

  private static final List<String> EVERYBODY = List.of("*");

  /** Istio's defaults. */
  public static MeshSettings defaults() {
    return new MeshSettings(MeshConfig.meshConfig(), false);
  }

  /** Where policies hold for the whole mesh. Default {@code istio-system}. */
  public String rootNamespace() {
    return config.rootNamespace().filter(name -> !name.isEmpty()).orElse("istio-system");
  }

  /** The first part of every identity. Default {@code cluster.local}. */
  public String trustDomain() {
    return config.trustDomain().filter(name -> !name.isEmpty()).orElse("cluster.local");
  }

  /** Whether clients use mutual TLS where the server has a proxy. Default true. */
  public boolean autoMtls() {
    return config.enableAutoMtls().orElse(true);
  }

  /** What happens to traffic for unknown hosts. Default ALLOW_ANY. */
  public MeshOutboundTrafficPolicyMode outboundTrafficPolicy() {
    return config
        .outboundTrafficPolicy()
        .flatMap(MeshOutboundTrafficPolicy::mode)
        .orElse(MeshOutboundTrafficPolicyMode.ALLOW_ANY);
  }

  /** Who sees a service that does not say it. Default everybody. */
  public List<String> defaultServiceExportTo() {
    return orEverybody(config.defaultServiceExportTo());
  }

  /** Who sees a VirtualService that does not say it. Default everybody. */
  public List<String> defaultVirtualServiceExportTo() {
    return orEverybody(config.defaultVirtualServiceExportTo());
  }

  /** Who sees a DestinationRule that does not say it. Default everybody. */
  public List<String> defaultDestinationRuleExportTo() {
    return orEverybody(config.defaultDestinationRuleExportTo());
  }

  private static List<String> orEverybody(List<String> given) {
    return given.isEmpty() ? EVERYBODY : given;
  }
}
