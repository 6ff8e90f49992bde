package com.policycortex.istio.analysis.check;

import com.policycortex.istio.mesh.MeshService;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.Names;
import com.policycortex.istio.mesh.Services;
import com.policycortex.istio.mesh.Workload;
import com.policycortex.istio.mesh.Workloads;
import com.policycortex.istio.model.Kind;
import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.model.RawManifest;
import com.policycortex.istio.model.kubernetes.Service;
import com.policycortex.istio.model.networking.ServiceEntry;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * What a check looks at, one at a time: manifests of a kind, or something that manifests stand for.
 *
 * @param <S> its type
 */
public final class Subject<S> {

  /** Every workload, whatever its kind; what a controller made is left out. */
  public static final Subject<Workload> WORKLOADS =
      new Subject<>(
          Workloads.kinds(),
          (manifest, mesh) -> {
            Optional<Workload> workload = Workloads.of(manifest);
            return workload.isPresent() && mesh.workloads().counts(workload.get())
                ? List.of(workload.get())
                : List.of();
          });

  /** Every service that proxies know: Services, and each host of a ServiceEntry. */
  public static final Subject<MeshService> SERVICES =
      new Subject<>(
          List.of(Names.kind(Service.KIND), Names.kind(ServiceEntry.KIND)),
          (manifest, mesh) -> Services.of(manifest));

  /** Every manifest. */
  public static final Subject<Manifest> MANIFESTS =
      new Subject<>(List.of(), (manifest, mesh) -> List.of(manifest));

  private final List<String> kinds;
  private final BiFunction<Manifest, MeshView, List<S>> subjects;

  private Subject(List<String> kinds, BiFunction<Manifest, MeshView, List<S>> subjects) {
    this.kinds = List.copyOf(kinds);
    this.subjects = subjects;
  }

  /** Every manifest of a kind of the model. */
  @SuppressWarnings("unchecked") // the kind's manifests are of its type
  public static <M extends Manifest> Subject<M> of(Kind<M> kind) {
    return new Subject<>(List.of(Names.kind(kind)), (manifest, mesh) -> List.of((M) manifest));
  }

  /** Every manifest of a kind that the model does not know, for example a ReferenceGrant. */
  public static Subject<RawManifest> raw(String group, String kind) {
    return raw(group, List.of(kind));
  }

  /** Every manifest of some kinds that the model does not know. */
  public static Subject<RawManifest> raw(String group, List<String> kinds) {
    return new Subject<>(
        kinds.stream().map(kind -> Names.rawKind(group, kind)).toList(),
        (manifest, mesh) -> List.of((RawManifest) manifest));
  }

  /** The kinds of the manifests, as {@link Names#kind(Manifest)} names them; empty for all. */
  public List<String> kinds() {
    return kinds;
  }

  /** What a manifest of one of the kinds stands for. */
  public List<S> of(Manifest manifest, MeshView mesh) {
    return subjects.apply(manifest, mesh);
  }
}
