package com.policycortex.istio.fabric8;

import static org.assertj.core.api.Assertions.assertThat;

import com.policycortex.istio.finding.Finding;
import com.policycortex.istio.finding.Severity;
import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.model.kubernetes.Namespace;
import com.policycortex.istio.wire.JsonValue;
import com.policycortex.istio.yaml.ManifestReader;
import com.policycortex.istio.yaml.ReadResult;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A rendered tree against a real API server with Istio's CRDs, which {@code conformance/run}
 * starts: nothing of the tree is there yet. Without its name on the command line it does not run.
 */
class RealClusterIT {

  @Test
  void aTreeIsTriedOutAppliedComparedAndReadBack() throws IOException {
    List<Manifest> tree = tree();
    try (KubernetesClient client = client()) {
      Cluster cluster = Cluster.of(client, "conformance", Conflicts.REFUSE);

      ClusterReport trial = cluster.dryRun(tree);
      assertThat(trial.isTaken()).as(trial.toString()).isTrue();

      ClusterReport applied = cluster.apply(tree);
      assertThat(applied.isTaken()).as(applied.toString()).isTrue();
      assertThat(applied.isUnchanged()).isFalse();

      ClusterReport again = cluster.dryRun(tree);
      assertThat(again.isUnchanged()).as(again + "\n" + again.difference()).isTrue();
      assertThat(again.difference()).isEmpty();
      assertThat(cluster.apply(tree).isUnchanged()).isTrue();

      assertThatAnotherManagerIsRefused(client, tree);
      tree.forEach(manifest -> assertThatFabric8ReadsItBack(client, manifest));
      System.out.println(tree.size() + " manifests tried out, applied, compared and read back");
    }
  }

  private static void assertThatAnotherManagerIsRefused(
      KubernetesClient client, List<Manifest> tree) {
    Manifest namespace =
        tree.stream().filter(Namespace.class::isInstance).findFirst().orElseThrow();
    Manifest changed =
        ((Namespace) namespace)
            .metadata(namespace.metadata().label(firstLabel(namespace), "changed"));

    ClusterReport report =
        Cluster.of(client, "somebody-else", Conflicts.REFUSE).dryRun(List.of(changed));
    assertThat(report.findings()).extracting(Finding::id).containsOnly("CLUSTER-CONFLICT");

    ClusterReport forced =
        Cluster.of(client, "somebody-else", Conflicts.TAKE_OVER).dryRun(List.of(changed));
    assertThat(forced.difference()).contains("+    " + firstLabel(namespace) + ": changed");
  }

  private static String firstLabel(Manifest manifest) {
    return manifest.metadata().labels().keySet().stream().sorted().findFirst().orElseThrow();
  }

  private static void assertThatFabric8ReadsItBack(KubernetesClient client, Manifest manifest) {
    HasMetadata served = client.resource(Fabric8.toFabric8(manifest)).get();

    ReadResult read = Fabric8.fromFabric8(served);

    assertThat(read.findings())
        .as(manifest.resourceId().toString())
        .noneMatch(finding -> finding.severity() == Severity.ERROR);
    assertThat(Comparison.isSame(JsonValue.of(read.manifests().get(0)), written(served))).isTrue();
  }

  private static JsonValue.JsonObject written(HasMetadata object) {
    return Fabric8Mapper.written(object).orElseThrow();
  }

  private static List<Manifest> tree() throws IOException {
    try (Stream<Path> folders = Files.list(Path.of(System.getProperty("cluster.tree")))) {
      List<Path> applied =
          folders
              .filter(Files::isDirectory)
              .filter(folder -> !folder.endsWith("install"))
              .sorted()
              .toList();
      ReadResult read = ManifestReader.read(applied);
      assertThat(read.findings()).isEmpty();
      assertThat(read.manifests()).isNotEmpty();
      return read.manifests();
    }
  }

  private static KubernetesClient client() {
    Config config = Config.fromKubeconfig(new File(System.getProperty("cluster.kubeconfig")));
    return new KubernetesClientBuilder().withConfig(config).build();
  }
}
