package com.policycortex.istio.fabric8;

import static org.assertj.core.api.Assertions.assertThat;

import com.policycortex.istio.finding.Severity;
import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.release.ApiDocument;
import com.policycortex.istio.release.ApiTable;
import com.policycortex.istio.release.ApiTable.Row;
import com.policycortex.istio.yaml.ManifestReader;
import com.policycortex.istio.yaml.ReadResult;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** To fabric8 and back, for a manifest around each field of Istio's API. */
class EveryFieldTest {

  private static final ApiDocument DOCUMENT = new ApiDocument();

  @Test
  void a_manifest_with_any_field_of_the_table_comes_back_equal() {
    List<String> problems = new ArrayList<>();
    Set<Row> fields = new LinkedHashSet<>();
    int values = 0;
    List<Row> rows =
        ApiTable.kindRows().stream().filter(row -> !row.path().equals("spec")).toList();
    for (Row row : rows) {
      for (String value : DOCUMENT.values(row)) {
        ReadResult written =
            ManifestReader.read("a.yaml", DOCUMENT.text(row.kind(), row.path(), value));
        assertThat(written.manifests()).as(row + " = " + value).hasSize(1);
        Manifest manifest = written.manifests().get(0);
        ReadResult read = Fabric8.fromFabric8(Fabric8.toFabric8(manifest));
        if (!read.manifests().equals(List.of(manifest))
            || read.findings().stream().anyMatch(one -> one.severity() == Severity.ERROR)) {
          problems.add(row + " = " + value + ": " + read.findings());
        }
        fields.add(row);
        values++;
      }
    }
    assertThat(problems).isEmpty();
    assertThat(fields).hasSameSizeAs(rows).hasSize(1166);
    assertThat(values).isGreaterThan(1300);
  }
}
