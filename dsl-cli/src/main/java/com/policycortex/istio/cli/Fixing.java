package com.policycortex.istio.cli;

import com.policycortex.istio.finding.FileNames;
import com.policycortex.istio.finding.Finding;
import com.policycortex.istio.finding.Repair;
import com.policycortex.istio.render.OutputTreeException;
import com.policycortex.istio.repair.FileChange;
import com.policycortex.istio.repair.Repaired;
import com.policycortex.istio.repair.Repairs;
import com.policycortex.istio.report.Report;
import com.policycortex.istio.yaml.ReadResult;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Repairs what a report has repairs for: in the texts as they were read, until there is nothing
 * more to repair; then as a difference, or in the files.
 */
final class Fixing {

  // Each document gets one repair a round.
  private static final int MOST_ROUNDS = 50;

  private final boolean careful;
  private final boolean unsafe;
  private final Map<String, Set<String>> seen = new HashMap<>();
  private final SortedMap<String, String> before = new TreeMap<>();
  private final Map<String, String> after = new HashMap<>();
  private final List<String> decided = new ArrayList<>();
  private Repaired left = new Repaired(List.of(), List.of(), List.of());
  private int findings;
  private int rounds;

  /**
   * Nothing is repaired yet.
   *
   * @param careful whether to leave alone what would lose a comment or a manifest
   * @param unsafe whether to make repairs that change what traffic does as well
   */
  Fixing(boolean careful, boolean unsafe) {
    this.careful = careful;
    this.unsafe = unsafe;
  }

  /**
   * What is read with some findings repaired. Of two repairs of one document the first is made, so
   * that the other one is made when this is called again with a report of the changed texts; then
   * it is known that both can be made.
   *
   * @return empty if there is nothing to change
   */
  Optional<ReadResult> fix(Report report, ReadResult read) {
    Repaired repaired =
        new Repairs(report.manifests(), report.sources(), report.folder())
            .repair(
                report.findings().stream()
                    .filter(finding -> finding.severity().atLeast(report.shown()))
                    .toList(),
                careful,
                repair -> unsafe || repair.isSafe());
    left = repaired;
    boolean more = rounds++ < MOST_ROUNDS && !repaired.files().isEmpty();
    // A text that was there before would come again and again.
    if (!more || repaired.files().stream().anyMatch(change -> !isNew(change))) {
      return Optional.empty();
    }
    ReadResult changed = read;
    for (FileChange change : repaired.files()) {
      before.putIfAbsent(change.file(), change.before());
      after.put(change.file(), change.after());
      changed = changed.reread(change.file(), change.after());
    }
    findings += repaired.findings().size();
    repaired.findings().forEach(this::note);
    return Optional.of(changed);
  }

  private void note(Finding finding) {
    Repair repair = finding.repairs().get(0);
    if (!repair.isSafe()) {
      decided.add(finding.id() + " " + finding.resource() + ": " + repair);
    }
  }

  private boolean isNew(FileChange change) {
    Set<String> texts = seen.computeIfAbsent(change.file(), file -> new HashSet<>());
    texts.add(change.before());
    return texts.add(change.after());
  }

  /** Prints what is changed, for {@code git apply}. */
  void diff(String folder, PrintWriter out, PrintWriter err) {
    before.forEach(
        (file, text) ->
            FileChange.between(file, text, after.getOrDefault(file, text))
                .unified(FileNames.below(folder, file))
                .forEach(line -> print(line, out)));
    out.flush();
    err.println(count(findings) + " repaired by the difference");
    tellMore(err);
  }

  // The ends of lines are the difference's own, whatever the system.
  private static void print(String line, PrintWriter out) {
    out.print(line);
    out.print('\n');
  }

  /** Changes the files, and says what was changed and what was not. */
  void write(PrintWriter err) {
    before.forEach((file, text) -> write(file, text, after.getOrDefault(file, text)));
    err.println(
        count(findings)
            + " repaired in "
            + before.size()
            + (before.size() == 1 ? " file" : " files"));
    tellMore(err);
  }

  private void tellMore(PrintWriter err) {
    decided.forEach(err::println);
    Map<String, Integer> reasons = new LinkedHashMap<>();
    left.left().forEach(one -> reasons.merge(one.why(), 1, Integer::sum));
    reasons.forEach(
        (why, number) ->
            err.println(
                count(number)
                    + " not: "
                    + why
                    + (why.equals(Repairs.NOT_WANTED) ? "; with --unsafe it is made" : "")));
  }

  private static String count(int number) {
    return number + (number == 1 ? " finding" : " findings");
  }

  // A file is there whole, before or after. One that changed meanwhile is left alone.
  private static void write(String name, String before, String after) {
    Path file = Path.of(name);
    try {
      if (!Arrays.equals(Files.readAllBytes(file), before.getBytes(StandardCharsets.UTF_8))) {
        throw new OutputTreeException(file + " has changed since it was read; run again");
      }
      Path real = file.toRealPath();
      Path fresh = Files.createTempFile(real.getParent(), ".istio-", ".yaml");
      try {
        // Whoever could read the file can still.
        Files.copy(
            real, fresh, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
        Files.writeString(fresh, after);
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
