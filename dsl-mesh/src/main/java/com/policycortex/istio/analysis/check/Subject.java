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
import org.jspecify.annotations.Nullable;

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
  public static final Subject<Manifest> MANIFESTS = new Subject<>(List.of(), null);

  private final List<String> kinds;
  // Null where a manifest stands for itself.
  private final @Nullable BiFunction<Manifest, MeshView, List<S>> subjects;

  private Subject(List<String> kinds, @Nullable BiFunction<Manifest, MeshView, List<S>> subjects) {
    this.kinds = List.copyOf(kinds);
    this.subjects = subjects;
  }

  /** Every manifest of a kind of the model. */
  public static <M extends Manifest> Subject<M> of(Kind<M> kind) {
    return new Subject<>(List.of(Names.kind(kind)), null);
  }

  /** Every manifest of a kind that the model does not know, for example a ReferenceGrant. */
  public static Subject<RawManifest> raw(String group, String kind) {
    return raw(group, List.of(kind));
  }

  /** Every manifest of some kinds that the model does not know. */
  public static Subject<RawManifest> raw(String group, List<String> kinds) {
    return new Subject<>(kinds.stream().map(kind -> Names.rawKind(group, kind)).toList(), null);
  }

  /** The kinds of the manifests, as {@link Names#kind(Manifest)} names them; empty for all. */
  public List<String> kinds() {
    return kinds;
  }

  /** The manifest itself where that is what checks look at; else null. */
  @SuppressWarnings("unchecked") // the manifests of the kinds are of its type
  public @Nullable S itself(Manifest manifest) {
    return subjects == null ? (S) manifest : null;
  }

  /** What a manifest of one of the kinds stands for. */
  @SuppressWarnings("unchecked") // the manifests of the kinds are of its type
  public List<S> of(Manifest manifest, MeshView mesh) {
    return subjects == null ? List.of((S) manifest) : subjects.apply(manifest, mesh);
  }

  /** True if both are the manifests of the same kinds, or one is the other. */
  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof Subject<?> subject
            && subjects == null
            && subject.subjects == null
            && kinds.equals(subject.kinds));
  }

  @Override
  public int hashCode() {
    return kinds.hashCode();
  }
}
