package com.policycortex.istio.release;

import com.policycortex.istio.finding.Finding;
import com.policycortex.istio.finding.Gate;
import com.policycortex.istio.finding.Severity;
import com.policycortex.istio.model.Kind;
import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.model.install.IstioOperator;
import com.policycortex.istio.model.kubernetes.ConfigMap;
import com.policycortex.istio.model.mesh.MeshConfig;
import com.policycortex.istio.wire.JsonValue;
import com.policycortex.istio.yaml.Locator;
import com.policycortex.istio.yaml.MeshConfigReader;
import com.policycortex.istio.yaml.ReadResult;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The release of Istio that manifests are for: finds what is newer.
 *
 * <pre>{@code
 * List<Finding> newer = TargetRelease.of(IstioVersion.V1_24).findings(manifests);
 * }</pre>
 *
 * <p>A kind, a version of a kind, a field or a constant that the release does not have is an error
 * ({@code RELEASE-KIND}, {@code RELEASE-VERSION}, {@code RELEASE-FIELD}, {@code RELEASE-CONSTANT})
 * that names the release which has it. Within a newer field nothing more is said. MeshConfig is
 * looked into where it is read: in an IstioOperator, and in istiod's ConfigMap.
 *
 * @param version the release
 */
public record TargetRelease(IstioVersion version) {

  private static final String MESH_CONFIG = "MeshConfig";

  /** Manifests are for this release. */
  public static TargetRelease of(IstioVersion version) {
    return new TargetRelease(version);
  }

  /** What of a manifest, as it is written, is newer. */
  public List<Finding> findings(Manifest manifest) {
    return findings(List.of(manifest));
  }

  /** What of manifests, as they are written, is newer. */
  public List<Finding> findings(Collection<? extends Manifest> manifests) {
    List<Finding> findings = new ArrayList<>();
    for (Manifest manifest : manifests) {
      find(manifest, Optional.of(manifest.kind().apiVersion()), findings);
    }
    return List.copyOf(findings);
  }

  /**
   * What of manifests is newer where each is written in the {@link #version(Kind)} of its kind.
   *
   * <pre>{@code
   * List<Finding> newer = release.findingsAsServed(tree.manifests());
   * tree.writeTo(folder, release::version);
   * }</pre>
   */
  public List<Finding> findingsAsServed(Collection<? extends Manifest> manifests) {
    List<Finding> findings = new ArrayList<>();
    for (Manifest manifest : manifests) {
      Kind<?> kind = manifest.kind();
      find(manifest, Optional.of(kind.group() + "/" + version(kind)), findings);
    }
    return List.copyOf(findings);
  }

  /**
   * The version of a kind to write: the newest stable one that the release serves. If it serves
   * none, the one that is written otherwise.
   */
  public String version(Kind<?> kind) {
    Novelties news = Novelties.of(kind.name());
    String newest = kind.versions().get(0);
    return news != null && kind.group().endsWith(".istio.io")
        ? served(kind, news).orElse(newest)
        : newest;
  }

  private Optional<String> served(Kind<?> kind, Novelties news) {
    return kind.versions().stream()
        .filter(
            one -> {
              IstioVersion newer = news.sinceOfVersion(one);
              return newer == null || !version.isBefore(newer);
            })
        .findFirst();
  }

  /**
   * What of manifests, as they were read, is newer: where a file has an older {@code apiVersion}
   * than is written, that one counts. Each finding has the place of its field.
   */
  public List<Finding> findings(ReadResult read) {
    List<Finding> findings = new ArrayList<>();
    Locator locator = new Locator(read.sources());
    List<Manifest> all = new ArrayList<>(read.manifests());
    read.halfRead().forEach(half -> all.add(half.manifest()));
    for (Manifest manifest : all) {
      List<Finding> own = new ArrayList<>();
      find(manifest, locator.text(manifest, "apiVersion"), own);
      if (manifest instanceof ConfigMap map && MeshConfigReader.isOfMesh(map)) {
        MeshConfigReader.meshConfig(map, read.sources())
            .value()
            .ifPresent(config -> find(map, config, "data.mesh", own));
      }
      own.forEach(finding -> findings.add(locator.locate(finding)));
    }
    return List.copyOf(findings);
  }

  private void find(Manifest manifest, Optional<String> apiVersion, List<Finding> findings) {
    if (manifest instanceof IstioOperator operator) {
      operator
          .meshConfig()
          .ifPresent(config -> find(operator, config, "spec.meshConfig", findings));
      return;
    }
    Novelties news = Novelties.of(manifest.kind().name());
    if (news == null || !manifest.kind().group().endsWith(".istio.io")) {
      return;
    }
    IstioVersion since = news.since;
    if (since != null && version.isBefore(since)) {
      findings.add(newKind(manifest, since));
      return;
    }
    apiVersion.ifPresent(
        written -> {
          String served = written.substring(written.indexOf('/') + 1);
          IstioVersion newer = news.sinceOfVersion(served);
          if (newer != null && version.isBefore(newer)) {
            findings.add(newVersion(manifest, news, written, newer));
          }
        });
    if (!version.equals(IstioVersion.newest())) {
      new NewerFields(version, manifest, Optional.of(Gate.API_SERVER), findings)
          .find(JsonValue.of(manifest), news, "");
    }
  }

  private void find(Manifest holder, MeshConfig config, String place, List<Finding> findings) {
    Novelties news = Novelties.of(MESH_CONFIG);
    if (news != null && !version.equals(IstioVersion.newest())) {
      new NewerFields(version, holder, Optional.empty(), findings)
          .find(JsonValue.of(config), news, place);
    }
  }

  private Finding newKind(Manifest manifest, IstioVersion since) {
    return new Finding(
            "RELEASE-KIND",
            Severity.ERROR,
            manifest.resourceId(),
            "kind",
            manifest.kind().name()
                + " is a kind since Istio "
                + since
                + ", and the target is "
                + version
                + "; its API server does not know it",
            "leave the manifest out, or take Istio " + since + " or newer as the target",
            manifest.origin())
        .by(Gate.API_SERVER);
  }

  private Finding newVersion(
      Manifest manifest, Novelties news, String written, IstioVersion since) {
    Kind<?> kind = manifest.kind();
    String older =
        served(kind, news)
            .map(one -> "write apiVersion: " + kind.group() + "/" + one)
            .orElse("take Istio " + since + " or newer as the target");
    return new Finding(
            "RELEASE-VERSION",
            Severity.ERROR,
            manifest.resourceId(),
            "apiVersion",
            written
                + " of "
                + kind.name()
                + " is served since Istio "
                + since
                + ", and the target is "
                + version
                + "; its API server does not know it",
            older,
            manifest.origin())
        .by(Gate.API_SERVER);
  }
}
