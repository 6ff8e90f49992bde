package com.policycortex.istio.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import com.policycortex.istio.analysis.check.Check;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The page that says what the findings of other tools are called here is true. */
class CoverageTest {

  private static final Path DOCS = Path.of("..", "docs");
  private static final Pattern ROW = Pattern.compile("\\| (IST\\d{4}|KIA\\d{4}|GWAPI) \\|(.*)");
  private static final Pattern LINK =
      Pattern.compile("\\[([A-Z0-9-]+)]\\(rules/([A-Z0-9-]+)\\.md\\)");

  @Test
  void each_finding_that_the_page_names_is_that_of_a_check_or_a_rule() throws IOException {
    Set<String> checks = checks();
    for (String line : lines()) {
      Matcher link = LINK.matcher(line);
      while (link.find()) {
        assertThat(link.group(1)).isEqualTo(link.group(2));
        assertThat(
                checks.contains(link.group(1))
                    || Files.exists(DOCS.resolve("rules").resolve(link.group(1) + ".md")))
            .as("%s is a check or a rule", link.group(1))
            .isTrue();
      }
    }
  }

  @Test
  void each_code_has_a_finding_or_a_reason() throws IOException {
    Map<String, String> rows = rows();
    assertThat(rows.keySet().stream().filter(code -> code.startsWith("IST"))).hasSize(68);
    assertThat(rows.keySet().stream().filter(code -> code.startsWith("KIA"))).hasSize(72);
    rows.forEach(
        (code, row) ->
            assertThat(row.substring(row.indexOf('|') + 1)).as(code).hasSizeGreaterThan(9));
  }

  @Test
  void a_check_is_in_the_rows_of_the_codes_that_it_names() throws IOException {
    Map<String, String> rows = rows();
    List<String> missing = new ArrayList<>();
    for (Check<?> check : Checks.all()) {
      for (String code : check.info().codes()) {
        if (!rows.getOrDefault(code, "").contains("[" + check.info().id() + "]")) {
          missing.add(check.info().id() + " in the row of " + code);
        }
      }
    }
    assertThat(missing).isEmpty();
  }

  @Test
  void each_check_is_on_the_page() throws IOException {
    Set<String> named = new TreeSet<>();
    for (String line : lines()) {
      Matcher link = LINK.matcher(line);
      while (link.find()) {
        named.add(link.group(1));
      }
    }
    assertThat(named).containsAll(checks());
  }

  private static Set<String> checks() {
    return Checks.all().stream().map(check -> check.info().id()).collect(Collectors.toSet());
  }

  private static Map<String, String> rows() throws IOException {
    Map<String, String> rows = new TreeMap<>();
    for (String line : lines()) {
      Matcher row = ROW.matcher(line);
      if (row.matches()) {
        rows.put(row.group(1), row.group(2));
      }
    }
    return rows;
  }

  private static List<String> lines() throws IOException {
    return Files.readAllLines(DOCS.resolve("analysis-coverage.md"));
  }
}
