package com.policycortex.istio.mesh;

import com.policycortex.istio.finding.Finding;
import com.policycortex.istio.finding.Related;
import com.policycortex.istio.finding.Repair;
import com.policycortex.istio.finding.Resource;
import com.policycortex.istio.finding.ResourceId;
import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.model.kubernetes.Namespace;
import com.policycortex.istio.model.kubernetes.NetworkPolicy;
import com.policycortex.istio.model.kubernetes.Secret;
import com.policycortex.istio.model.kubernetes.Service;
import com.policycortex.istio.model.kubernetes.ServiceAccount;
import com.policycortex.istio.model.mesh.MeshConfig;
import com.policycortex.istio.model.networking.Gateway;
import com.policycortex.istio.model.networking.ServiceEntry;
import com.policycortex.istio.yaml.HalfRead;
import com.policycortex.istio.yaml.ManifestReader;
import com.policycortex.istio.yaml.ReadResult;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Many manifests as one immutable value.
 *
 * <p>There is one manifest of a kind, namespace and name; of several, the last counts, as if they
 * were applied in order, see {@link #replaced}. A changed copy shares with its original what did
 * not change. Ask through {@link #view}.
 */
public final class Mesh {

  private static final ReadResult NOTHING_READ = new ReadResult(List.of(), List.of(), Map.of());

  private final Slots slots;
  private final Store store;
  private final List<Manifest> replaced;
  private final Optional<MeshConfig> givenConfig;
  private final MeshSettings settings;
  private final ReadResult read;
  private final MeshView view;
  private final Memo memo = new Memo();

  private Mesh(
      Slots slots,
      Store store,
      List<Manifest> replaced,
      Optional<MeshConfig> givenConfig,
      MeshSettings settings,
      ReadResult read) {
    this.slots = slots;
    this.store = store;
    this.replaced = replaced;
    this.givenConfig = givenConfig;
    this.settings = settings;
    this.read = read;
    this.view = new MeshView(this, null);
  }

  /** A mesh of these manifests. */
  public static Mesh of(Collection<? extends Manifest> manifests) {
    return of(manifests, NOTHING_READ);
  }

  /** A mesh of these manifests. */
  public static Mesh of(Manifest... manifests) {
    return of(Arrays.asList(manifests));
  }

  /**
   * A mesh of the manifests of files and folders. What is broken is left out, and {@link #findings}
   * says so.
   */
  public static Mesh read(Collection<Path> paths) {
    return of(ManifestReader.read(paths));
  }

  /** A mesh of what was read; it keeps what the reader found, and the texts. */
  public static Mesh of(ReadResult read) {
    return of(
        read.manifests(),
        new ReadResult(List.of(), read.findings(), read.sources(), read.halfRead()));
  }

  private static Mesh of(Collection<? extends Manifest> manifests, ReadResult read) {
    List<Manifest> replaced = new ArrayList<>();
    Slots slots = Slots.of(manifests, replaced);
    Store store = Store.of(slots.list());
    return new Mesh(
        slots,
        store,
        List.copyOf(replaced),
        Optional.empty(),
        settings(store, Optional.empty()),
        read);
  }

  /** All manifests, in the order in which they were given. */
  public List<Manifest> manifests() {
    return slots.list();
  }

  /** Those that a later one of the same kind, namespace and name took the place of. */
  public List<Manifest> replaced() {
    return replaced;
  }

  /**
   * What the reader found; a manifest with an error is not in the mesh. Whoever wants everything
   * that is wrong asks {@link com.policycortex.istio.lint.Lint}.
   */
  public List<Finding> findings() {
    return read.findings();
  }

  /** What could be read of the manifests with an error. */
  public List<HalfRead> halfRead() {
    return read.halfRead();
  }

  /** The texts that were read, by file. */
  public Map<String, String> sources() {
    return read.sources();
  }

  /** Asks the mesh. */
  public MeshView view() {
    return view;
  }

  /** Asks the mesh and notes what was read; for one thread. */
  public MeshView view(Reads reads) {
    return new MeshView(this, reads);
  }

  /** A copy with these manifests, each in the place of the one of its kind, namespace and name. */
  public Mesh with(Manifest first, Manifest... more) {
    List<Manifest> all = new ArrayList<>(1 + more.length);
    all.add(first);
    all.addAll(Arrays.asList(more));
    return with(all);
  }

  /** A copy with these manifests, each in the place of the one of its kind, namespace and name. */
  public Mesh with(Collection<? extends Manifest> manifests) {
    return changed(List.of(), manifests);
  }

  /** A copy without these manifests. */
  public Mesh without(ResourceId... ids) {
    return changed(Arrays.asList(ids), List.of());
  }

  /** A copy that the repair has changed. */
  public Mesh apply(Repair repair) {
    List<Manifest> manifests = new ArrayList<>();
    for (Resource resource : repair.replacements()) {
      if (resource instanceof Manifest manifest) {
        manifests.add(manifest);
      }
    }
    return changed(repair.removed(), manifests);
  }

  /** A copy with this MeshConfig, whatever the manifests say. */
  public Mesh withConfig(MeshConfig config) {
    Optional<MeshConfig> given = Optional.of(config);
    return new Mesh(slots, store, replaced, given, settings(store, given), read);
  }

  /** MeshConfig with Istio's defaults. */
  public MeshSettings settings() {
    return settings;
  }

  /** A finding about one of the manifests, with the place of its own field where that is known. */
  public Finding locate(Finding finding) {
    Finding located = read.locate(finding);
    return located.related().isEmpty()
        ? located
        : located.related(
            located.related().stream()
                .map(
                    other ->
                        new Related(
                            other.resource(),
                            other.path(),
                            other.role(),
                            read.locate(
                                    new Finding(
                                        finding.id(),
                                        finding.severity(),
                                        other.resource(),
                                        other.path(),
                                        "",
                                        "",
                                        other.origin()))
                                .origin()))
                .toList());
  }

  /**
   * What applies to a workload.
   *
   * @param name {@code namespace/name}, of the manifest that makes it; {@code Kind/namespace/name}
   *     where several kinds have one of that name
   * @throws IllegalArgumentException if there is none of the name, or several
   */
  public WorkloadDescription workload(String name) {
    return WorkloadDescription.of(Lookup.workload(name, view), view);
  }

  /**
   * What a host means to the proxies of its own namespace.
   *
   * @param host the full name, in upper or lower case; {@code namespace/name}, {@code
   *     name.namespace} and {@code name.namespace.svc} mean a Service
   * @throws IllegalArgumentException if no manifest is about the host
   */
  public HostDescription host(String host) {
    String full = Lookup.host(host, view);
    return host(full, Lookup.namespace(full, view));
  }

  /**
   * What a host means to the proxies of a namespace.
   *
   * @param host the full name; a short one means a Service of the namespace
   * @param namespace the namespace of the proxies
   * @throws IllegalArgumentException if no manifest is about the host
   */
  public HostDescription host(String host, String namespace) {
    return HostDescription.of(Lookup.host(host, namespace, view), namespace, view);
  }

  /**
   * What a Gateway serves.
   *
   * @param name {@code namespace/name}
   * @throws IllegalArgumentException if there is none of the name
   */
  public GatewayDescription gateway(String name) {
    return GatewayDescription.of(Lookup.gateway(name, view), view);
  }

  /**
   * What a Gateway of the Gateway API serves; absent if there is none of the name.
   *
   * @param name {@code namespace/name}
   */
  public Optional<ApiGatewayDescription> apiGateway(String name) {
    return Lookup.apiGateway(name, view).map(found -> ApiGatewayDescription.of(found, view));
  }

  /**
   * True if there is a Gateway of Istio of this name.
   *
   * @param name {@code namespace/name}
   */
  public boolean hasGateway(String name) {
    return view.find(Gateway.KIND, Lookup.qualified(name)).isPresent();
  }

  /** True if the manifests can tell: something of what is needed is among them. */
  public boolean knows(Need need) {
    return switch (need) {
      case SERVICES -> has(Service.KIND.name()) || has(ServiceEntry.KIND.name());
      case WORKLOADS -> WorkloadReader.KINDS.stream().anyMatch(this::has);
      case NAMESPACES -> has(Namespace.KIND.name());
      case SECRETS -> has(Secret.KIND.name());
      case SERVICE_ACCOUNTS -> has(ServiceAccount.KIND.name());
      case MESH_CONFIG -> settings.isGiven();
      case NETWORK_POLICIES -> has(NetworkPolicy.KIND.name());
      case GATEWAYS -> has(Gateway.KIND.name());
      case API_GATEWAYS -> has(Names.rawKind(GatewayApi.GROUP, "Gateway"));
      case GATEWAY_CLASSES -> has(Names.rawKind(GatewayApi.GROUP, "GatewayClass"));
      case WEBHOOKS ->
          has(Names.rawKind("admissionregistration.k8s.io", "MutatingWebhookConfiguration"));
    };
  }

  /** {@code mesh of 12 manifests}. */
  @Override
  public String toString() {
    return "mesh of " + slots.size() + (slots.size() == 1 ? " manifest" : " manifests");
  }

  Memo memo() {
    return memo;
  }

  Store store() {
    return store;
  }

  /** Where each manifest lies: the same one at the same place in a changed copy. */
  public Slots slots() {
    return slots;
  }

  /**
   * Which places of the indexes changed since an earlier mesh, of which this is a changed copy;
   * absent if it is none.
   */
  public Optional<Reads> changesSince(Mesh earlier) {
    if (!slots.comparable(earlier.slots)) {
      return Optional.empty();
    }
    Reads changes = new Reads();
    if (!settings.equals(earlier.settings)) {
      changes.add(Indexer.SETTINGS.hashCode());
    }
    int count = Math.max(slots.count(), earlier.slots.count());
    for (int place = 0; place < count; place++) {
      if (!slots.same(earlier.slots, place)) {
        note(slots, place, changes);
        note(earlier.slots, place, changes);
      }
    }
    return Optional.of(changes);
  }

  private static void note(Slots slots, int place, Reads changes) {
    if (place < slots.count()) {
      slots
          .at(place)
          .ifPresent(
              manifest -> Indexer.index(manifest, (key, entry) -> changes.add(key.hashCode())));
    }
  }

  private boolean has(String kind) {
    return store.get(new Key(Index.KIND, kind)).length > 0;
  }

  private Mesh changed(Collection<ResourceId> removedIds, Collection<? extends Manifest> added) {
    List<Manifest> gone = new ArrayList<>();
    List<Manifest> come = new ArrayList<>();
    Slots changed = slots.changed(removedIds, added, gone, come);
    if (gone.isEmpty() && come.isEmpty()) {
      return this;
    }
    Set<Key> touched = new HashSet<>();
    Store next = store.with(gone, come, touched);
    return new Mesh(
        changed,
        next,
        replaced,
        givenConfig,
        touched.contains(Indexer.SETTINGS) ? settings(next, givenConfig) : settings,
        read);
  }

  private static MeshSettings settings(Store store, Optional<MeshConfig> given) {
    if (given.isPresent()) {
      return new MeshSettings(given.get(), true);
    }
    for (Object source : store.get(Indexer.SETTINGS)) {
      Optional<MeshConfig> config = SettingsReader.read((Manifest) source);
      if (config.isPresent()) {
        return new MeshSettings(config.get(), true);
      }
    }
    return MeshSettings.defaults();
  }
}
