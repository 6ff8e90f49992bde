import com.policycortex.istio.finding.Finding;
import com.policycortex.istio.model.kubernetes.ConfigMap;
import com.policycortex.istio.wire.JsonText;
import com.policycortex.istio.wire.JsonValue;
import com.policycortex.istio.wire.JsonValue.JsonObject;
import com.policycortex.istio.yaml.MeshConfigReader;
import com.policycortex.istio.yaml.MeshConfigReader.Embedded;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * What this library reads in texts of MeshConfig and MeshNetworks, for the command mesh-config. Standard input has the key and the text of each, each after
 * its length of four bytes; standard output has a line of JSON for each: the value as it is written, if there is one, and the findings.
 *
 * <p>Run from source: {@code java --class-path istio.jar MeshConfigs.java}.
 */
final class MeshConfigs {

  private MeshConfigs() {}

  public static void main(String[] arguments) throws IOException {
    DataInputStream in = new DataInputStream(new BufferedInputStream(System.in, 1 << 16));
    PrintStream out = new PrintStream(new BufferedOutputStream(System.out, 1 << 16), false, StandardCharsets.UTF_8);
    while (true) {
      String key;
      try {
        key = text(in);
      } catch (EOFException e) {
        out.flush();
        return;
      }
      out.print(JsonText.of(answer(key, text(in))) + "\n");
    }
  }

  private static String text(DataInputStream in) throws IOException {
    return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
  }

  private static JsonObject answer(String key, String text) {
    ConfigMap map = ConfigMap.configMap("istio").data(Map.of(key, text));
    try {
      if (key.equals("mesh")) {
        return answer(MeshConfigReader.meshConfig(map, Map.of()));
      }
      return answer(MeshConfigReader.meshNetworks(map, Map.of()));
    } catch (RuntimeException | StackOverflowError e) {
      return JsonValue.object().with("thrown", e + " at " + e.getStackTrace()[0]);
    }
  }

  private static <T> JsonObject answer(Embedded<T> read) {
    JsonObject answer = JsonValue.object().with("findings", JsonValue.array(read.findings().stream().map(MeshConfigs::line).toList()));
    return read.value().map(value -> answer.with("value", value.toString())).orElse(answer);
  }

  private static String line(Finding finding) {
    return finding.severity() + " " + finding.id() + " " + finding.path() + ": " + finding.message();
  }
}
