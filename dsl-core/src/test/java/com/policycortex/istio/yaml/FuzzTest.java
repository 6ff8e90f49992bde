package com.policycortex.istio.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import com.policycortex.istio.model.Kind;
import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.random.Choices;
import com.policycortex.istio.random.RandomManifests;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Whatever the bytes: findings, no exception; and what is accepted is written as it was meant. */
class FuzzTest {

  private static final String DOCUMENT =
      """
      apiVersion: networking.istio.io/v1
      kind: VirtualService
      metadata: {name: a, labels: {version: "1.10"}}
      spec:
        hosts: ["a.example", &h b]
        http:
        - match: [{uri: {prefix: /a}, headers: {x: {exact: "y"}}, port: 80}]
          route: [{destination: {host: *h, subset: v1}, weight: 90}]
          timeout: 1.5s
          retries: {attempts: 3, retryOn: 'connect-failure'}
      ---
      apiVersion: networking.istio.io/v1
      kind: DestinationRule
      metadata: {name: b}
      spec:
        host: b
        trafficPolicy: {loadBalancer: {consistentHash: {httpHeaderName: x}}}
      """;

  @Property(tries = 2000)
  void bytesOfAnyKindGiveFindingsAndNoException(@ForAll byte[] bytes) {
    assertThat(ManifestReader.read("a.yaml", bytes)).isNotNull();
  }

  @Property(tries = 3000)
  void whatIsAcceptedReadsTheSameAfterWriting(@ForAll("mutated") String text) {
    for (Manifest manifest : ManifestReader.read("a.yaml", text).manifests()) {
      ReadResult again = ManifestReader.read("b.yaml", manifest.toString());
      assertThat(again.findings()).as(manifest.toString()).isEmpty();
      assertThat(again.manifests()).containsExactly(manifest);
    }
  }

  @Provide
  Arbitrary<String> mutated() {
    Arbitrary<Integer> at = Arbitraries.integers().between(0, DOCUMENT.length() - 1);
    Arbitrary<Integer> length = Arbitraries.integers().between(0, 12);
    Arbitrary<String> piece =
        Arbitraries.oneOf(
            Arbitraries.of(
                ":", "-", "[", "]", "{", "}", "\"", "'", "#", "&a ", "*a", "!!str ", "|", ">", "\t",
                "\n", "\n---\n", "null", "true", "on", "0x1", "1e3", "<<: ", "? ", "\u0000",
                "\uFEFF"),
            Arbitraries.strings().ofMaxLength(5));
    return Combinators.combine(at, length, piece, at, length, piece)
        .as((a, la, pa, b, lb, pb) -> replaced(replaced(DOCUMENT, a, la, pa), b, lb, pb));
  }

  private static String replaced(String text, int at, int length, String piece) {
    int begin = Math.min(at, text.length());
    int end = Math.min(text.length(), begin + length);
    return text.substring(0, begin) + piece + text.substring(end);
  }

  private static final int TRIES = Integer.getInteger("fuzz.tries", 3000);

  /**
   * Documents of every kind, changed in a few places: what is accepted says what its text says, as
   * another reader understands it. With {@code -Dfuzz.tries=1000000} for a long search.
   */
  @Test
  void whatIsAcceptedSaysWhatItsTextSays() {
    List<String> texts = new ArrayList<>(MalformedInputs.manifests());
    for (Kind<?> kind : ManifestReader.kinds()) {
      for (int seed = 0; seed < 6; seed++) {
        texts.add(RandomManifests.plain(kind, seed).toString());
      }
      texts.add(RandomManifests.odd(kind, Choices.of(1, 300)).toString());
    }
    texts.add(DOCUMENT);
    int accepted = 0;
    for (int seed = 0; seed < TRIES; seed++) {
      String text = new Mutation(seed).of(texts);
      List<Manifest> manifests = ManifestReader.read("a.yaml", text).manifests();
      if (manifests.isEmpty()) {
        continue;
      }
      IndependentReading reading = new IndependentReading(text);
      for (Manifest manifest : manifests) {
        accepted++;
        assertThat(reading.differences(manifest)).as("%s of%n%s", seed, text).isEmpty();
      }
    }
    assertThat(accepted).isGreaterThan(TRIES / 10);
  }

  /** Bytes of any kind, and UTF-8 with bytes that were changed: findings, and no exception. */
  @Test
  void changedBytesGiveFindingsAndNoException() {
    Random random = new Random(1);
    for (int i = 0; i < TRIES; i++) {
      byte[] bytes = DOCUMENT.getBytes(StandardCharsets.UTF_8);
      for (int change = 0; change <= random.nextInt(6); change++) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      ReadResult read = ManifestReader.read(i % 2 == 0 ? "a.yaml" : "a.json", bytes);
      assertThat(read.findings().size()).isLessThanOrEqualTo(Limits.FINDINGS + 1);
    }
  }
}
