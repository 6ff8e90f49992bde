package com.policycortex.istio.cli;

import com.policycortex.istio.finding.FileNames;
import com.policycortex.istio.render.OutputTreeException;
import com.policycortex.istio.repair.FileChange;
import com.policycortex.istio.repair.Repaired;
import com.policycortex.istio.repair.Repairs;
import com.policycortex.istio.report.Report;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Repairs what a report has repairs for: as a difference, or in the files. */
final class Fixing {

  // Each document gets one repair a round.
  private static final int MOST_ROUNDS = 50;

  private final Map<String, Set<String>> seen = new HashMap<>();
  private final Set<String> files = new HashSet<>();
  private Repaired left = new Repaired(List.of(), List.of(), List.of());
  private int findings;
  private int rounds;

  /** Prints what would be changed, for {@code git apply}. */
  static void diff(Report report, PrintWriter out, PrintWriter err) {
    Repaired repaired = repaired(report, false);
    for (FileChange change : repaired.files()) {
      change
          .unified(FileNames.below(report.folder(), change.file()))
          .forEach(line -> print(line, out));
    }
    out.flush();
    err.println(count(repaired.findings().size()) + " repaired by the difference");
    tell(repaired, err);
  }

  // The ends of lines are the difference's own, whatever the system.
  private static void print(String line, PrintWriter out) {
    out.print(line);
    out.print('\n');
  }

  /**
   * Changes the files. Of two repairs of one document the first is made, so that the other one is
   * made when this is called again with a report of the changed files.
   *
   * @return whether there was anything to change
   */
  boolean fix(Report report) {
    Repaired repaired = repaired(report, true);
    left = repaired;
    boolean more = rounds++ < MOST_ROUNDS && !repaired.files().isEmpty();
    // A text that was there before would come again and again.
    if (!more || repaired.files().stream().anyMatch(change -> !isNew(change))) {
      return false;
    }
    for (FileChange change : repaired.files()) {
      write(change);
      files.add(change.file());
    }
    findings += repaired.findings().size();
    return true;
  }

  private boolean isNew(FileChange change) {
    Set<String> texts = seen.computeIfAbsent(change.file(), file -> new HashSet<>());
    texts.add(change.before());
    return texts.add(change.after());
  }

  /** Says what was changed, and what was not. */
  void tell(PrintWriter err) {
    err.println(
        count(findings)
            + " repaired in "
            + files.size()
            + (files.size() == 1 ? " file" : " files"));
    tell(left, err);
  }

  private static Repaired repaired(Report report, boolean keepingComments) {
    return new Repairs(report.manifests(), report.sources(), report.folder())
        .repair(
            report.findings().stream()
                .filter(finding -> finding.severity().atLeast(report.shown()))
                .toList(),
            keepingComments);
  }

  private static void tell(Repaired repaired, PrintWriter err) {
    Map<String, Integer> reasons = new LinkedHashMap<>();
    repaired.left().forEach(left -> reasons.merge(left.why(), 1, Integer::sum));
    reasons.forEach((why, number) -> err.println(count(number) + " not: " + why));
  }

  private static String count(int number) {
    return number + (number == 1 ? " finding" : " findings");
  }

  // A file is there whole, before or after. One that changed meanwhile is left alone.
  private static void write(FileChange change) {
    Path file = Path.of(change.file());
    try {
      byte[] before = change.before().getBytes(StandardCharsets.UTF_8);
      if (!Arrays.equals(Files.readAllBytes(file), before)) {
        throw new OutputTreeException(file + " has changed since it was read; run again");
      }
      Path real = file.toRealPath();
      Path fresh = Files.createTempFile(real.getParent(), ".istio-", ".yaml");
      try {
        // Whoever could read the file can still.
        Files.copy(
            real, fresh, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
        Files.writeString(fresh, change.after());
        Files.move(
            fresh, real, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(fresh);
      }
    } catch (IOException e) {
      throw new OutputTreeException("cannot write " + file + ": " + e);
    }
  }
}
