package com.policycortex.istio.validation;

import static org.assertj.core.api.Assertions.assertThat;

import com.policycortex.istio.finding.Finding;
import com.policycortex.istio.finding.Fingerprint;
import com.policycortex.istio.finding.Severity;
import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.yaml.ManifestReader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Two manifests of one name: in one folder they replace each other, in two they may be meant so.
 */
class AlternativesTest {

  private static List<Manifest> read(String file, String host, String... names) {
    StringBuilder text = new StringBuilder();
    for (String name : names) {
      text.append("---\napiVersion: networking.istio.io/v1\nkind: DestinationRule\n")
          .append("metadata: {name: " + name + ", namespace: shop}\nspec: {host: " + host + "}\n");
    }
    return ManifestReader.read(file, text.toString()).manifests();
  }

  @SafeVarargs
  private static List<Finding> findings(List<Manifest>... files) {
    List<Manifest> all = new ArrayList<>();
    for (List<Manifest> file : files) {
      all.addAll(file);
    }
    return Validation.validateFiles(all);
  }

  @Test
  void two_of_one_file_or_folder_are_an_error_each() {
    assertThat(findings(read("a/x.yaml", "v1", "one", "two"), read("a/y.yaml", "v2", "one", "two")))
        .hasSize(2)
        .allSatisfy(one -> assertThat(one.severity()).isEqualTo(Severity.ERROR))
        .extracting(Finding::message)
        .first()
        .asString()
        .contains("another DestinationRule shop/one at a/x.yaml:2:1");
  }

  @Test
  void two_that_are_the_same_in_one_folder_are_a_warning_for_nothing_is_lost() {
    assertThat(findings(read("x.yaml", "v1", "one"), read("y.yaml", "v1", "one")))
        .singleElement()
        .satisfies(one -> assertThat(one.severity()).isEqualTo(Severity.WARNING))
        .satisfies(one -> assertThat(one.message()).contains("written twice"));
  }

  @Test
  void overlays_are_one_warning_for_each_folder_that_names_the_others() {
    List<Finding> findings =
        findings(
            read("base/x.yaml", "v1", "one", "two", "three"),
            read("dev/x.yaml", "v1", "one"),
            read("dev/y.yaml", "v2", "two"),
            read("prod/x.yaml", "v3", "one", "three"));

    assertThat(findings)
        .extracting(Finding::severity)
        .containsExactly(Severity.WARNING, Severity.WARNING);
    assertThat(findings.get(0).message())
        .isEqualTo(
            "2 manifests of this folder are also in \"base\", 1 with other content; applied"
                + " together, the last one stays");
    assertThat(findings.get(0).origin().file()).isEqualTo("dev/y.yaml");
    assertThat(findings.get(0).related().get(0).origin().file()).isEqualTo("base/x.yaml");
    assertThat(findings.get(1).message()).startsWith("2 manifests of this folder are also in");
    assertThat(findings.get(1).hint()).startsWith("Lint each folder by itself");
  }

  @Test
  void copies_in_another_folder_are_information() {
    assertThat(findings(read("a/x.yaml", "v1", "one"), read("b/x.yaml", "v1", "one")))
        .singleElement()
        .satisfies(one -> assertThat(one.severity()).isEqualTo(Severity.INFO))
        .satisfies(
            one ->
                assertThat(one.message())
                    .isEqualTo(
                        "DestinationRule shop/one is also in \"a\", all the same; applied together,"
                            + " nothing is lost"));
  }

  @Test
  void two_of_one_folder_are_an_error_even_if_the_first_of_that_name_lies_elsewhere() {
    assertThat(
            findings(
                read("a/x.yaml", "v1", "one"),
                read("b/x.yaml", "v2", "one"),
                read("b/y.yaml", "v3", "one")))
        .extracting(Finding::severity)
        .containsExactly(Severity.ERROR, Severity.WARNING);
  }

  @Test
  void what_comes_from_standard_input_is_applied_with_the_rest() {
    assertThat(findings(read("a/x.yaml", "v1", "one"), read("<stdin>", "v2", "one")))
        .singleElement()
        .satisfies(one -> assertThat(one.severity()).isEqualTo(Severity.ERROR));
  }

  @Test
  void what_is_applied_together_for_certain_is_refused_wherever_it_was_read() {
    List<Manifest> all = new ArrayList<>(read("a/x.yaml", "v1", "one"));
    all.addAll(read("b/x.yaml", "v1", "one"));

    assertThat(Validation.validate(all))
        .singleElement()
        .satisfies(one -> assertThat(one.severity()).isEqualTo(Severity.ERROR));
  }

  @Test
  void the_fingerprint_is_the_same_wherever_the_repository_lies() {
    Finding here =
        findings(read("/home/a/x/f.yaml", "v1", "one"), read("/home/a/y/f.yaml", "v2", "one"))
            .get(0);
    Finding there = findings(read("x/f.yaml", "v1", "one"), read("y/f.yaml", "v2", "one")).get(0);

    assertThat(Fingerprint.of(here, "/home/a").digest())
        .isEqualTo(Fingerprint.of(there, "/srv/b").digest());
  }
}
