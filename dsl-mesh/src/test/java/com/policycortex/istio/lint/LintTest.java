package com.policycortex.istio.lint;

import static com.policycortex.istio.dsl.Istio.destinationRule;
import static com.policycortex.istio.dsl.Istio.label;
import static com.policycortex.istio.dsl.Istio.routeTo;
import static com.policycortex.istio.dsl.Istio.service;
import static com.policycortex.istio.dsl.Istio.virtualService;
import static com.policycortex.istio.model.kubernetes.ServicePort.servicePort;
import static org.assertj.core.api.Assertions.assertThat;

import com.policycortex.istio.finding.Finding;
import com.policycortex.istio.finding.Severity;
import com.policycortex.istio.mesh.Mesh;
import com.policycortex.istio.model.kubernetes.Service;
import com.policycortex.istio.model.networking.VirtualService;
import com.policycortex.istio.report.Report;
import com.policycortex.istio.report.ReportFormat;
import com.policycortex.istio.validation.Validation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One call says what the command line says. */
class LintTest {

  @TempDir private Path folder;

  private static List<String> ids(Lint lint) {
    return lint.findings().stream().map(Finding::id).toList();
  }

  @Test
  void what_cannot_be_read_is_a_finding_and_so_is_what_else_is_wrong_with_the_manifest()
      throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("routes.yaml"),
            """
            apiVersion: networking.istio.io/v1
            kind: VirtualService
            metadata: {name: routes, namespace: shop}
            spec:
              host: [a]
              http:
                - timeout: 0s
                  route:
                    - destination: {host: a}
            """);

    assertThat(ids(Lint.read(List.of(file)))).contains("YAML-UNKNOWN-FIELD", "VS-TIMEOUT");
    assertThat(ids(Lint.read(List.of(folder.resolve("nowhere")))))
        .containsExactly("YAML-UNREADABLE");
  }

  @Test
  void what_a_gate_refuses_is_a_finding_and_so_is_what_is_wrong_between_manifests() {
    var api = service("api").in("shop").http(8080);
    var v1 = api.subset("v1", label("version", "v1"));
    var v2 = api.subset("v2", label("version", "v2"));
    VirtualService routes = virtualService(api).http(routeTo(v2));
    Service service = Service.service("api").in("shop").ports(servicePort(8080).name("http"));

    Lint lint = Lint.of(service, destinationRule(api, v1), routes.hosts("a..b"), routes);

    assertThat(ids(lint)).contains("VS-HOST", "META-DUPLICATE", "REF-ROUTE-SUBSET-MISSING");
    assertThat(lint.errors()).extracting(Finding::id).contains("VS-HOST");
    assertThat(lint.analysis().findings()).extracting(Finding::id).doesNotContain("VS-HOST");
    assertThat(lint)
        .hasToString(String.join("\n\n", lint.findings().stream().map(Finding::toString).toList()));
  }

  @Test
  void a_report_grows_as_the_findings_do_and_not_as_their_square() {
    var api = service("api").in("shop").http(8080);
    String few = report(virtualService(api).http(Collections.nCopies(100, routeTo(api))));
    String many = report(virtualService(api).http(Collections.nCopies(1000, routeTo(api))));

    assertThat(many).hasSizeLessThan(12 * few.length());
  }

  private static String report(VirtualService routes) {
    return Report.of(Lint.of(routes).findings())
        .manifests(List.of(routes))
        .text(ReportFormat.json());
  }

  @Test
  void a_rule_that_no_request_reaches_is_told_once() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("routes.yaml"),
            """
            apiVersion: networking.istio.io/v1
            kind: VirtualService
            metadata: {name: routes, namespace: shop}
            spec:
              hosts: [a]
              http:
                - match: [{uri: {prefix: /a}}]
                  route: [{destination: {host: a}}]
                - match: [{uri: {prefix: /a/b}}]
                  route: [{destination: {host: a}}]
                - route: [{destination: {host: a}}]
                - match: [{uri: {prefix: /c}}]
                  route: [{destination: {host: a}}]
                - route: [{destination: {host: a}}]
            """);
    Lint lint = Lint.read(List.of(file));

    assertThat(Validation.validate(Mesh.read(List.of(file)).manifests()))
        .extracting(Finding::id)
        .contains("VS-INEFFECTIVE-PREFIX", "VS-UNREACHABLE-AFTER-CATCHALL", "VS-UNREACHABLE-LAST");
    assertThat(lint.findings())
        .filteredOn(finding -> finding.message().startsWith("No request reaches"))
        .extracting(finding -> finding.id() + " " + finding.path())
        .containsExactly(
            "VS-RULE-SHADOWED spec.http[1]",
            "VS-RULE-SHADOWED spec.http[3]",
            "VS-RULE-SHADOWED spec.http[4]");
    assertThat(ids(lint)).noneMatch(id -> id.startsWith("VS-UNREACHABLE"));
    assertThat(ids(lint)).doesNotContain("VS-INEFFECTIVE-PREFIX");
  }

  @Test
  void a_rule_of_deny_that_refuses_all_of_a_tcp_port_is_told_once() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("deny.yaml"),
            """
            apiVersion: v1
            kind: Service
            metadata: {name: db, namespace: shop}
            spec:
              selector: {app: db}
              ports: [{name: tcp, port: 5432}]
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: db, namespace: shop, labels: {app: db}}
            spec:
              containers: [{name: db, image: "db:1"}]
            ---
            apiVersion: security.istio.io/v1
            kind: AuthorizationPolicy
            metadata: {name: db, namespace: shop}
            spec:
              selector: {matchLabels: {app: db}}
              action: DENY
              rules:
                - to: [{operation: {methods: [DELETE]}}]
            ---
            apiVersion: security.istio.io/v1
            kind: AuthorizationPolicy
            metadata: {name: others, namespace: shop}
            spec:
              selector: {matchLabels: {app: others}}
              action: DENY
              rules:
                - to: [{operation: {methods: [DELETE]}}]
            """);
    Lint lint = Lint.read(List.of(file));

    assertThat(lint.findings())
        .filteredOn(finding -> finding.id().contains("TCP"))
        .extracting(finding -> finding.id() + " " + finding.resource().name())
        .containsExactlyInAnyOrder("AUTHZ-HTTP-ON-TCP-PORT db", "AP-DENY-TCP others");
  }

  @Test
  void that_failover_needs_outlier_detection_is_told_once() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("failover.yaml"),
            """
            apiVersion: networking.istio.io/v1
            kind: DestinationRule
            metadata: {name: reviews, namespace: shop}
            spec:
              host: reviews
              trafficPolicy:
                loadBalancer:
                  localityLbSetting: {failover: [{from: eu-west, to: us-east}]}
            """);

    assertThat(ids(Lint.read(List.of(file)))).containsExactly("DR-LOCALITY-WITHOUT-OUTLIER");
  }

  @Test
  void a_secret_that_sidecars_do_not_get_weighs_more_where_there_are_sidecars() throws IOException {
    String yaml =
        """
        apiVersion: v1
        kind: Namespace
        metadata: {name: shop, labels: {istio-injection: %s}}
        ---
        apiVersion: v1
        kind: Pod
        metadata: {name: web, namespace: shop, labels: {app: web}}
        spec:
          containers: [{name: web, image: "web:1"}]
        ---
        apiVersion: networking.istio.io/v1
        kind: DestinationRule
        metadata: {name: db, namespace: shop}
        spec:
          host: db.example.com
          trafficPolicy:
            tls: {mode: SIMPLE, credentialName: db}
        """;
    Path with = Files.writeString(folder.resolve("with.yaml"), yaml.formatted("enabled"));
    Path without = Files.writeString(folder.resolve("without.yaml"), yaml.formatted("disabled"));

    assertThat(Lint.read(List.of(with)).findings())
        .filteredOn(finding -> finding.id().equals("DR-TLS-NO-CA"))
        .extracting(Finding::severity)
        .containsExactly(Severity.WARNING);
    assertThat(Lint.read(List.of(without)).findings())
        .filteredOn(finding -> finding.id().equals("DR-TLS-NO-CA"))
        .extracting(Finding::severity)
        .containsExactly(Severity.INFO);
  }

  @Test
  void of_nothing_wrong_it_says_so() {
    assertThat(Lint.of()).hasToString("nothing is wrong in a mesh of 0 manifests");
  }
}
