import com.policycortex.istio.analysis.Analysis;
import com.policycortex.istio.analysis.Checks;
import com.policycortex.istio.analysis.Skipped;
import com.policycortex.istio.finding.Finding;
import com.policycortex.istio.finding.Related;
import com.policycortex.istio.finding.ResourceId;
import com.policycortex.istio.mesh.Mesh;
import com.policycortex.istio.suppression.IstioCodes;
import com.policycortex.istio.validation.Validation;
import com.policycortex.istio.yaml.ManifestReader;
import com.policycortex.istio.yaml.ReadResult;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * This library's analysis of many meshes in one JVM. Standard input has a frame for each mesh: the number of its files, then the name and the text of
 * each, each after its length; numbers have four bytes. Standard output has lines of fields that tabs separate, and an empty line after each mesh:
 *
 * <pre>
 * took     MICROSECONDS
 * finding  READER|RULE|CHECK  SEVERITY  ID  CODE,…  RESOURCE  RESOURCE|…  PATH  MESSAGE
 * skipped  ID  REASON
 * thrown   WHAT
 * </pre>
 *
 * <p>The codes are those of istioctl, the resources after the first are the related ones. Nothing is suppressed.
 *
 * <p>Run from source: {@code java --class-path istio.jar Analyses.java}.
 */
final class Analyses {

  private Analyses() {}

  public static void main(String[] arguments) throws IOException {
    DataInputStream in = new DataInputStream(new BufferedInputStream(System.in, 1 << 16));
    PrintStream out = new PrintStream(new BufferedOutputStream(System.out, 1 << 16), false, StandardCharsets.UTF_8);
    while (true) {
      int files;
      try {
        files = in.readInt();
      } catch (EOFException e) {
        out.flush();
        return;
      }
      List<String> names = new ArrayList<>();
      List<byte[]> texts = new ArrayList<>();
      for (int i = 0; i < files; i++) {
        names.add(new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8));
        texts.add(in.readNBytes(in.readInt()));
      }
      answer(names, texts).forEach(line -> out.print(line + "\n"));
      out.print("\n");
      // Whoever asks may wait for this answer before the next question.
      if (in.available() == 0) {
        out.flush();
      }
    }
  }

  private static List<String> answer(List<String> names, List<byte[]> texts) {
    long begin = System.nanoTime();
    List<String> lines = new ArrayList<>();
    try {
      List<ReadResult> results = new ArrayList<>();
      for (int i = 0; i < names.size(); i++) {
        results.add(ManifestReader.read(names.get(i), texts.get(i)));
      }
      ReadResult read = ReadResult.join(results);
      read.findings().forEach(finding -> lines.add(line("READER", finding)));
      Validation.validate(read.manifests()).forEach(finding -> lines.add(line("RULE", finding)));
      Analysis analysis = Analysis.of(Mesh.of(read));
      analysis.findings().forEach(finding -> lines.add(line("CHECK", finding)));
      for (Skipped skipped : analysis.skipped()) {
        lines.add(fields("skipped", skipped.check().id(), skipped.reason()));
      }
    } catch (RuntimeException | StackOverflowError e) {
      lines.add(fields("thrown", e + " at " + e.getStackTrace()[0]));
    }
    lines.add(fields("took", Long.toString((System.nanoTime() - begin) / 1000)));
    return lines;
  }

  private static String line(String source, Finding finding) {
    Set<String> codes = new TreeSet<>(IstioCodes.OF_VALIDATION.of(finding));
    Checks.find(finding.id()).ifPresent(check -> codes.addAll(check.info().codes()));
    return fields(
        "finding",
        source,
        finding.severity().toString(),
        finding.id(),
        String.join(",", codes),
        finding.resource().toString(),
        finding.related().stream().map(Related::resource).map(ResourceId::toString).collect(Collectors.joining("|")),
        finding.path(),
        finding.message());
  }

  private static String fields(String... fields) {
    return List.of(fields).stream().map(field -> field.replaceAll("\\s+", " ")).collect(Collectors.joining("\t"));
  }
}
