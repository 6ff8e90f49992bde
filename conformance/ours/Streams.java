import com.policycortex.istio.finding.Finding;
import com.policycortex.istio.finding.Severity;
import com.policycortex.istio.wire.JsonText;
import com.policycortex.istio.wire.JsonValue;
import com.policycortex.istio.wire.JsonValue.JsonObject;
import com.policycortex.istio.yaml.ManifestReader;
import com.policycortex.istio.yaml.ReadResult;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * What this library reads in streams of documents, for the command streams. Standard input has each text after its length of four bytes; standard output
 * has a line of JSON for each: the manifests and the errors.
 *
 * <p>Run from source: {@code java --class-path istio.jar Streams.java}.
 */
final class Streams {

  private Streams() {}

  public static void main(String[] arguments) throws IOException {
    DataInputStream in = new DataInputStream(new BufferedInputStream(System.in, 1 << 16));
    PrintStream out = new PrintStream(new BufferedOutputStream(System.out, 1 << 16), false, StandardCharsets.UTF_8);
    while (true) {
      byte[] text;
      try {
        text = in.readNBytes(in.readInt());
      } catch (EOFException e) {
        out.flush();
        return;
      }
      out.print(JsonText.of(answer(text)).replace("\n", "") + "\n");
    }
  }

  private static JsonObject answer(byte[] text) {
    try {
      ReadResult read = ManifestReader.read("a.yaml", text);
      return JsonValue.object()
          .with("manifests", JsonValue.array(read.manifests().stream().map(JsonValue::of).toArray(JsonValue[]::new)))
          .with("errors", JsonValue.array(read.findings().stream().filter(Streams::isRefusal).map(Streams::line).toList()));
    } catch (RuntimeException | StackOverflowError e) {
      return JsonValue.object().with("thrown", e + " at " + e.getStackTrace()[0]);
    }
  }

  // What is no manifest may be for other tools, and kubectl refuses it.
  private static boolean isRefusal(Finding finding) {
    return finding.severity() == Severity.ERROR || (finding.severity() == Severity.WARNING && finding.id().equals("YAML-NOT-A-MANIFEST"));
  }

  private static String line(Finding finding) {
    return finding.id() + " " + finding.origin().line() + ":" + finding.origin().column() + " " + finding.message();
  }
}
