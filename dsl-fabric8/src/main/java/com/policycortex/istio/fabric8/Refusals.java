package com.policycortex.istio.fabric8;

import com.policycortex.istio.finding.Finding;
import com.policycortex.istio.finding.Gate;
import com.policycortex.istio.finding.Severity;
import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.wire.JsonValue;
import com.policycortex.istio.wire.JsonValue.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What an answer of the API server says about a manifest, as findings. */
final class Refusals {

  private static final Pattern WEBHOOK =
      Pattern.compile("admission webhook \"([^\"]+)\" denied the request: ?(.*)", Pattern.DOTALL);
  private static final Pattern UNTYPED = Pattern.compile("\\.(\\S+): ([^\\n]+)");
  private static final String REPAIR = "write what the message asks for";
  private static final int LONGEST_BODY = 500;

  private final Manifest manifest;

  Refusals(Manifest manifest) {
    this.manifest = manifest;
  }

  /** The warnings of an answer. */
  List<Finding> warnings(Reply reply) {
    return reply.warnings().stream()
        .map(text -> finding("CLUSTER-WARNING", Severity.WARNING, "", text, "").by(Gate.API_SERVER))
        .toList();
  }

  /** Whether the cluster does not have the manifest's namespace. */
  static boolean isNoNamespace(Reply reply) {
    JsonObject details = Reply.object(reply.json().orElse(JsonValue.object()), "details");
    return reply.code() == Reply.NOT_FOUND && Reply.string(details, "kind").equals("namespaces");
  }

  /** Why the manifest was not taken: at least one finding. */
  List<Finding> of(Reply reply) {
    JsonObject status = reply.json().orElse(JsonValue.object());
    String message = message(reply, status);
    if (WEBHOOK.matcher(message).find()) {
      return denied(message);
    }
    List<JsonObject> causes = Reply.objects(Reply.object(status, "details"), "causes");
    return switch (reply.code()) {
      case 401 -> one("CLUSTER-UNAUTHORIZED", message, "give the client other credentials");
      case 403 ->
          one("CLUSTER-FORBIDDEN", message, "allow the user get, create and patch on this kind");
      case 404 -> isNoNamespace(reply) ? noNamespace(message) : noKind();
      case 409 -> causes.isEmpty() ? conflict(message) : conflicts(causes);
      case 422 -> causes.isEmpty() ? one("CLUSTER-INVALID", message, REPAIR) : invalid(causes);
      default -> other(reply, message);
    };
  }

  private List<Finding> noNamespace(String message) {
    return one("CLUSTER-NO-NAMESPACE", message, "send the Namespace too");
  }

  /** The finding where the cluster does not have the manifest's kind. */
  List<Finding> noKind() {
    boolean istio = manifest.kind().group().endsWith("istio.io");
    return one(
        "CLUSTER-NO-KIND",
        "the cluster has no kind " + manifest.kind(),
        istio ? "install Istio's CRDs first" : "install its CRD first");
  }

  private List<Finding> conflict(String message) {
    return one("CLUSTER-CONFLICT", message, "read the manifest again and repeat");
  }

  private List<Finding> conflicts(List<JsonObject> causes) {
    return causes.stream()
        .map(
            cause ->
                error(
                    "CLUSTER-CONFLICT",
                    path(Reply.string(cause, "field")),
                    "somebody else has set this field: " + Reply.string(cause, "message"),
                    "leave the field out, or take it over with Conflicts.TAKE_OVER"))
        .toList();
  }

  private List<Finding> invalid(List<JsonObject> causes) {
    return causes.stream()
        .map(cause -> invalid(path(Reply.string(cause, "field")), Reply.string(cause, "message")))
        .toList();
  }

  // What a Secret holds is never shown.
  private Finding invalid(String path, String message) {
    boolean secret =
        manifest.kind().name().equals("Secret")
            && (path.startsWith("data") || path.startsWith("stringData"));
    return error(
        "CLUSTER-INVALID",
        path,
        secret ? "the API server refuses the value (which is not shown)" : message,
        REPAIR);
  }

  private List<Finding> other(Reply reply, String message) {
    // A field that the schema does not have is an internal error to server-side apply.
    if (message.startsWith("failed to create typed patch object")) {
      List<Finding> fields = new ArrayList<>();
      Matcher field = UNTYPED.matcher(message);
      while (field.find()) {
        fields.add(invalid(field.group(1), field.group(2)));
      }
      if (!fields.isEmpty()) {
        return List.copyOf(fields);
      }
    }
    boolean later = reply.code() == 429 || reply.code() >= 500;
    return later
        ? one("CLUSTER-FAILED", message, "try again; look into the API server's log")
        : one("CLUSTER-REFUSED", message, REPAIR);
  }

  private List<Finding> denied(String message) {
    Matcher webhook = WEBHOOK.matcher(message);
    boolean found = webhook.find();
    boolean istiod = found && webhook.group(1).endsWith("istio.io");
    String reason = istiod ? webhook.group(2) : message;
    return List.of(
        error("CLUSTER-DENIED", "", reason, REPAIR).by(istiod ? Gate.ISTIOD : Gate.API_SERVER));
  }

  private List<Finding> one(String id, String message, String hint) {
    return List.of(error(id, "", message, hint));
  }

  private Finding error(String id, String path, String message, String hint) {
    return finding(id, Severity.ERROR, path, message, hint).by(Gate.API_SERVER);
  }

  // Field managers' paths begin with a dot; what is about the whole has "<nil>".
  private static String path(String field) {
    return field.equals("<nil>") ? "" : field.startsWith(".") ? field.substring(1) : field;
  }

  private static String message(Reply reply, JsonObject status) {
    String message = Reply.string(status, "message").strip();
    if (!message.isEmpty()) {
      return message;
    }
    String body = reply.text().strip();
    return "the answer was "
        + reply.code()
        + (body.isEmpty() ? "" : ": " + body.substring(0, Math.min(body.length(), LONGEST_BODY)));
  }

  /** A finding about the manifest. */
  Finding finding(String id, Severity severity, String path, String message, String hint) {
    return new Finding(id, severity, manifest.resourceId(), path, message, hint, manifest.origin());
  }
}
