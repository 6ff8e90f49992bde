package com.policycortex.istio.analysis.injection;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.Need;
import com.policycortex.istio.mesh.untyped.Untyped;
import com.policycortex.istio.model.RawManifest;
import com.policycortex.istio.model.kubernetes.Service;
import com.policycortex.istio.wire.JsonValue.JsonObject;

/** An injector's webhook leads to a Service that is not there. */
final class InjectorServiceMissing extends Check<RawManifest> {

  InjectorServiceMissing() {
    super(
        Subject.raw(Injectors.GROUP, Injectors.KIND),
        CheckInfo.error("WEBHOOK-SERVICE-MISSING", "An injector's Service is not there")
            .meaning(
                "A webhook of Istio names a Service by clientConfig.service that is not among the"
                    + " manifests, while other Services of its namespace are.")
            .why(
                "The API server cannot ask the injector: it refuses the pods, or lets them run"
                    + " without a sidecar, by the webhook's failurePolicy.")
            .fix("Install the control plane, or remove its webhooks")
            .needs(Need.SERVICES)
            .codes("IST0139"));
  }

  @Override
  public void check(RawManifest configuration, MeshView mesh, Report report) {
    for (Injectors.Injector injector : Injectors.of(configuration)) {
      JsonObject client = Untyped.object(injector.body(), "clientConfig");
      JsonObject service = Untyped.object(client, "service");
      String name = Untyped.text(service, "name").orElse("");
      String namespace = Untyped.text(service, "namespace").orElse("");
      if (!name.isEmpty()
          && !mesh.in(namespace, Service.KIND).isEmpty()
          && mesh.find(Service.KIND, namespace, name).isEmpty()) {
        report.add(
            "webhooks[" + injector.index() + "].clientConfig.service",
            "There is no Service " + namespace + "/" + name + ", which is to inject the pods.");
      }
    }
  }
}
