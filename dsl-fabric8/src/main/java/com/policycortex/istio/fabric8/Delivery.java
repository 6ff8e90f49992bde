package com.policycortex.istio.fabric8;

import com.policycortex.istio.fabric8.ApiServer.Endpoint;
import com.policycortex.istio.finding.Finding;
import com.policycortex.istio.finding.Severity;
import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.model.install.IstioOperator;
import com.policycortex.istio.model.kubernetes.Namespace;
import com.policycortex.istio.wire.JsonValue;
import com.policycortex.istio.wire.JsonValue.JsonObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Sends manifests, one after the other. */
final class Delivery {

  private final ApiServer server;
  private final String fieldManager;
  private final Conflicts conflicts;
  private final boolean dryRun;
  private final Set<String> namespacesToCome = new HashSet<>();
  private boolean stopped;

  Delivery(ApiServer server, String fieldManager, Conflicts conflicts, boolean dryRun) {
    this.server = server;
    this.fieldManager = fieldManager;
    this.conflicts = conflicts;
    this.dryRun = dryRun;
  }

  ManifestResult deliver(Manifest manifest) {
    if (stopped) {
      return result(manifest, Outcome.NOT_SENT, List.of());
    }
    Refusals refusals = new Refusals(manifest);
    if (manifest instanceof IstioOperator) {
      return result(
          manifest,
          Outcome.NOT_SENT,
          List.of(
              refusals.finding(
                  "CLUSTER-NOT-FOR-CLUSTER",
                  Severity.INFO,
                  "",
                  "no cluster has this kind; istioctl reads it",
                  "give it to istioctl install")));
    }
    ManifestResult result;
    try {
      result = send(manifest, refusals);
    } catch (IOException e) {
      stopped = true;
      return refused(
          manifest,
          "CLUSTER-UNREACHABLE",
          "",
          "the API server gives no answer: " + text(e),
          "check its address, the network and the client's timeouts");
    }
    if (result.outcome() == Outcome.REFUSED && !dryRun) {
      stopped = true;
    }
    return result;
  }

  private static String text(IOException e) {
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }

  private ManifestResult send(Manifest manifest, Refusals refusals) throws IOException {
    if (manifest.name().isEmpty()) {
      return refused(
          manifest,
          "CLUSTER-NO-NAME",
          "metadata.name",
          "a manifest is applied by its name, and this one has none",
          "write a name in place of generateName");
    }
    Optional<Endpoint> endpoint = server.endpoint(manifest.kind());
    if (endpoint.isEmpty()) {
      return result(manifest, Outcome.REFUSED, refusals.noKind());
    }
    Optional<String> namespace = Optional.empty();
    if (endpoint.get().namespaced()) {
      namespace = manifest.namespace().or(server::defaultNamespace);
      if (namespace.isEmpty()) {
        return refused(
            manifest,
            "CLUSTER-NO-NAMESPACE",
            "metadata.namespace",
            "neither the manifest nor the client has a namespace",
            "write one");
      }
    }
    return send(manifest, endpoint.get(), namespace, refusals);
  }

  private ManifestResult send(
      Manifest manifest, Endpoint endpoint, Optional<String> namespace, Refusals refusals)
      throws IOException {
    Reply there = server.get(manifest.kind(), endpoint, namespace, manifest.name());
    if (!there.isSuccess() && there.code() != Reply.NOT_FOUND) {
      return refused(manifest, refusals, there);
    }
    Reply reply = server.apply(manifest, endpoint, namespace, fieldManager, conflicts, dryRun);
    if (dryRun && isNamespaceToCome(reply, namespace)) {
      return new ManifestResult(
          manifest.resourceId(),
          Outcome.CREATED,
          Comparison.difference(manifest.resourceId(), Optional.empty(), JsonValue.of(manifest)),
          List.of(
              refusals.finding(
                  "CLUSTER-NOT-TRIED",
                  Severity.INFO,
                  "",
                  "the cluster cannot try this out before its namespace is there",
                  "")));
    }
    Optional<JsonObject> after = reply.json();
    if (!reply.isSuccess() || after.isEmpty()) {
      return refused(manifest, refusals, reply);
    }
    if (!there.isSuccess() && manifest instanceof Namespace) {
      namespacesToCome.add(manifest.name());
    }
    Optional<JsonObject> before = there.isSuccess() ? there.json() : Optional.empty();
    return taken(manifest, before, after.get(), refusals.warnings(reply));
  }

  private boolean isNamespaceToCome(Reply reply, Optional<String> namespace) {
    return Refusals.isNoNamespace(reply)
        && namespace.filter(namespacesToCome::contains).isPresent();
  }

  private static ManifestResult taken(
      Manifest manifest, Optional<JsonObject> before, JsonObject after, List<Finding> warnings) {
    if (before.isPresent() && Comparison.isSame(before.get(), after)) {
      return result(manifest, Outcome.UNCHANGED, warnings);
    }
    // A new one is shown as it was written: the defaults of the cluster are no news.
    return new ManifestResult(
        manifest.resourceId(),
        before.isPresent() ? Outcome.CHANGED : Outcome.CREATED,
        Comparison.difference(
            manifest.resourceId(), before, before.isPresent() ? after : JsonValue.of(manifest)),
        warnings);
  }

  private ManifestResult refused(Manifest manifest, Refusals refusals, Reply reply) {
    // Without credentials nothing else will be taken either.
    stopped |= reply.code() == 401;
    List<Finding> findings = new ArrayList<>(refusals.of(reply));
    findings.addAll(refusals.warnings(reply));
    return result(manifest, Outcome.REFUSED, findings);
  }

  private static ManifestResult refused(
      Manifest manifest, String id, String path, String message, String hint) {
    return result(
        manifest,
        Outcome.REFUSED,
        List.of(new Refusals(manifest).finding(id, Severity.ERROR, path, message, hint)));
  }

  private static ManifestResult result(Manifest manifest, Outcome outcome, List<Finding> findings) {
    return new ManifestResult(manifest.resourceId(), outcome, "", findings);
  }
}
