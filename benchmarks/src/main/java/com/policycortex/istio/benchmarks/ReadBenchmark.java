package com.policycortex.istio.benchmarks;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.yaml.ManifestReader;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Reading and writing the documents of a generated mesh, against Jackson's YAML trees and fabric8.
 *
 * <p>Jackson makes a {@link JsonNode} of each document, and checks nothing. Ours makes typed values
 * and finds every mistake in form.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 3)
@Measurement(iterations = 5, time = 3)
public class ReadBenchmark {

  private final YAMLMapper jackson = new YAMLMapper();

  /** How many services the mesh has. */
  @Param({"500"})
  private int services;

  private String text = "";
  private List<Manifest> manifests = List.of();

  /** Writes the mesh. */
  @Setup
  public void generate() {
    manifests = GeneratedMesh.manifests(services);
    text = GeneratedMesh.yaml(manifests);
  }

  /** The same mesh as fabric8's objects, which take their time to be made. */
  @State(Scope.Benchmark)
  public static class Fabric8 {
    private List<HasMetadata> objects = new ArrayList<>();

    /** Reads the mesh. */
    @Setup
    public void read(ReadBenchmark mesh) {
      KubernetesSerialization reader = new KubernetesSerialization();
      objects = new ArrayList<>();
      for (Manifest manifest : mesh.manifests) {
        objects.add(reader.unmarshal(manifest.toString()));
      }
    }
  }

  /** Strict reading, to typed values. */
  @Benchmark
  public Object istioDslReads() {
    return ManifestReader.read("mesh.yaml", text);
  }

  /** Reading into trees. */
  @Benchmark
  public void jacksonReadsTrees(Blackhole sink) throws IOException {
    try (JsonParser parser = jackson.createParser(text);
        MappingIterator<JsonNode> documents = jackson.readValues(parser, JsonNode.class)) {
      while (documents.hasNext()) {
        sink.consume(documents.next());
      }
    }
  }

  /** Writing values that are there. */
  @Benchmark
  public void istioDslWrites(Blackhole sink) {
    for (Manifest manifest : manifests) {
      sink.consume(manifest.toString());
    }
  }

  /** Writing fabric8's objects that are there. */
  @Benchmark
  public void fabric8Writes(Fabric8 fabric8, Blackhole sink) {
    for (HasMetadata object : fabric8.objects) {
      sink.consume(Serialization.asYaml(object));
    }
  }
}
