package com.policycortex.istio.mesh;

import com.policycortex.istio.yaml.ManifestReader;
import com.policycortex.istio.yaml.ReadResult;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Answers for many meshes in one JVM, for {@code conformance/cmd/resolution}: standard input has
 * each mesh as YAML after its length in four bytes; standard output its {@link ResolutionFacts},
 * and an empty line after them.
 */
final class ResolutionAnswers {

  private ResolutionAnswers() {}

  public static void main(String[] arguments) throws IOException {
    DataInputStream in = new DataInputStream(new BufferedInputStream(System.in));
    PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    while (true) {
      int length;
      try {
        length = in.readInt();
      } catch (EOFException e) {
        out.flush();
        return;
      }
      ReadResult read =
          ManifestReader.read(
              "mesh.yaml", new String(in.readNBytes(length), StandardCharsets.UTF_8));
      read.findings().forEach(finding -> out.print("unread " + finding.id() + "\n"));
      ResolutionFacts.of(Mesh.of(read)).forEach(fact -> out.print(fact + "\n"));
      out.print("\n");
    }
  }
}
