package com.policycortex.istio.random;

import com.policycortex.istio.finding.Finding;
import com.policycortex.istio.finding.Gate;
import com.policycortex.istio.model.Kind;
import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.validation.Validation;
import com.policycortex.istio.wire.JsonText;
import com.policycortex.istio.wire.JsonValue;
import com.policycortex.istio.wire.JsonValue.JsonObject;
import com.policycortex.istio.wire.YamlText;
import com.policycortex.istio.yaml.ManifestReader;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * Random values of the whole model, for {@code conformance/cmd/verdicts}: each written as YAML,
 * with what the rules say of the value itself. Standard input has a seed as a text after its length
 * of four bytes; standard output a line of JSON for each.
 */
final class ModelVerdicts {

  // Short rows make small manifests, in which one thing is wrong at most.
  private static final List<Integer> LENGTHS = List.of(6, 12, 20, 30, 50, 80, 150, 400);

  private ModelVerdicts() {}

  public static void main(String[] arguments) throws IOException {
    DataInputStream in = new DataInputStream(new BufferedInputStream(System.in));
    PrintStream out =
        new PrintStream(
            new BufferedOutputStream(System.out, 1 << 16), false, StandardCharsets.UTF_8);
    while (true) {
      String seed;
      try {
        seed = new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
      } catch (EOFException e) {
        out.flush();
        return;
      }
      out.print(JsonText.of(answer(manifest(Long.parseLong(seed)))).replace("\n", "") + "\n");
    }
  }

  /** The manifest of a seed: one after the other, the seeds go through the kinds. */
  static Manifest manifest(long seed) {
    List<Kind<?>> kinds =
        ManifestReader.kinds().stream()
            .filter(kind -> !kind.group().equals("install.istio.io"))
            .toList();
    long turn = seed / kinds.size();
    int length = LENGTHS.get((int) (turn % LENGTHS.size()));
    Choices choices = Choices.of(seed, length);
    Leaves leaves = turn % 16 == 15 ? Leaves.odd(choices) : new PlausibleLeaves(choices);
    return RandomFields.read(choices, leaves, kinds.get((int) (seed % kinds.size())).read());
  }

  private static JsonObject answer(Manifest manifest) {
    String text = YamlText.of(JsonValue.of(manifest));
    try {
      return JsonValue.object()
          .with("text", text)
          .with(
              "findings",
              JsonValue.array(
                  Validation.validate(manifest).stream().map(ModelVerdicts::line).toList()));
    } catch (RuntimeException | StackOverflowError e) {
      return JsonValue.object()
          .with("text", text)
          .with("thrown", e + " at " + e.getStackTrace()[0]);
    }
  }

  private static String line(Finding finding) {
    return finding.severity().name().toLowerCase(Locale.ROOT)
        + " "
        + finding.gate().map(Gate::name).orElse("NONE")
        + " "
        + finding.id()
        + " "
        + finding.path();
  }
}
