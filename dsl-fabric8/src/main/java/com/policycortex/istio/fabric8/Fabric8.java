package com.policycortex.istio.fabric8;

import com.policycortex.istio.finding.Finding;
import com.policycortex.istio.finding.Severity;
import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.wire.JsonValue;
import com.policycortex.istio.wire.JsonValue.JsonObject;
import com.policycortex.istio.yaml.ManifestReader;
import com.policycortex.istio.yaml.ReadResult;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Turns manifests into objects of fabric8's model and back.
 *
 * <p>Reading back what {@link #toFabric8(Manifest)} made gives an equal manifest, for every value.
 * No network, no state; any number of threads.
 */
public final class Fabric8 {

  /** What findings about objects of fabric8 name as their origin. */
  public static final String ORIGIN = "fabric8 object";

  private Fabric8() {}

  /**
   * The manifest as an object of fabric8's model.
   *
   * <p>It is of fabric8's class for the kind ({@code
   * io.fabric8.istio.api.networking.v1.VirtualService}). What the class does not hold (a field or a
   * constant that it does not know, an empty list) is in the {@code additionalProperties} of the
   * object that has it, and fabric8 writes it from there. A {@link GenericKubernetesResource} is
   * made instead where fabric8 has no class for the kind, where its class would write another JSON
   * than the manifest, and where the value could not be told from one that fabric8 has damaged
   * ({@code uri: {}}).
   *
   * @throws IllegalArgumentException if the manifest has more than 1000 levels, one in the other,
   *     or a text or number that is too long for Jackson
   */
  public static HasMetadata toFabric8(Manifest manifest) {
    JsonObject json = JsonValue.of(manifest);
    Optional<HasMetadata> typed =
        Fabric8Kinds.of(manifest.kind())
            .flatMap(type -> Fabric8Mapper.convert(json, type))
            .filter(object -> holds(object, json));
    return typed.orElseGet(() -> generic(manifest, json));
  }

  /** The manifests as objects of fabric8's model, in their order; see {@link #toFabric8}. */
  public static List<HasMetadata> toFabric8(Collection<? extends Manifest> manifests) {
    List<HasMetadata> objects = new ArrayList<>(manifests.size());
    for (Manifest manifest : manifests) {
      objects.add(toFabric8(manifest));
    }
    return List.copyOf(objects);
  }

  private static HasMetadata generic(Manifest manifest, JsonObject json) {
    return Fabric8Mapper.convert(json, GenericKubernetesResource.class)
        .filter(object -> holds(object, json))
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    manifest.resourceId()
                        + " does not fit in an object of fabric8's model: it has more than 1000"
                        + " levels, or a text or number that is too long for Jackson"));
  }

  // Both what fabric8 will send, and what this class will read back.
  private static boolean holds(HasMetadata object, JsonObject json) {
    return Fabric8Mapper.written(object).filter(json::equals).isPresent()
        && ObjectTree.of(object).findings().stream()
            .noneMatch(finding -> finding.severity() == Severity.ERROR);
  }

  /**
   * Reads an object of fabric8's model as strictly as {@link ManifestReader} reads YAML: what
   * fabric8 keeps in {@code additionalProperties} because it is unknown is a finding if it is
   * unknown here too.
   *
   * <p>fabric8 drops a mistyped arm of a oneof: {@code uri: {prefx: /a}} is {@code uri: {}} in its
   * model, which matches every path. Where it left an empty object, that is an error ({@code
   * FABRIC8-LOST-ARM}); where an empty object has a meaning of its own (a header that must be
   * there, a policy that allows nothing), a warning ({@code FABRIC8-EMPTY-ONEOF}). Beside other
   * fields nobody can see the loss any more: what is text is better read by {@link ManifestReader}.
   *
   * @return the manifest, unless there is an error; the findings have paths, and {@value #ORIGIN}
   *     as their origin
   */
  public static ReadResult fromFabric8(HasMetadata object) {
    ObjectTree tree = ObjectTree.of(object);
    List<Finding> findings = new ArrayList<>(tree.findings());
    Set<String> reported = findings.stream().map(Finding::path).collect(Collectors.toSet());
    ReadResult read =
        tree.json()
            .map(json -> ManifestReader.read(ORIGIN, json))
            .orElseGet(() -> new ReadResult(List.of(), List.of(), Map.of()));
    for (Finding finding : read.findings()) {
      if (finding.path().isEmpty() || !reported.contains(finding.path())) {
        findings.add(finding);
      }
    }
    boolean refused = findings.stream().anyMatch(f -> f.severity() == Severity.ERROR);
    return new ReadResult(refused ? List.of() : read.manifests(), findings, Map.of());
  }

  /** Reads objects of fabric8's model, in their order; see {@link #fromFabric8(HasMetadata)}. */
  public static ReadResult fromFabric8(Collection<? extends HasMetadata> objects) {
    return ReadResult.join(objects.stream().map(Fabric8::fromFabric8).toList());
  }
}
