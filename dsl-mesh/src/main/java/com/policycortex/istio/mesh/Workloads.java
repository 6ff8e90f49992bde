package com.policycortex.istio.mesh;

import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.model.kubernetes.Namespace;
import com.policycortex.istio.model.kubernetes.PodSpec;
import com.policycortex.istio.model.kubernetes.PodTemplate;
import com.policycortex.istio.model.kubernetes.Service;
import com.policycortex.istio.model.networking.WorkloadEntry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The workloads of a mesh. What a controller made counts once, as the controller. */
public final class Workloads {

  private static final int A_FEW = 2;

  private final MeshView mesh;

  Workloads(MeshView mesh) {
    this.mesh = mesh;
  }

  /** The workload that a manifest describes. */
  public static Optional<Workload> of(Manifest manifest) {
    return WorkloadReader.read(manifest);
  }

  /** The kinds that describe workloads, as {@link Names#kind(Manifest)} names them. */
  public static List<String> kinds() {
    return WorkloadReader.KINDS;
  }

  /** False for what a controller made that is among the manifests itself. */
  public boolean counts(Workload workload) {
    return workload.owner().isEmpty()
        || !mesh.hasController(workload.owner().get(), workload.namespace());
  }

  /** All of them. */
  public List<Workload> all() {
    return in(Indexer.EVERYWHERE);
  }

  /** What stands between the workload and the network. */
  public Proxy proxy(Workload workload) {
    Recent recent = mesh.recent();
    Proxy known = recent == null ? null : recent.proxy(workload);
    if (known != null) {
      return known;
    }
    Proxy found = Injection.proxy(workload, mesh.namespace(workload.namespace()));
    return recent == null ? found : recent.keep(workload, found);
  }

  /**
   * True if a namespace does not say whether its pods are in the mesh: they are if they say so
   * themselves, or once somebody labels the namespace by hand, as tutorials do.
   */
  public static boolean isUndecided(Namespace namespace) {
    return Injection.isUndecided(namespace);
  }

  /**
   * True if neither a workload nor its Namespace says whether it is in the mesh, as {@link
   * #isUndecided(Namespace)} tells.
   */
  public boolean isUndecided(Workload workload) {
    return Injection.isUndecided(workload, mesh.namespace(workload.namespace()));
  }

  /** Those of a namespace. */
  public List<Workload> in(String namespace) {
    return once(mesh.read(new Key(Index.WORKLOAD_NAMESPACE, namespace)));
  }

  /** True if there is one in the namespace. */
  public boolean hasAny(String namespace) {
    return !mesh.read(new Key(Index.WORKLOAD_NAMESPACE, namespace)).isEmpty();
  }

  /**
   * True if the workloads of a namespace are among the manifests, so that one that is not is
   * nowhere: there are some, and of the Services that pick workloads no more than two pick none, or
   * no more than half. Manifests of a mesh are often given without those of the applications.
   */
  public boolean areGiven(String namespace) {
    return hasAny(namespace)
        && mesh.memo(List.of("workloads are given", namespace), view -> areGiven(namespace, view));
  }

  /**
   * True if a workload of a namespace with these labels would be among the manifests: its workloads
   * {@linkplain #areGiven are given}, and none with the labels says no namespace, so that kubectl
   * or kustomize might put it there.
   */
  public boolean wouldBeGiven(String namespace, Map<String, String> labels) {
    return areGiven(namespace)
        && select(Names.DEFAULT_NAMESPACE, labels).stream().allMatch(Workloads::saysNamespace);
  }

  /**
   * The same for what picks workloads of its own namespace. Where it says none, kubectl or
   * kustomize might put it where a workload with these labels is.
   */
  public boolean wouldBeGiven(Manifest picking, Map<String, String> labels) {
    return wouldBeGiven(Names.namespace(picking), labels)
        && (picking.namespace().isPresent() || selectEverywhere(labels).isEmpty());
  }

  /** The same of one that runs as this service account. */
  public boolean wouldBeGiven(String namespace, String serviceAccount) {
    return areGiven(namespace)
        && runningAs(Names.DEFAULT_NAMESPACE, serviceAccount).stream()
            .allMatch(Workloads::saysNamespace);
  }

  private static boolean saysNamespace(Workload workload) {
    return workload.manifest().namespace().isPresent();
  }

  private static boolean areGiven(String namespace, MeshView mesh) {
    int picking = 0;
    int served = 0;
    for (Service service : mesh.in(namespace, Service.KIND)) {
      if (!service.selector().isEmpty()) {
        picking++;
        if (mesh.workloads().selectsAny(namespace, service.selector())) {
          served++;
        }
      }
    }
    return picking - served <= A_FEW || 2 * served >= picking;
  }

  /** Those of a namespace that have all these labels; all of them without labels. */
  public List<Workload> select(String namespace, Map<String, String> labels) {
    if (labels.isEmpty()) {
      return in(namespace);
    }
    return once(matching(namespace, labels));
  }

  /** Those of any namespace that have all these labels, of which there must be one. */
  public List<Workload> selectEverywhere(Map<String, String> labels) {
    return labels.isEmpty() ? List.of() : once(matching(Indexer.EVERYWHERE, labels));
  }

  /** True if {@link #select} would find one. */
  public boolean selectsAny(String namespace, Map<String, String> labels) {
    return !select(namespace, labels).isEmpty();
  }

  /** Those of a namespace that run as this service account. */
  public List<Workload> runningAs(String namespace, String serviceAccount) {
    return once(mesh.read(new Key(Index.WORKLOAD_ACCOUNT, namespace, serviceAccount)));
  }

  /**
   * Those that answer for a service: of its namespace, with the labels of its selector. Empty for a
   * service without a selector.
   */
  public List<Workload> behind(MeshService service) {
    if (service.selector().isEmpty()) {
      return List.of();
    }
    List<Workload> selected = select(service.namespace(), service.selector());
    // Machines answer for ServiceEntries only; Pods for both.
    return service.isKubernetes() ? withoutMachines(selected) : selected;
  }

  /**
   * What a Service says of the workloads behind it, where no manifest describes them: they have the
   * labels of its selector, and maybe others.
   */
  public static Workload supposed(MeshService service) {
    PodTemplate template = PodTemplate.podTemplate().labels(service.selector());
    return new Workload(
        service.namespace(),
        service.manifest().metadata().name(),
        service.selector(),
        PodSpec.DEFAULT_SERVICE_ACCOUNT,
        Optional.of(template),
        Optional.empty(),
        service.manifest());
  }

  /** The Kubernetes Services that pick a workload. */
  public List<MeshService> servicesOf(Workload workload) {
    List<Key> keys = new ArrayList<>(workload.labels().size());
    int many = 0;
    for (Map.Entry<String, String> label : workload.labels().entrySet()) {
      Key key = services(workload.namespace(), label);
      keys.add(key);
      many += mesh.peek(key);
    }
    return many > MeshView.MANY
        ? mesh.memo(
            List.of("services", workload.namespace(), workload.labels()),
            view -> view.workloads().findServices(workload, keys))
        : findServices(workload, keys);
  }

  private static List<Workload> withoutMachines(List<Workload> workloads) {
    boolean any = false;
    for (Workload workload : workloads) {
      any |= workload.manifest() instanceof WorkloadEntry;
    }
    return any
        ? workloads.stream()
            .filter(workload -> !(workload.manifest() instanceof WorkloadEntry))
            .toList()
        : workloads;
  }

  private List<MeshService> findServices(Workload workload, List<Key> keys) {
    List<MeshService> services = new ArrayList<>(0);
    for (Key key : keys) {
      for (MeshService service : mesh.<MeshService>read(key)) {
        if (workload.hasLabels(service.selector())) {
          services.add(service);
        }
      }
    }
    services.sort(Comparator.comparing(MeshService::manifest, Precedence.ORDER));
    return List.copyOf(services);
  }

  private static Key services(String namespace, Map.Entry<String, String> label) {
    return new Key(
        Index.SERVICE_SELECTOR, namespace, Selectors.pair(label.getKey(), label.getValue()));
  }

  // A set of one label is read; every workload that is looked for lies in it.
  private List<Workload> matching(String namespace, Map<String, String> labels) {
    Key smallest = null;
    int size = Integer.MAX_VALUE;
    for (Map.Entry<String, String> label : labels.entrySet()) {
      Key key = new Key(Index.WORKLOAD_LABEL, namespace, label.getKey(), label.getValue());
      int count = mesh.peek(key);
      if (count < size) {
        smallest = key;
        size = count;
      }
    }
    if (smallest == null) {
      return List.of();
    }
    Key key = smallest;
    return size > MeshView.MANY
        ? mesh.memo(
            List.of("matching", namespace, labels), view -> view.workloads().matching(key, labels))
        : matching(key, labels);
  }

  private List<Workload> matching(Key key, Map<String, String> labels) {
    List<Workload> found = new ArrayList<>();
    for (Workload workload : mesh.<Workload>read(key)) {
      if (workload.hasLabels(labels)) {
        found.add(workload);
      }
    }
    return found;
  }

  // Without those whose controller is here, and with one of several of a controller that is not.
  private List<Workload> once(List<Workload> workloads) {
    boolean owned = false;
    for (Workload workload : workloads) {
      owned |= workload.owner().isPresent();
    }
    if (!owned) {
      return workloads;
    }
    Set<String> owners = new HashSet<>();
    return workloads.stream().filter(workload -> counts(workload, owners)).toList();
  }

  private boolean counts(Workload workload, Set<String> owners) {
    if (workload.owner().isEmpty()) {
      return true;
    }
    Workload.Owner owner = workload.owner().get();
    return !mesh.hasController(owner, workload.namespace())
        && owners.add(workload.namespace() + "/" + owner.kind() + "/" + owner.name());
  }
}
