package com.policycortex.istio.fabric8;

import com.policycortex.istio.finding.Finding;
import com.policycortex.istio.finding.Severity;
import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.model.kubernetes.Namespace;
import com.policycortex.istio.render.OutputTree;
import com.policycortex.istio.validation.InvalidManifestsException;
import com.policycortex.istio.validation.Validation;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/**
 * A cluster, reached through fabric8's client: manifests are applied to it on its own side
 * (server-side apply), or tried out.
 *
 * <p>Manifests are checked here first; one with an error is never sent, nor any beside it.
 * Namespaces go first, then all others in the order that is given. What the cluster says is in the
 * report; nothing is thrown for it. A reply that does not come within the client's request timeout
 * is a finding too. How often a question is repeated is the client's setting; an apply is sent
 * once.
 *
 * <p>The user needs {@code get}, {@code create} and {@code patch} on the kinds. Nothing is ever
 * removed from the cluster.
 */
public final class Cluster {

  private final KubernetesClient client;
  private final String fieldManager;
  private final Conflicts conflicts;

  private Cluster(KubernetesClient client, String fieldManager, Conflicts conflicts) {
    this.client = client;
    this.fieldManager = fieldManager;
    this.conflicts = conflicts;
  }

  /**
   * The cluster that a client is connected to.
   *
   * @param client whose credentials, default namespace and timeouts hold; it is not closed
   * @param fieldManager the name under which the cluster notes which fields are ours; the same in
   *     every run, or fields that a manifest no longer has stay in the cluster
   * @param conflicts what becomes of fields that belong to somebody else
   */
  public static Cluster of(KubernetesClient client, String fieldManager, Conflicts conflicts) {
    if (fieldManager.isBlank() || fieldManager.length() > 128) {
      throw new IllegalArgumentException("a field manager's name has 1 to 128 characters");
    }
    return new Cluster(Objects.requireNonNull(client), fieldManager, conflicts);
  }

  /**
   * Applies what of a tree is for a cluster: all but the files below {@code install/}.
   *
   * @throws InvalidManifestsException if a manifest has a finding of severity error; nothing is
   *     sent then
   */
  public ClusterReport apply(OutputTree tree) {
    return apply(manifests(tree));
  }

  /**
   * Applies manifests. The first one that is refused is the last one that is sent: a route must not
   * go live before the subset that it names.
   *
   * @throws InvalidManifestsException if a manifest has a finding of severity error; nothing is
   *     sent then
   */
  public ClusterReport apply(Collection<? extends Manifest> manifests) {
    return send(manifests, false);
  }

  /** Tries out what of a tree is for a cluster; see {@link #dryRun(Collection)}. */
  public ClusterReport dryRun(OutputTree tree) {
    return dryRun(manifests(tree));
  }

  /**
   * Asks the cluster what it would say to manifests and what would change, each for itself: the API
   * server does everything but store them, webhooks included.
   *
   * @throws InvalidManifestsException if a manifest has a finding of severity error; nothing is
   *     sent then
   */
  public ClusterReport dryRun(Collection<? extends Manifest> manifests) {
    return send(manifests, true);
  }

  private static List<Manifest> manifests(OutputTree tree) {
    return tree.paths().stream()
        .filter(path -> !path.startsWith(OutputTree.INSTALL))
        .flatMap(path -> tree.manifests(path).stream())
        .toList();
  }

  private ClusterReport send(Collection<? extends Manifest> manifests, boolean dryRun) {
    List<Finding> errors =
        Validation.validate(manifests).stream()
            .filter(finding -> finding.severity() == Severity.ERROR)
            .toList();
    if (!errors.isEmpty()) {
      throw new InvalidManifestsException(errors);
    }
    Delivery delivery = new Delivery(new ApiServer(client), fieldManager, conflicts, dryRun);
    List<ManifestResult> results = new ArrayList<>();
    for (Manifest manifest : namespacesFirst(manifests)) {
      results.add(delivery.deliver(manifest));
    }
    return new ClusterReport(results);
  }

  private static List<Manifest> namespacesFirst(Collection<? extends Manifest> manifests) {
    List<Manifest> ordered = new ArrayList<>(manifests.size());
    manifests.stream().filter(Namespace.class::isInstance).forEach(ordered::add);
    manifests.stream().filter(manifest -> !(manifest instanceof Namespace)).forEach(ordered::add);
    return ordered;
  }
}
