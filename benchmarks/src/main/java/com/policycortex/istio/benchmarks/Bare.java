package com.policycortex.istio.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** What the cold command line is compared with: a JVM that starts picocli and Jackson YAML only. */
@Command(name = "bare")
final class Bare implements Callable<Integer> {

  /** Starts, writes a line of YAML, ends. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new Bare()).execute(arguments));
  }

  @Override
  public Integer call() throws IOException {
    System.out.print(new ObjectMapper(new YAMLFactory()).writeValueAsString(Map.of("a", "b")));
    return 0;
  }
}
