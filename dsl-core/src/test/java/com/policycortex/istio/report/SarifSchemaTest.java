package com.policycortex.istio.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The schema is the one that OASIS publishes. */
class SarifSchemaTest {

  private static final Schema SCHEMA = schema();

  @Test
  void aReportKeepsTheSchema() {
    assertThat(errors(Sample.report().text(ReportFormat.sarif()))).isEmpty();
    assertThat(errors(Report.of(List.of()).text(ReportFormat.sarif()))).isEmpty();
  }

  @Test
  void aFindingWithoutPlaceOrNameKeepsTheSchema() {
    Report report = Report.of(List.of(ReportFormatsTest.finding("\u0000\uD800", "")));
    assertThat(errors(report.text(ReportFormat.sarif()))).isEmpty();
  }

  @Test
  void theSchemaRefusesWhatIsNoReport() {
    String text = Sample.report().text(ReportFormat.sarif());
    assertThat(errors(text.replace("\"level\" : \"error\"", "\"level\" : \"fatal\""))).isNotEmpty();
    assertThat(errors(text.replace("\"startLine\" : 32", "\"startLine\" : 0"))).isNotEmpty();
  }

  private static List<String> errors(String sarif) {
    return SCHEMA.validate(sarif, InputFormat.JSON).stream().map(Object::toString).toList();
  }

  private static Schema schema() {
    try (InputStream in =
        SarifSchemaTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
          .getSchema(new String(in.readAllBytes(), StandardCharsets.UTF_8), InputFormat.JSON);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
