package com.policycortex.istio.benchmarks;

import static com.policycortex.istio.dsl.Istio.allow;
import static com.policycortex.istio.dsl.Istio.consecutive5xxErrors;
import static com.policycortex.istio.dsl.Istio.destinationRule;
import static com.policycortex.istio.dsl.Istio.header;
import static com.policycortex.istio.dsl.Istio.label;
import static com.policycortex.istio.dsl.Istio.routeTo;
import static com.policycortex.istio.dsl.Istio.service;
import static com.policycortex.istio.dsl.Istio.uri;
import static com.policycortex.istio.dsl.Istio.virtualService;
import static com.policycortex.istio.dsl.Istio.when;

import com.policycortex.istio.dsl.ServiceRef;
import com.policycortex.istio.dsl.SubsetRef;
import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.yaml.ManifestReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A mesh of any size, as a company's might be: in each namespace a hundred services, which call
 * each other, with a Service, a Deployment, a DestinationRule and a VirtualService each; every
 * namespace has its Sidecar, its mutual TLS, its access rules and a gateway. The same number gives
 * the same mesh.
 *
 * <p>10,000 services are some 40,900 documents of 14 MB.
 */
public final class GeneratedMesh {

  private static final int SERVICES_IN_A_NAMESPACE = 100;
  private static final int DOCUMENTS_IN_A_FILE = 500;

  private GeneratedMesh() {}

  /**
   * Writes the mesh into a folder, a file for each namespace: {@code GeneratedMesh SERVICES
   * FOLDER}.
   *
   * @param arguments the number of services, and the folder
   * @throws IOException if a file cannot be written
   */
  public static void main(String[] arguments) throws IOException {
    int services = Integer.parseInt(arguments[0]);
    Path folder = Files.createDirectories(Path.of(arguments[1]));
    List<Manifest> manifests = manifests(services);
    long bytes = 0;
    for (int from = 0; from < manifests.size(); from += DOCUMENTS_IN_A_FILE) {
      List<Manifest> part =
          manifests.subList(from, Math.min(manifests.size(), from + DOCUMENTS_IN_A_FILE));
      Path file = folder.resolve("mesh-%04d.yaml".formatted(from / DOCUMENTS_IN_A_FILE));
      try (Writer out = Files.newBufferedWriter(file)) {
        out.write(yaml(part));
      }
      bytes += Files.size(file);
    }
    System.out.println(manifests.size() + " documents, " + bytes + " bytes in " + folder);
  }

  /** All documents of some manifests as one text. */
  public static String yaml(List<Manifest> manifests) {
    StringBuilder text = new StringBuilder();
    for (Manifest manifest : manifests) {
      text.append("---\n").append(manifest);
    }
    return text.toString();
  }

  /** The manifests of a mesh of so many services. */
  public static List<Manifest> manifests(int services) {
    List<Manifest> manifests = new ArrayList<>();
    Random random = new Random(services);
    for (int begin = 0; begin < services; begin += SERVICES_IN_A_NAMESPACE) {
      String namespace = "team-%04d".formatted(begin / SERVICES_IN_A_NAMESPACE);
      manifests.addAll(read(NAMESPACE.replace("NAMESPACE", namespace)));
      int end = Math.min(services, begin + SERVICES_IN_A_NAMESPACE);
      for (int number = begin; number < end; number++) {
        addService(number, begin, end, namespace, random, manifests);
      }
    }
    return manifests;
  }

  private static void addService(
      int number, int begin, int end, String namespace, Random random, List<Manifest> manifests) {
    ServiceRef service = reference(number, namespace);
    SubsetRef stable = service.subset("v1", label("version", "v1"));
    manifests.addAll(
        read(WORKLOAD.replace("NAMESPACE", namespace).replace("NAME", service.name())));
    manifests.add(
        destinationRule(service, stable)
            .outlierDetection(
                consecutive5xxErrors(5 + random.nextInt(5)).interval(Duration.ofSeconds(30)))
            .in(namespace));
    manifests.add(
        virtualService(service)
            .http(
                when(header("x-slow").exact("true"), uri().prefix("/v" + random.nextInt(3)))
                    .routeTo(stable)
                    .timeout(Duration.ofSeconds(60)),
                routeTo(stable).timeout(Duration.ofSeconds(5 + random.nextInt(30))))
            .in(namespace));
    if (number % 20 == 0) {
      ServiceRef caller = reference(begin + random.nextInt(end - begin), namespace);
      manifests.add(allow(caller).to(service).policy());
    }
  }

  private static ServiceRef reference(int number, String namespace) {
    return service("service-%05d".formatted(number)).in(namespace).http(8080);
  }

  private static List<Manifest> read(String yaml) {
    return ManifestReader.read("generated.yaml", yaml).manifests();
  }

  private static final String NAMESPACE =
      """
      apiVersion: v1
      kind: Namespace
      metadata:
        name: NAMESPACE
        labels: {istio-injection: enabled}
      ---
      apiVersion: networking.istio.io/v1
      kind: Sidecar
      metadata: {name: default, namespace: NAMESPACE}
      spec:
        egress:
        - hosts: ["./*", "istio-system/*"]
      ---
      apiVersion: security.istio.io/v1
      kind: PeerAuthentication
      metadata: {name: default, namespace: NAMESPACE}
      spec:
        mtls: {mode: STRICT}
      ---
      apiVersion: networking.istio.io/v1
      kind: Gateway
      metadata: {name: edge, namespace: NAMESPACE}
      spec:
        selector: {istio: ingressgateway}
        servers:
        - port: {number: 443, name: https, protocol: HTTPS}
          hosts: ["NAMESPACE.example.com"]
          tls: {mode: SIMPLE, credentialName: NAMESPACE-cert}
      """;

  private static final String WORKLOAD =
      """
      apiVersion: v1
      kind: Service
      metadata: {name: NAME, namespace: NAMESPACE}
      spec:
        selector: {app: NAME}
        ports: [{name: http, port: 8080, targetPort: 8080}]
      ---
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: NAME, namespace: NAMESPACE}
      spec:
        selector: {matchLabels: {app: NAME}}
        template:
          metadata: {labels: {app: NAME, version: v1}}
          spec:
            serviceAccountName: NAME
            containers:
            - {name: app, image: "NAME:1", ports: [{containerPort: 8080}]}
      """;
}
