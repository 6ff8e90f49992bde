import com.policycortex.istio.finding.Finding;
import com.policycortex.istio.finding.Severity;
import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.wire.JsonText;
import com.policycortex.istio.wire.JsonValue;
import com.policycortex.istio.wire.JsonValue.JsonObject;
import com.policycortex.istio.yaml.ManifestReader;
import com.policycortex.istio.yaml.ReadResult;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Reads files and writes what was read, for the command documents: a line of JSON for each manifest
 * and for each finding. Run as {@code java -cp istio.jar ReadAndWrite.java LIST}, where the list
 * has a file's name a line.
 */
class ReadAndWrite {

  public static void main(String[] arguments) throws IOException {
    PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    for (String file : Files.readAllLines(Path.of(arguments[0]))) {
      ReadResult result = ManifestReader.read(file, Files.readAllBytes(Path.of(file)));
      for (Manifest manifest : result.manifests()) {
        print(out, line(file, manifest.origin().line()).with("manifest", JsonValue.of(manifest)));
      }
      for (Finding finding : result.findings()) {
        print(
            out,
            line(file, finding.origin().line())
                .with("finding", finding.id() + " " + finding.path() + ": " + finding.message())
                .with("error", finding.severity() == Severity.ERROR));
      }
    }
    out.flush();
  }

  private static JsonObject line(String file, int line) {
    return JsonValue.object().with("file", file).with("line", line);
  }

  // No text in JSON has a line break.
  private static void print(PrintStream out, JsonObject object) {
    out.println(JsonText.of(object).replace("\n", ""));
  }
}
