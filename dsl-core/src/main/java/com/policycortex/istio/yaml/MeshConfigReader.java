package com.policycortex.istio.yaml;

import com.policycortex.istio.finding.Finding;
import com.policycortex.istio.finding.Origin;
import com.policycortex.istio.finding.Severity;
import com.policycortex.istio.model.kubernetes.ConfigMap;
import com.policycortex.istio.model.mesh.MeshConfig;
import com.policycortex.istio.model.mesh.MeshNetworks;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.yaml.Node.Mapping;
import com.policycortex.istio.yaml.Node.Scalar;
import com.policycortex.istio.yaml.NodeReader.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads MeshConfig and MeshNetworks where istiod reads them: in the ConfigMap {@code istio}, or
 * {@code istio-REVISION}, as texts of the keys {@code mesh} and {@code meshNetworks}.
 *
 * <pre>{@code
 * ReadResult files = ManifestReader.read(List.of(Path.of("istio-system")));
 * for (Manifest manifest : files.manifests()) {
 *   if (manifest instanceof ConfigMap map && MeshConfigReader.isOfMesh(map)) {
 *     Optional<MeshConfig> config = MeshConfigReader.meshConfig(map, files.sources()).value();
 *   }
 * }
 * }</pre>
 */
public final class MeshConfigReader {

  private static final String MESH = "mesh";
  private static final String NETWORKS = "meshNetworks";
  private static final String NAME = "istio";

  private MeshConfigReader() {}

  /**
   * What a text within a manifest says.
   *
   * @param value what was read; empty where the key is absent, or its text has an error
   * @param findings what is wrong in it, with its place in the file where that is known
   * @param <T> what it holds
   */
  public record Embedded<T>(Optional<T> value, List<Finding> findings) {
    /** Copies the list. */
    public Embedded {
      findings = List.copyOf(findings);
    }
  }

  /** Whether istiod would look into this ConfigMap: by its name and its keys. */
  public static boolean isOfMesh(ConfigMap map) {
    return (map.name().equals(NAME) || map.name().startsWith(NAME + "-"))
        && (map.data().containsKey(MESH) || map.data().containsKey(NETWORKS));
  }

  /**
   * The MeshConfig of a ConfigMap, as it is written there: istiod puts it over its own defaults.
   *
   * @param sources the texts of the files by their names, as {@link ReadResult#sources()} has them;
   *     without that of the ConfigMap, places count within the text
   */
  public static Embedded<MeshConfig> meshConfig(ConfigMap map, Map<String, String> sources) {
    return read(map, MESH, sources, MeshConfig::read, MeshConfig.meshConfig());
  }

  /** The MeshNetworks of a ConfigMap; places as for {@link #meshConfig}. */
  public static Embedded<MeshNetworks> meshNetworks(ConfigMap map, Map<String, String> sources) {
    return read(map, NETWORKS, sources, MeshNetworks::read, MeshNetworks.meshNetworks());
  }

  /** What is wrong in the texts of a ConfigMap, if istiod looks into it. */
  static List<Finding> findings(ConfigMap map, Map<String, String> sources) {
    if (!isOfMesh(map)) {
      return List.of();
    }
    List<Finding> findings = new ArrayList<>(meshConfig(map, sources).findings());
    findings.addAll(meshNetworks(map, sources).findings());
    return findings;
  }

  private static <T> Embedded<T> read(
      ConfigMap map,
      String key,
      Map<String, String> sources,
      Function<FieldReader, T> read,
      T nothing) {
    String text = map.data().get(key);
    if (text == null) {
      return new Embedded<>(Optional.empty(), List.of());
    }
    String file = map.origin().file();
    String source = sources.getOrDefault(file, "");
    Scalar field =
        new Locator(sources).field(map, "data." + key).orElse(new Scalar(text, false, 0, 0));
    Document document = EmbeddedYaml.document(field, source);
    String place = EmbeddedYaml.isPlaced(document) ? file : (file + " data." + key).strip();
    Findings findings = new Findings(place);
    Optional<T> value = read(document, map, key, findings, read, nothing);
    return new Embedded<>(
        findings.errors() == 0 ? value : Optional.empty(), named(findings.list(), map, key));
  }

  private static <T> Optional<T> read(
      Document document,
      ConfigMap map,
      String key,
      Findings findings,
      Function<FieldReader, T> read,
      T nothing) {
    List<Problem> problems = new ArrayList<>();
    try {
      Optional<Node> root = DocumentParser.parse(document, problems);
      problems.forEach(findings::add);
      if (root.isEmpty()) {
        return Optional.of(nothing);
      }
      Place place = Place.ROOT.field("data").field(key);
      if (root.get() instanceof Mapping object) {
        return Optional.of(
            new NodeReader(findings, map.resourceId(), object, place, false).read(read));
      }
      findings.add(
          "YAML-TYPE",
          Severity.ERROR,
          map.resourceId(),
          place.text(),
          "an object is wanted in this text, and this is " + root.get().description(),
          "write the fields of "
              + (key.equals(MESH) ? MeshConfig.class : MeshNetworks.class).getSimpleName(),
          root.get().line(),
          root.get().column());
    } catch (Problem problem) {
      findings.add(problem);
    }
    return Optional.empty();
  }

  // What is wrong with the text as such is found before anybody knows whose it is.
  private static List<Finding> named(List<Finding> findings, ConfigMap map, String key) {
    return findings.stream()
        .map(
            finding ->
                finding.resource().kind().isEmpty()
                    ? new Finding(
                        finding.id(),
                        finding.severity(),
                        map.resourceId(),
                        "data." + key,
                        finding.message(),
                        finding.hint(),
                        Origin.file(
                            finding.origin().file(),
                            finding.origin().line(),
                            finding.origin().column()))
                    : finding)
        .toList();
  }
}
