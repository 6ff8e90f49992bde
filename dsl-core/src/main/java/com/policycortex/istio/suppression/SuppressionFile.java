package com.policycortex.istio.suppression;

import com.policycortex.istio.finding.Finding;
import com.policycortex.istio.finding.Origin;
import com.policycortex.istio.finding.ResourceId;
import com.policycortex.istio.finding.Severity;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.yaml.ObjectReader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a file of suppressions. One that has a mistake holds for nothing; the others hold. */
final class SuppressionFile {

  private static final String LIST = "suppress";
  private static final ResourceId NO_MANIFEST = new ResourceId("", Optional.empty(), "");

  private final List<Suppression> suppressions = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();

  /** An element of the list as it is written, with its places. */
  private record Entry(
      String path,
      Optional<String> id,
      Suppression draft,
      Optional<String> reason,
      Optional<String> until,
      Origin untilOrigin) {

    static Entry read(FieldReader in) {
      Optional<String> id = in.string("id").filter(text -> !text.isBlank());
      Optional<String> reason = in.string("reason").filter(text -> !text.isBlank());
      Suppression draft =
          new Suppression(
              glob(id),
              glob(in.string("kind")),
              glob(in.string("namespace")),
              glob(in.string("name")),
              glob(in.string("path")),
              glob(in.string("file")),
              reason.orElse(""),
              LocalDate.MIN,
              in.origin(),
              false);
      return new Entry(in.path(), id, draft, reason, in.string("until"), in.origin("until"));
    }

    private static Glob glob(Optional<String> pattern) {
      return pattern.map(Glob::new).orElse(Glob.ANY);
    }
  }

  SuppressionFile(String file, String text) {
    ObjectReader<List<Entry>> read =
        ObjectReader.read(file, text, in -> in.messages(LIST, Entry::read));
    findings.addAll(read.findings());
    for (Entry entry : read.value().orElse(List.of())) {
      // A field that is not known could be one that was to narrow it.
      if (read.findings().stream().noneMatch(finding -> breaks(finding, entry))) {
        add(entry);
      }
    }
  }

  private static boolean breaks(Finding finding, Entry entry) {
    return finding.severity() == Severity.ERROR && finding.path().startsWith(entry.path() + ".");
  }

  private void add(Entry entry) {
    Mistakes mistakes = new Mistakes(NO_MANIFEST, entry.path());
    Origin where = entry.draft().where();
    if (entry.id().isEmpty()) {
      mistakes.noId(where);
    } else if (entry.reason().isEmpty()) {
      mistakes.noReason(entry.id().get(), where);
    }
    Optional<LocalDate> until = Optional.empty();
    if (entry.until().isPresent()) {
      until = mistakes.date(entry.until().get(), entry.untilOrigin());
    } else if (entry.id().isPresent()) {
      mistakes.noDate(entry.id().get(), where);
    }
    if (mistakes.findings().isEmpty() && until.isPresent()) {
      suppressions.add(entry.draft().until(until.get()));
    }
    findings.addAll(mistakes.findings());
  }

  List<Suppression> suppressions() {
    return suppressions;
  }

  List<Finding> findings() {
    return findings;
  }
}
