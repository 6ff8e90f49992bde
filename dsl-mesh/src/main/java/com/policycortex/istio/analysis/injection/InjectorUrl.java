package com.policycortex.istio.analysis.injection;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.finding.Severity;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.untyped.Untyped;
import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.model.RawManifest;
import com.policycortex.istio.wire.JsonValue.JsonObject;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;

/** A webhook of a control plane outside the cluster has no good address. */
final class InjectorUrl extends Check<Manifest> {

  InjectorUrl() {
    super(
        Subject.MANIFESTS,
        CheckInfo.warning("WEBHOOK-URL-INVALID", "A webhook's address is no good")
            .meaning(
                "A webhook of istio-sidecar-injector, istio-validator or istiod-default-validator"
                    + " has neither a URL nor a Service, or a URL that is none; or its URL has an"
                    + " IP address in the place of a host name.")
            .why(
                "The API server does not reach the control plane: pods are refused or start without"
                    + " a sidecar. An address breaks when the control plane moves, and its"
                    + " certificate is for a name.")
            .fix("Name the control plane by an https URL with a host name")
            .codes("IST0163", "IST0164"));
  }

  @Override
  public void check(Manifest manifest, MeshView mesh, Report report) {
    if (!(manifest instanceof RawManifest raw) || !isOfIstio(raw)) {
      return;
    }
    List<JsonObject> webhooks = Untyped.objects(raw.body(), "webhooks");
    for (int i = 0; i < webhooks.size(); i++) {
      JsonObject client = Untyped.object(webhooks.get(i), "clientConfig");
      Optional<String> url = Untyped.text(client, "url").filter(text -> !text.isEmpty());
      String path = "webhooks[" + i + "].clientConfig";
      if (url.isEmpty() && Untyped.object(client, "service").fields().isEmpty()) {
        report.add(path, "The webhook has neither a URL nor a Service: nobody is asked.");
      } else if (url.isPresent()) {
        String host = host(url.get());
        if (host.isEmpty()) {
          report.add(path + ".url", url.get() + " is no URL with a host.");
        } else if (isAddress(host)) {
          report
              .add(path + ".url", "The webhook is at the address " + host + ", not at a name.")
              .severity(Severity.INFO);
        }
      }
    }
  }

  private static boolean isOfIstio(RawManifest raw) {
    if (!raw.kind().group().equals(Injectors.GROUP)) {
      return false;
    }
    return raw.kindName().equals(Injectors.KIND)
        ? raw.name().startsWith("istio-sidecar-injector")
        : raw.kindName().equals("ValidatingWebhookConfiguration")
            && (raw.name().startsWith("istio-validator")
                || raw.name().equals("istiod-default-validator"));
  }

  private static boolean isAddress(String host) {
    return host.indexOf(':') >= 0 || host.matches("[0-9]+([.][0-9]+){3}");
  }

  private static String host(String url) {
    try {
      String host = new URI(url).getHost();
      return host == null ? "" : host.replaceAll("[\\[\\]]", "");
    } catch (URISyntaxException e) {
      return "";
    }
  }
}
