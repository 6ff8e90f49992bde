package com.policycortex.istio.cli;

import com.policycortex.istio.finding.Severity;
import com.policycortex.istio.report.RuleDescription;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The pages about findings, {@code docs/rules} of the project, which the jar brings along. */
final class FindingPages {

  private static final Pattern ID = Pattern.compile("[A-Z]+(?:-[A-Z0-9]+)+");
  private static final Pattern CODE = Pattern.compile("[A-Z]{3}\\d{4}");
  private static final Pattern HEAD =
      Pattern.compile("# \\S+: (.+)\n(?s:.*?)\n\\| (error|warning|info) \\|");
  private static final Pattern LISTED =
      Pattern.compile("\\| \\[(\\S+)]\\(\\S+\\) \\| (.+?) \\|(.*)");

  private FindingPages() {}

  /**
   * A finding id that has a page.
   *
   * @param id the id
   * @param text what is wrong, in a few words
   * @param facts what else is known, with the codes of other tools
   */
  record Title(String id, String text, String facts) {

    private boolean isAlso(String code) {
      return Pattern.compile("[ ,|]").splitAsStream(facts).anyMatch(code::equals);
    }
  }

  /** The ids of what another tool calls so, {@code IST0101} or {@code KIA1101}. */
  static List<String> idsOf(String code) {
    return CODE.matcher(code).matches()
        ? titles().stream().filter(title -> title.isAlso(code)).map(Title::id).toList()
        : List.of();
  }

  /** The page of a finding id, as Markdown. */
  static Optional<String> page(String id) {
    return ID.matcher(id).matches() ? resource(id + ".md") : Optional.empty();
  }

  /** What a page says of its finding, for reports. */
  static Optional<RuleDescription> describe(String id) {
    return page(id)
        .flatMap(
            page -> {
              Matcher head = HEAD.matcher(page);
              return head.lookingAt()
                  ? Optional.of(
                      new RuleDescription(
                          id, severity(head.group(2)), head.group(1), page, Optional.empty()))
                  : Optional.empty();
            });
  }

  /** Every finding id that has a page, by its group. */
  static List<Title> titles() {
    List<Title> titles = new ArrayList<>();
    for (String line : resource("README.md").orElse("").split("\n", -1)) {
      Matcher listed = LISTED.matcher(line);
      if (listed.matches()) {
        titles.add(new Title(listed.group(1), listed.group(2), listed.group(3)));
      }
    }
    return titles;
  }

  private static Severity severity(String word) {
    return switch (word) {
      case "error" -> Severity.ERROR;
      case "warning" -> Severity.WARNING;
      default -> Severity.INFO;
    };
  }

  private static Optional<String> resource(String name) {
    try (InputStream in = FindingPages.class.getResourceAsStream("findings/" + name)) {
      return in == null
          ? Optional.empty()
          : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
