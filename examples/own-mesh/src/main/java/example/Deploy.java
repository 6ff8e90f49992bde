package example;

import com.policycortex.istio.fabric8.Cluster;
import com.policycortex.istio.fabric8.ClusterReport;
import com.policycortex.istio.fabric8.Conflicts;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;

/** Brings the mesh into the cluster of the current kubeconfig: shows what would change, then does it. */
public final class Deploy {

  private Deploy() {}

  static ClusterReport deploy(Cluster cluster) {
    ClusterReport trial = cluster.dryRun(ShopMesh.tree());
    System.out.println(trial.difference());
    return trial.isTaken() ? cluster.apply(ShopMesh.tree()) : trial;
  }

  /**
   * Deploys.
   *
   * @param arguments none
   */
  public static void main(String[] arguments) {
    try (KubernetesClient client = new KubernetesClientBuilder().build()) {
      ClusterReport report = deploy(Cluster.of(client, "shop-mesh", Conflicts.REFUSE));
      System.out.println(report);
      System.exit(report.isTaken() ? 0 : 1);
    }
  }
}
