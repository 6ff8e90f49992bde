package com.policycortex.istio.mesh;

import com.policycortex.istio.model.Kind;
import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.model.RawManifest;
import com.policycortex.istio.model.TargetReference;
import com.policycortex.istio.model.extensions.TrafficExtension;
import com.policycortex.istio.model.extensions.WasmPlugin;
import com.policycortex.istio.model.networking.EnvoyFilter;
import com.policycortex.istio.model.networking.ProxyConfig;
import com.policycortex.istio.model.networking.ServiceEntry;
import com.policycortex.istio.model.security.AuthorizationPolicy;
import com.policycortex.istio.model.security.PeerAuthentication;
import com.policycortex.istio.model.security.RequestAuthentication;
import com.policycortex.istio.model.telemetry.Telemetry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which policies apply to which workloads. */
public final class Policies {

  /** The label of the pods that Istio makes for a Gateway of the Gateway API. */
  public static final String GATEWAY_NAME = "gateway.networking.k8s.io/gateway-name";

  /** The annotation of a policy that is only tried. */
  public static final String DRY_RUN = "istio.io/dry-run";

  private static final String GATEWAY_GROUP = "gateway.networking.k8s.io";

  // The kinds that have targetRefs.
  private static final List<Kind<? extends Manifest>> TARGETING =
      List.of(
          AuthorizationPolicy.KIND,
          RequestAuthentication.KIND,
          Telemetry.KIND,
          WasmPlugin.KIND,
          TrafficExtension.KIND,
          EnvoyFilter.KIND);

  private final MeshView mesh;

  Policies(MeshView mesh) {
    this.mesh = mesh;
  }

  /** The mutual TLS that the workload asks for. Gateways do not ask by it. */
  public EffectivePeerAuthentication peerAuthentication(Workload workload) {
    String root = mesh.rootNamespace();
    boolean inRoot = workload.namespace().equals(root);
    Optional<PeerAuthentication> own =
        inRoot
            ? Optional.empty() // there a selector has no effect
            : mesh.picking(workload, workload.namespace(), PeerAuthentication.KIND).stream()
                .findFirst();
    return new EffectivePeerAuthentication(
        forNamespace(root), inRoot ? Optional.empty() : forNamespace(workload.namespace()), own);
  }

  /** The mutual TLS of workloads of a namespace that no policy selects. */
  public EffectivePeerAuthentication peerAuthentication(String namespace) {
    String root = mesh.rootNamespace();
    return new EffectivePeerAuthentication(
        forNamespace(root),
        namespace.equals(root) ? Optional.empty() : forNamespace(namespace),
        Optional.empty());
  }

  /** The policies of mutual TLS that seem to apply to the workload and are not looked at. */
  List<Overruled> overruledPeerAuthentications(Workload workload) {
    EffectivePeerAuthentication effective = peerAuthentication(workload);
    List<Overruled> overruled = new ArrayList<>();
    String root = mesh.rootNamespace();
    List<PeerAuthentication> all =
        new ArrayList<>(mesh.selecting(workload, workload.namespace(), PeerAuthentication.KIND));
    if (!workload.namespace().equals(root)) {
      all.addAll(mesh.selecting(workload, root, PeerAuthentication.KIND));
    }
    for (PeerAuthentication policy : all) {
      boolean ofRoot = Names.namespace(policy).equals(root);
      Optional<PeerAuthentication> first =
          isForAll(policy)
              ? ofRoot ? effective.ofMesh() : effective.ofNamespace()
              : effective.ofWorkload();
      if (!isForAll(policy) && ofRoot) {
        overruled.add(Overruled.because(policy, "a selector has no effect in the root namespace"));
      } else if (first.isPresent() && first.get() != policy) {
        overruled.add(Overruled.by(first.get(), policy));
      }
    }
    return overruled;
  }

  private Optional<PeerAuthentication> forNamespace(String namespace) {
    Optional<PeerAuthentication> plain = first(namespace, true);
    Optional<PeerAuthentication> empty = first(namespace, false);
    if (plain.isPresent() && empty.isPresent()) {
      return Precedence.ORDER.compare(plain.get(), empty.get()) <= 0 ? plain : empty;
    }
    return plain.isPresent() ? plain : empty;
  }

  private Optional<PeerAuthentication> first(String namespace, boolean absent) {
    List<PeerAuthentication> policies =
        absent
            ? mesh.withoutSelector(namespace, PeerAuthentication.KIND)
            : mesh.withEmptySelector(namespace, PeerAuthentication.KIND);
    return policies.isEmpty() ? Optional.empty() : Optional.of(policies.get(0));
  }

  /** True if the policy is logged and not enforced. */
  public static boolean isDryRun(AuthorizationPolicy policy) {
    return "true".equalsIgnoreCase(policy.metadata().annotations().get(DRY_RUN));
  }

  /**
   * True if a value of an AuthorizationPolicy holds for a text: it has a star at one of its ends,
   * or is one, or is the text.
   */
  public static boolean matches(String value, String text) {
    if (value.startsWith("*")) {
      return text.endsWith(value.substring(1));
    }
    return value.endsWith("*")
        ? text.startsWith(value.substring(0, value.length() - 1))
        : text.equals(value);
  }

  /** Those that apply: of the root namespace and of the workload's, the oldest first. */
  public List<AuthorizationPolicy> authorizationPolicies(Workload workload) {
    Recent recent = mesh.recent();
    List<AuthorizationPolicy> known =
        recent == null ? null : recent.authorizationPolicies(workload);
    if (known != null) {
      return known;
    }
    List<AuthorizationPolicy> found = applying(workload, AuthorizationPolicy.KIND);
    return recent == null ? found : recent.keep(workload, found);
  }

  /** Those that apply; their rules are joined. */
  public List<RequestAuthentication> requestAuthentications(Workload workload) {
    return applying(workload, RequestAuthentication.KIND);
  }

  /**
   * Those that apply, the mesh's first, then the namespace's, then those that pick the workload;
   * what is closer to the workload decides. Of several for a whole namespace only the oldest
   * counts, and a selector in the root namespace picks nothing beyond it.
   */
  public List<Telemetry> telemetries(Workload workload) {
    return Layers.telemetries(mesh, workload).applied();
  }

  /** Those that apply, of the root namespace first. */
  public List<EnvoyFilter> envoyFilters(Workload workload) {
    return applying(workload, EnvoyFilter.KIND);
  }

  /** Those that apply. */
  public List<WasmPlugin> wasmPlugins(Workload workload) {
    return applying(workload, WasmPlugin.KIND);
  }

  /** Those that apply. */
  public List<TrafficExtension> trafficExtensions(Workload workload) {
    return applying(workload, TrafficExtension.KIND);
  }

  /**
   * Those that apply, at most one each of the mesh, of the namespace, and of those that pick the
   * workload; what is closer to the workload decides, field by field.
   */
  public List<ProxyConfig> proxyConfigs(Workload workload) {
    return Layers.proxyConfigs(mesh, workload).applied();
  }

  /**
   * The policies of a kind that apply to every workload that this one applies to, whatever
   * workloads there are; none with targets. The policy itself is one of its kind.
   */
  public <M extends Manifest> List<M> wherever(Manifest policy, Kind<M> kind) {
    Map<String, String> labels = Selectors.of(policy).orElse(Map.of());
    String root = mesh.rootNamespace();
    String namespace = Names.namespace(policy);
    List<M> all = new ArrayList<>();
    if (!namespace.equals(root)) {
      all.addAll(mesh.selecting(labels, root, kind));
    }
    all.addAll(mesh.selecting(labels, namespace, kind));
    all.removeIf(other -> !targetRefs(other).isEmpty());
    return List.copyOf(all);
  }

  private <M extends Manifest> List<M> applying(Workload workload, Kind<M> kind) {
    int many =
        mesh.peek(unselective(workload.namespace(), kind))
            + mesh.peek(unselective(mesh.rootNamespace(), kind));
    return many > MeshView.MANY
        ? mesh.memo(
            List.of("applying", workload, kind.name()),
            view -> view.policies().find(workload, kind))
        : find(workload, kind);
  }

  private static Key unselective(String namespace, Kind<?> kind) {
    return new Key(Index.SELECTOR, kind.name(), namespace, Selectors.NONE);
  }

  private <M extends Manifest> List<M> find(Workload workload, Kind<M> kind) {
    String root = mesh.rootNamespace();
    List<M> all = new ArrayList<>();
    if (!workload.namespace().equals(root)) {
      all.addAll(mesh.selecting(workload, root, kind));
    }
    all.addAll(mesh.selecting(workload, workload.namespace(), kind));
    all.removeIf(policy -> !reaches(policy, workload));
    return List.copyOf(all);
  }

  // A policy with targetRefs is for gateways and waypoints of the Gateway API only.
  static boolean reaches(Manifest policy, Workload workload) {
    List<TargetReference> targets = targetRefs(policy);
    if (targets.isEmpty()) {
      return true;
    }
    String gateway = workload.labels().get(GATEWAY_NAME);
    return gateway != null
        && Names.namespace(policy).equals(workload.namespace())
        && targets.stream()
            .anyMatch(
                target ->
                    target.kind().equals("Gateway")
                        && target.group().equals(Optional.of(GATEWAY_GROUP))
                        && target.name().equals(gateway));
  }

  /**
   * The policies that name a Gateway of the Gateway API, a Service or a ServiceEntry by targetRefs;
   * for a waypoint also those of the root namespace that name its class.
   */
  public List<Manifest> targeting(Manifest target) {
    String group =
        target instanceof RawManifest
            ? GATEWAY_GROUP
            : target instanceof ServiceEntry ? GatewayApi.ISTIO_GROUP : "";
    String kind = target instanceof RawManifest raw ? raw.kindName() : target.kind().name();
    List<Manifest> all = naming(Names.namespace(target), group, kind, target.name());
    if (target instanceof RawManifest gateway && mesh.gatewayApi().isWaypoint(gateway)) {
      String ofClass = new ApiGateway(gateway).className();
      all.addAll(naming(mesh.rootNamespace(), GATEWAY_GROUP, "GatewayClass", ofClass));
    }
    return List.copyOf(all);
  }

  private List<Manifest> naming(String namespace, String group, String kind, String name) {
    List<Manifest> all = new ArrayList<>();
    for (Kind<? extends Manifest> of : TARGETING) {
      for (Manifest policy : mesh.in(namespace, of)) {
        if (targetRefs(policy).stream()
            .anyMatch(
                it ->
                    it.group().orElse("").equals(group)
                        && it.kind().equals(kind)
                        && it.name().equals(name))) {
          all.add(policy);
        }
      }
    }
    return all;
  }

  /** What a policy names as its targets; empty for kinds without. */
  public static List<TargetReference> targetRefs(Manifest policy) {
    if (policy instanceof AuthorizationPolicy authorization) {
      return joined(authorization.targetRef(), authorization.targetRefs());
    }
    if (policy instanceof RequestAuthentication authentication) {
      return joined(authentication.targetRef(), authentication.targetRefs());
    }
    if (policy instanceof Telemetry telemetry) {
      return joined(telemetry.targetRef(), telemetry.targetRefs());
    }
    if (policy instanceof WasmPlugin plugin) {
      return joined(plugin.targetRef(), plugin.targetRefs());
    }
    if (policy instanceof TrafficExtension extension) {
      return extension.targetRefs();
    }
    return policy instanceof EnvoyFilter filter ? filter.targetRefs() : List.of();
  }

  private static List<TargetReference> joined(
      Optional<TargetReference> one, List<TargetReference> more) {
    if (one.isEmpty()) {
      return more;
    }
    List<TargetReference> all = new ArrayList<>();
    all.add(one.get());
    all.addAll(more);
    return all;
  }

  /** The labels that a policy, Sidecar, Gateway or Service picks workloads by; absent for all. */
  public static Optional<Map<String, String>> selector(Manifest manifest) {
    return Selectors.of(manifest);
  }

  /** True if the policy picks by no label: its selector is absent or empty. */
  public static boolean isForAll(Manifest policy) {
    return Selectors.of(policy).map(Map::isEmpty).orElse(true);
  }

  /**
   * The workloads that a policy picks: of its namespace, or of all if it lies in the root
   * namespace. Four kinds do not reach beyond the root namespace with a selector:
   * PeerAuthentication, Sidecar, Telemetry and ProxyConfig.
   */
  public List<Workload> workloads(Manifest policy) {
    String namespace = Names.namespace(policy);
    Map<String, String> labels = Selectors.of(policy).orElse(Map.of());
    List<Workload> picked;
    if (policy instanceof ProxyConfig config && config.selector().isPresent() && labels.isEmpty()) {
      return List.of(); // to istiod an empty selector is not for the namespace, and picks none
    }
    if (!namespace.equals(mesh.rootNamespace())) {
      picked = mesh.workloads().select(namespace, labels);
    } else if (labels.isEmpty()) {
      picked = mesh.workloads().all();
    } else {
      boolean own = Selectors.onlyInOwnNamespace(policy);
      picked =
          own
              ? mesh.workloads().select(namespace, labels)
              : mesh.workloads().selectEverywhere(labels);
    }
    return targetRefs(policy).isEmpty()
        ? picked
        : picked.stream().filter(workload -> reaches(policy, workload)).toList();
  }
}
