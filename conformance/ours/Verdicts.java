import com.policycortex.istio.finding.Finding;
import com.policycortex.istio.finding.Gate;
import com.policycortex.istio.finding.Severity;
import com.policycortex.istio.validation.Validation;
import com.policycortex.istio.yaml.ManifestReader;
import com.policycortex.istio.yaml.ReadResult;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * This library's verdict on many documents in one JVM. Standard input has frames: a length of four bytes, then that many bytes of one document.
 * Standard output has one line for each: the microseconds that it took, then {@code READER|RULE SEVERITY GATE ID PATH} for each finding, separated by
 * semicolons; or {@code !} and what was thrown.
 *
 * <p>Run from source: {@code java --class-path istio.jar Verdicts.java}.
 */
final class Verdicts {

  private Verdicts() {}

  public static void main(String[] arguments) throws IOException {
    DataInputStream in = new DataInputStream(new BufferedInputStream(System.in, 1 << 16));
    PrintStream out = new PrintStream(new BufferedOutputStream(System.out, 1 << 16), false, StandardCharsets.UTF_8);
    while (true) {
      int first = in.read();
      if (first < 0) {
        out.flush();
        return;
      }
      int length = first << 24 | in.readUnsignedByte() << 16 | in.readUnsignedByte() << 8 | in.readUnsignedByte();
      byte[] document = in.readNBytes(length);
      out.print(verdict(document) + "\n");
      // Whoever asks may wait for this answer before the next question.
      if (in.available() == 0) {
        out.flush();
      }
    }
  }

  private static String verdict(byte[] document) {
    long begin = System.nanoTime();
    try {
      ReadResult read = ManifestReader.read("document.yaml", document);
      String findings =
          Stream.concat(
                  read.findings().stream().map(finding -> line("READER", finding)),
                  Validation.validate(read.manifests()).stream().map(finding -> line("RULE", finding)))
              .collect(Collectors.joining(";"));
      return (System.nanoTime() - begin) / 1000 + ";" + findings;
    } catch (RuntimeException | StackOverflowError e) {
      return "!" + (e + " at " + e.getStackTrace()[0]).replace('\n', ' ');
    }
  }

  private static String line(String source, Finding finding) {
    String severity = finding.severity() == Severity.ERROR ? "error" : finding.severity() == Severity.WARNING ? "warning" : "info";
    return source + " " + severity + " " + finding.gate().map(Gate::name).orElse("NONE") + " " + finding.id()
        + " /" + finding.path().replaceAll("[^A-Za-z0-9.\\[\\]]", "_");
  }
}
