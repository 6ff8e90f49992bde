package com.policycortex.istio.analysis.routing;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Draft;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.finding.Severity;
import com.policycortex.istio.mesh.Gateways;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.Need;
import com.policycortex.istio.mesh.ServerHost;
import com.policycortex.istio.mesh.VirtualServices;
import com.policycortex.istio.model.networking.Gateway;
import com.policycortex.istio.model.networking.Server;
import com.policycortex.istio.model.networking.ServerTlsMode;
import com.policycortex.istio.model.networking.ServerTlsSettings;
import com.policycortex.istio.model.networking.VirtualService;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A gateway terminates TLS where the routes want it passed through, or the other way round. */
final class RouteKindNotServed extends Check<VirtualService> {

  RouteKindNotServed() {
    super(
        Subject.of(VirtualService.KIND),
        CheckInfo.error("VS-ROUTE-KIND-NOT-SERVED", "No server of a gateway uses the routes")
            .meaning(
                "All servers that serve the hosts pass TLS through or carry TCP, and the"
                    + " VirtualService has http rules only (a warning if others redirect to HTTPS); or all of them speak HTTP or terminate"
                    + " TLS, and it has tls rules only.")
            .why("The rules are never asked: HTTP requests get 404, and connections are closed.")
            .fix(
                "Use http rules where the server terminates TLS (SIMPLE, MUTUAL), and tls rules with"
                    + " sniHosts where it does not (PASSTHROUGH)")
            .needs(Need.GATEWAYS));
  }

  @Override
  public void check(VirtualService service, MeshView mesh, Report report) {
    if (VirtualServices.isDelegate(service)) {
      return;
    }
    List<String> gateways = VirtualServices.gateways(service);
    for (int i = 0; i < gateways.size(); i++) {
      Optional<Gateway> gateway = mesh.find(Gateway.KIND, gateways.get(i));
      if (gateway.isEmpty()) {
        continue;
      }
      boolean http = false;
      boolean redirect = false;
      boolean opaque = false;
      for (Server server : gateway.get().servers()) {
        if (!Gateways.common(ServerHost.of(gateway.get(), server), service).isEmpty()) {
          redirect |= isHttp(server) && isRedirect(server);
          http |= isHttp(server) && !isRedirect(server);
          opaque |= !isHttp(server);
        }
      }
      boolean onlyHttp = service.tls().isEmpty() && service.tcp().isEmpty();
      boolean onlyTls =
          service.http().isEmpty() && service.tcp().isEmpty() && !service.tls().isEmpty();
      if (opaque && !http && onlyHttp && !service.http().isEmpty()) {
        Draft draft =
            report.add(
                "spec.http",
                "Every server of Gateway "
                    + gateways.get(i)
                    + " for these hosts passes connections through"
                    + (redirect ? ", or redirects to HTTPS only" : "")
                    + ", so http rules are never asked.");
        if (redirect) {
          // Whoever says x-forwarded-proto: https is not redirected, as a balancer may.
          draft.severity(Severity.WARNING);
        }
        draft.related(gateway.get(), "spec.servers", "passes connections through");
      } else if ((http || redirect) && !opaque && onlyTls) {
        report
            .add(
                "spec.tls",
                "Every server of Gateway "
                    + gateways.get(i)
                    + " for these hosts speaks HTTP itself, so tls rules are never asked.")
            .related(gateway.get(), "spec.servers", "terminates TLS");
      }
    }
  }

  private static boolean isRedirect(Server server) {
    return server.tls().flatMap(ServerTlsSettings::httpsRedirect).orElse(false);
  }

  private static boolean isHttp(Server server) {
    String protocol = server.port().protocol().toUpperCase(Locale.ROOT);
    return switch (protocol) {
      case "HTTP", "HTTP2", "GRPC", "GRPC-WEB", "HTTP_PROXY" -> true;
      case "HTTPS" ->
          server
              .tls()
              .flatMap(ServerTlsSettings::mode)
              .map(
                  mode ->
                      mode != ServerTlsMode.PASSTHROUGH && mode != ServerTlsMode.AUTO_PASSTHROUGH)
              .orElse(true);
      default -> false;
    };
  }
}
