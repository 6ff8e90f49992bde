package com.policycortex.istio.mesh;

import com.policycortex.istio.model.Kind;
import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.model.RawManifest;
import com.policycortex.istio.model.kubernetes.Namespace;
import com.policycortex.istio.validation.Hosts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A mesh as somebody asks it. All lists are in the order of {@link Precedence}: what decides comes
 * first.
 *
 * <p>A view that is given {@link Reads} notes what was read, and belongs to one thread.
 */
public final class MeshView {

  /** From how many on a list is kept rather than made again. */
  static final int MANY = 16;

  private final Mesh mesh;
  private final @Nullable Reads reads;
  private final Services services;
  private final Workloads workloads;
  private final VirtualServices virtualServices;
  private final DestinationRules destinationRules;
  private final Policies policies;
  private final Gateways gateways;
  private final Sidecars sidecars;
  private final GatewayApi gatewayApi;
  private final Waypoints waypoints;
  // Only where one thread asks, which says when to forget.
  private final @Nullable Recent recent;

  MeshView(Mesh mesh, @Nullable Reads reads) {
    this(mesh, reads, null);
  }

  MeshView(Mesh mesh, @Nullable Reads reads, @Nullable Recent recent) {
    this.mesh = mesh;
    this.reads = reads;
    this.recent = recent;
    this.services = new Services(this);
    this.workloads = new Workloads(this);
    this.virtualServices = new VirtualServices(this);
    this.destinationRules = new DestinationRules(this);
    this.policies = new Policies(this);
    this.gateways = new Gateways(this);
    this.sidecars = new Sidecars(this);
    this.gatewayApi = new GatewayApi(this);
    this.waypoints = new Waypoints(this);
  }

  /** The services that proxies know. */
  public Services services() {
    return services;
  }

  /** The workloads. */
  public Workloads workloads() {
    return workloads;
  }

  /** Which VirtualServices have a host, a gateway, a destination. */
  public VirtualServices virtualServices() {
    return virtualServices;
  }

  /** Which DestinationRules apply. */
  public DestinationRules destinationRules() {
    return destinationRules;
  }

  /** Which policies apply to which workloads. */
  public Policies policies() {
    return policies;
  }

  /** On which workloads Gateways are, and what they serve. */
  public Gateways gateways() {
    return gateways;
  }

  /** Which Sidecar a workload has, and what it reaches. */
  public Sidecars sidecars() {
    return sidecars;
  }

  /** Gateways and routes of the Gateway API. */
  public GatewayApi gatewayApi() {
    return gatewayApi;
  }

  /** Which waypoints of ambient mode serve whom. */
  public Waypoints waypoints() {
    return waypoints;
  }

  /** MeshConfig with Istio's defaults. */
  public MeshSettings settings() {
    note(Indexer.SETTINGS);
    return mesh.settings();
  }

  /** The namespace whose policies hold for the whole mesh. */
  public String rootNamespace() {
    return settings().rootNamespace();
  }

  /** True if the manifests can tell: something of what is needed is among them. */
  public boolean knows(Need need) {
    return mesh.knows(need);
  }

  /** All manifests of a kind. */
  public <M extends Manifest> List<M> all(Kind<M> kind) {
    return read(new Key(Index.KIND, Names.kind(kind)));
  }

  /** All manifests of a kind in a namespace. */
  public <M extends Manifest> List<M> in(String namespace, Kind<M> kind) {
    return read(new Key(Index.KIND_NAMESPACE, Names.kind(kind), namespace));
  }

  /** The manifests of this namespace of a kind that the model does not know. */
  public List<RawManifest> inRaw(String namespace, String group, String kind) {
    return read(new Key(Index.KIND_NAMESPACE, Names.rawKind(group, kind), namespace));
  }

  /** The manifest of this kind, namespace and name. */
  public <M extends Manifest> Optional<M> find(Kind<M> kind, String namespace, String name) {
    return first(new Key(Index.IDENTITY, Names.kind(kind), namespace, name));
  }

  /** The manifest of this kind that is meant by {@code namespace/name}. */
  public <M extends Manifest> Optional<M> find(Kind<M> kind, String qualifiedName) {
    int slash = qualifiedName.indexOf('/');
    return slash < 0
        ? Optional.empty()
        : find(kind, qualifiedName.substring(0, slash), qualifiedName.substring(slash + 1));
  }

  /** All manifests of a kind that the model does not know, for example {@code Secret}. */
  public List<RawManifest> allRaw(String group, String kind) {
    return read(new Key(Index.KIND, Names.rawKind(group, kind)));
  }

  /** A manifest of a kind that the model does not know. */
  public Optional<RawManifest> findRaw(String group, String kind, String namespace, String name) {
    return first(new Key(Index.IDENTITY, Names.rawKind(group, kind), namespace, name));
  }

  /** The manifest Namespace of this name. */
  public Optional<Namespace> namespace(String name) {
    return find(Namespace.KIND, "", name);
  }

  /**
   * The manifests of a kind in a namespace whose selector picks the workload; those without a
   * selector too, except Services.
   */
  public <M extends Manifest> List<M> selecting(Workload workload, String namespace, Kind<M> kind) {
    return selecting(workload.labels(), namespace, kind);
  }

  /** The manifests of a kind in a namespace that pick every workload with these labels. */
  <M extends Manifest> List<M> selecting(
      Map<String, String> labels, String namespace, Kind<M> kind) {
    Key any =
        namespace.equals(Indexer.EVERYWHERE)
            ? new Key(Index.KIND, Names.kind(kind))
            : new Key(Index.KIND_NAMESPACE, Names.kind(kind), namespace);
    if (peek(any) == 0) {
      note(any);
      return List.of();
    }
    List<M> all = new ArrayList<>(withoutSelector(namespace, kind));
    all.addAll(withEmptySelector(namespace, kind));
    List<M> picking = picking(labels, namespace, kind);
    if (!picking.isEmpty()) {
      all.addAll(picking);
      all.sort(Precedence.ORDER);
    }
    return Collections.unmodifiableList(all);
  }

  /** The manifests of a kind in a namespace that pick the workload by some label. */
  public <M extends Manifest> List<M> picking(Workload workload, String namespace, Kind<M> kind) {
    return picking(workload.labels(), namespace, kind);
  }

  private <M extends Manifest> List<M> picking(
      Map<String, String> labels, String namespace, Kind<M> kind) {
    List<M> picking = new ArrayList<>(0);
    for (Map.Entry<String, String> label : labels.entrySet()) {
      String pair = Selectors.pair(label.getKey(), label.getValue());
      for (M manifest : this.<M>read(new Key(Index.SELECTOR, kind.name(), namespace, pair))) {
        if (Selectors.hasAll(labels, Selectors.of(manifest).orElse(Map.of()))) {
          picking.add(manifest);
        }
      }
    }
    picking.sort(Precedence.ORDER);
    return Collections.unmodifiableList(picking);
  }

  /** The manifests of a kind in a namespace that have no selector: they are for all of it. */
  public <M extends Manifest> List<M> withoutSelector(String namespace, Kind<M> kind) {
    return read(new Key(Index.SELECTOR, kind.name(), namespace, Selectors.NONE));
  }

  /** The manifests of a kind in a namespace that have a selector without labels. */
  public <M extends Manifest> List<M> withEmptySelector(String namespace, Kind<M> kind) {
    return read(new Key(Index.SELECTOR, kind.name(), namespace, Selectors.EMPTY));
  }

  /** True if the manifest that made another one is here. */
  boolean hasController(Workload.Owner owner, String namespace) {
    return WorkloadReader.KINDS.stream()
        .filter(kind -> kind.equals(owner.kind()) || kind.endsWith("/" + owner.kind()))
        .anyMatch(
            kind -> first(new Key(Index.IDENTITY, kind, namespace, owner.name())).isPresent());
  }

  /** Those with a host that overlaps this one, by three indexes of one kind's hosts. */
  <M extends Manifest> List<M> overlapping(
      String host, Index hosts, Index suffixes, Index odd, Kind<M> kind, Predicate<M> overlaps) {
    Set<M> found = Collections.newSetFromMap(new IdentityHashMap<>());
    found.addAll(read(new Key(hosts, Indexer.EVERYWHERE, host)));
    Indexer.suffixes(
        host, suffix -> found.addAll(read(new Key(hosts, Indexer.EVERYWHERE, "*" + suffix))));
    found.addAll(read(new Key(hosts, Indexer.EVERYWHERE, "*")));
    found.addAll(read(new Key(odd, Indexer.EVERYWHERE)));
    if (Hosts.isWildcard(host)) {
      int dot = host.indexOf('.');
      found.addAll(dot < 0 ? all(kind) : read(new Key(suffixes, host.substring(dot))));
    }
    return found.stream().filter(overlaps).sorted(Precedence.ORDER).toList();
  }

  /**
   * An answer that many subjects ask for, found once for a mesh.
   *
   * @param question what tells the answer from all others; compared by {@code equals}
   * @param find finds the answer, an immutable value, by the view that it is given
   */
  public <T> T memo(Object question, Function<MeshView, T> find) {
    return mesh.memo().ask(question, this, find);
  }

  /** The same for one thread, which says with {@link #begin} when it turns to something else. */
  public MeshView ofOneThread() {
    return new MeshView(mesh, reads, new Recent());
  }

  /** Makes ready for the next manifest: what is read from here on is noted anew. */
  public void begin() {
    if (reads != null) {
      reads.clear();
    }
    if (recent != null) {
      recent.forget();
    }
  }

  @Nullable Recent recent() {
    return recent;
  }

  MeshView noting(Reads others) {
    return mesh.view(others);
  }

  void noteAll(Reads others) {
    if (reads != null) {
      reads.addAll(others);
    }
  }

  /** What lies at a key. The caller knows the type by the key's index. */
  @SuppressWarnings("unchecked") // each index holds entries of one type
  <T> List<T> read(Key key) {
    note(key);
    Object[] found = mesh.store().get(key);
    return switch (found.length) {
      case 0 -> List.of();
      case 1 -> List.of((T) found[0]);
      default -> (List<T>) Collections.unmodifiableList(Arrays.asList(found));
    };
  }

  /** How much lies at a key, where the answer does not depend on it. */
  int peek(Key key) {
    return mesh.store().get(key).length;
  }

  private <T> Optional<T> first(Key key) {
    List<T> found = read(key);
    return found.isEmpty() ? Optional.empty() : Optional.of(found.get(0));
  }

  private void note(Key key) {
    if (reads != null) {
      reads.add(key.hashCode());
    }
  }
}
