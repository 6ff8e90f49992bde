package com.policycortex.istio.validation;

import com.policycortex.istio.model.Kind;
import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.model.extensions.TrafficExtension;
import com.policycortex.istio.model.extensions.WasmPlugin;
import com.policycortex.istio.model.install.IstioOperator;
import com.policycortex.istio.model.kubernetes.ConfigMap;
import com.policycortex.istio.model.kubernetes.Namespace;
import com.policycortex.istio.model.kubernetes.NetworkPolicy;
import com.policycortex.istio.model.kubernetes.Service;
import com.policycortex.istio.model.kubernetes.ServiceAccount;
import com.policycortex.istio.model.networking.DestinationRule;
import com.policycortex.istio.model.networking.EnvoyFilter;
import com.policycortex.istio.model.networking.Gateway;
import com.policycortex.istio.model.networking.ProxyConfig;
import com.policycortex.istio.model.networking.ServiceEntry;
import com.policycortex.istio.model.networking.Sidecar;
import com.policycortex.istio.model.networking.VirtualService;
import com.policycortex.istio.model.networking.WorkloadEntry;
import com.policycortex.istio.model.networking.WorkloadGroup;
import com.policycortex.istio.model.security.AuthorizationPolicy;
import com.policycortex.istio.model.security.PeerAuthentication;
import com.policycortex.istio.model.security.RequestAuthentication;
import com.policycortex.istio.model.telemetry.Telemetry;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/** The rules of every kind. */
final class RuleBook {

  private static final IdentityHashMap<Kind<?>, KindRules<?>> KINDS = new IdentityHashMap<>();
  private static final List<Supplier<? extends RuleSet<?>>> SETS = new ArrayList<>();

  static {
    put(VirtualService.KIND, VirtualService.class, () -> VirtualServiceRules.RULES);
    put(DestinationRule.KIND, DestinationRule.class, () -> DestinationRuleRules.RULES);
    put(Gateway.KIND, Gateway.class, () -> GatewayRules.RULES);
    put(ServiceEntry.KIND, ServiceEntry.class, () -> ServiceEntryRules.RULES);
    put(WorkloadEntry.KIND, WorkloadEntry.class, () -> WorkloadRules.ENTRY);
    put(WorkloadGroup.KIND, WorkloadGroup.class, () -> WorkloadGroupRules.RULES);
    put(Sidecar.KIND, Sidecar.class, () -> SidecarRules.RULES);
    put(EnvoyFilter.KIND, EnvoyFilter.class, () -> EnvoyFilterRules.RULES);
    put(ProxyConfig.KIND, ProxyConfig.class, () -> ProxyConfigRules.RULES);
    put(PeerAuthentication.KIND, PeerAuthentication.class, () -> PeerAuthenticationRules.RULES);
    put(
        RequestAuthentication.KIND,
        RequestAuthentication.class,
        () -> RequestAuthenticationRules.RULES);
    put(AuthorizationPolicy.KIND, AuthorizationPolicy.class, () -> AuthorizationPolicyRules.RULES);
    put(Telemetry.KIND, Telemetry.class, () -> TelemetryRules.RULES);
    put(WasmPlugin.KIND, WasmPlugin.class, () -> WasmRules.PLUGIN);
    put(TrafficExtension.KIND, TrafficExtension.class, () -> TrafficExtensionRules.RULES);
    put(Service.KIND, Service.class, () -> ServiceRules.RULES);
    put(NetworkPolicy.KIND, NetworkPolicy.class, () -> NetworkPolicyRules.RULES);
    put(Namespace.KIND, Namespace.class, () -> NamespaceRules.RULES);
    put(IstioOperator.KIND, IstioOperator.class, () -> IstioOperatorRules.RULES);
    putTopLevel(ConfigMap.KIND, ConfigMap.class, () -> ConfigMapRules.RULES);
    putTopLevel(ServiceAccount.KIND, ServiceAccount.class, () -> ServiceAccountRules.RULES);
  }

  private RuleBook() {}

  static void check(Manifest manifest, Report report) {
    MetadataRules.RULES.check(manifest, report);
    KindRules<?> rules = KINDS.get(manifest.kind());
    if (rules != null) {
      rules.check(manifest, report);
    }
  }

  /** Every rule there is. */
  static Set<Rule<?>> rules() {
    Set<Rule<?>> all = new LinkedHashSet<>();
    all.add(DuplicateRules.DUPLICATE);
    MetadataRules.RULES.collect(all);
    SETS.forEach(set -> set.get().collect(all));
    return all;
  }

  /** The rules of each kind, by its name; those about metadata, which are of all, left out. */
  static SortedMap<String, Set<Rule<?>>> rulesByKind() {
    SortedMap<String, Set<Rule<?>>> all = new TreeMap<>();
    KINDS.forEach(
        (kind, rules) -> {
          Set<Rule<?>> ofKind = new LinkedHashSet<>();
          rules.rules().get().collect(ofKind);
          all.put(kind.name(), ofKind);
        });
    return all;
  }

  private static <M extends Manifest> void put(
      Kind<M> kind, Class<M> type, Supplier<RuleSet<M>> rules) {
    KINDS.put(kind, new KindRules<>(type, "spec", rules));
    SETS.add(rules);
  }

  // Kinds whose fields lie beside the metadata.
  private static <M extends Manifest> void putTopLevel(
      Kind<M> kind, Class<M> type, Supplier<RuleSet<M>> rules) {
    KINDS.put(kind, new KindRules<>(type, "", rules));
    SETS.add(rules);
  }

  // The table of a kind is made when the first manifest of that kind is checked.
  private record KindRules<M extends Manifest>(
      Class<M> type, String field, Supplier<RuleSet<M>> rules) {
    void check(Manifest manifest, Report report) {
      report.enter(field, manifest);
      rules.get().check(type.cast(manifest), report);
      report.leave();
    }
  }
}
