package com.policycortex.istio.report;

import com.policycortex.istio.finding.Finding;
import com.policycortex.istio.finding.Fingerprint;
import com.policycortex.istio.finding.Gate;
import com.policycortex.istio.finding.Origin;
import com.policycortex.istio.finding.Related;
import com.policycortex.istio.finding.Repair;
import com.policycortex.istio.finding.ResourceId;
import com.policycortex.istio.finding.Severity;
import com.policycortex.istio.finding.Suppressed;
import com.policycortex.istio.finding.Witness;
import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.model.networking.HttpRoute;
import com.policycortex.istio.model.networking.VirtualService;
import com.policycortex.istio.yaml.ManifestReader;
import com.policycortex.istio.yaml.ReadResult;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** A report that has something of everything. */
final class Sample {

  static final ResourceId REVIEWS =
      new ResourceId("VirtualService", Optional.of("shop"), "reviews");
  static final ResourceId RATINGS =
      new ResourceId("VirtualService", Optional.of("shop"), "ratings");

  private Sample() {}

  static Report report() {
    ReadResult read = ManifestReader.read("mesh.yaml", resource("mesh.yaml"));
    Finding shadowed =
        new Finding(
                "VS-RULE-SHADOWED",
                Severity.WARNING,
                REVIEWS,
                "spec.http[1]",
                "no request reaches this route: \"/\" matches everything before it",
                "Put the narrower route first",
                Origin.file("mesh.yaml", 17, 5))
            .related(
                new Related(
                    REVIEWS,
                    "spec.http[0]",
                    "this route matches first",
                    Origin.file("mesh.yaml", 10, 5)))
            .witness(
                Witness.request("GET", "reviews", "/admin", "goes to reviews v1, by spec.http[0]"))
            .repair(Repair.replace("put spec.http[1] first", swapped(read.manifests().get(0))));
    Finding conflict =
        new Finding(
                "VS-HOST-CONFLICT",
                Severity.ERROR,
                RATINGS,
                "spec.hosts[0]",
                "the host \"reviews\" has two VirtualServices | only one <b>counts</b>",
                "Give the host to one of them",
                Origin.file("mesh.yaml", 32, 5))
            .by(Gate.ISTIOD)
            .related(new Related(REVIEWS, "spec.hosts[0]", "the other one", Origin.unknown()));
    Finding note =
        new Finding(
            "VS-NO-TIMEOUT",
            Severity.INFO,
            RATINGS,
            "spec.http[0]",
            "requests may take for ever",
            "",
            Origin.file("mesh.yaml", 34, 5));
    Finding lived =
        new Finding(
            "VS-NO-TIMEOUT",
            Severity.INFO,
            REVIEWS,
            "spec.http[0]",
            "requests may take for ever",
            "",
            Origin.file("mesh.yaml", 10, 5));
    return Report.of(List.of(note, shadowed, conflict))
        .suppressed(
            List.of(
                new Suppressed(
                    lived,
                    "streams, until 2027-01-31",
                    Origin.file(".istio-dsl.yaml", 3, 3),
                    false)))
        .manifests(read.manifests())
        .sources(read.sources())
        .skipped(List.of(new Skipped("SELECTOR-NO-WORKLOAD", "no workloads are given")))
        .gone(List.of(Fingerprint.of(lived)))
        .rules(
            id ->
                id.equals("VS-HOST-CONFLICT")
                    ? Optional.of(
                        new RuleDescription(
                            id,
                            Severity.ERROR,
                            "One host, two VirtualServices",
                            "istiod merges or drops one of them.",
                            Optional.of(URI.create("https://example.com/rules/VS-HOST-CONFLICT"))))
                    : Optional.empty());
  }

  private static Manifest swapped(Manifest manifest) {
    VirtualService service = (VirtualService) manifest;
    List<HttpRoute> routes = new ArrayList<>(service.http());
    Collections.reverse(routes);
    return service.http(routes);
  }

  static String resource(String name) {
    try (InputStream in = Sample.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalArgumentException("there is no resource " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
