package com.policycortex.istio.baseline;

import com.policycortex.istio.finding.Finding;
import com.policycortex.istio.finding.Fingerprint;
import com.policycortex.istio.finding.Origin;
import com.policycortex.istio.finding.ResourceId;
import com.policycortex.istio.finding.Severity;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.Fields;
import com.policycortex.istio.yaml.ObjectReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The form of a baseline's file. */
final class BaselineFile {

  private BaselineFile() {}

  private record Content(Optional<Integer> version, Origin versionOrigin, List<Entry> entries) {
    static Content read(FieldReader in) {
      return new Content(
          in.int32("version"), in.origin("version"), in.messages("findings", Entry::read));
    }
  }

  private record Entry(Fingerprint fingerprint, int count, Origin origin) {
    static Entry read(FieldReader in) {
      return new Entry(
          new Fingerprint(
              in.requiredString("id"),
              in.string("subject").orElse(""),
              in.string("path").orElse(""),
              in.strings("related"),
              in.strings("values")),
          in.int32("count").orElse(1),
          in.origin());
    }
  }

  /** An entry; what is empty, and a count of one, are left out. */
  static Fields fields(Fingerprint fingerprint, int count) {
    return out ->
        out.string("id", fingerprint.id())
            .string("subject", optional(fingerprint.subject()))
            .string("path", optional(fingerprint.path()))
            .strings("related", fingerprint.related())
            .strings("values", fingerprint.values())
            .int32("count", count == 1 ? Optional.empty() : Optional.of(count));
  }

  private static Optional<String> optional(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }

  static BaselineRead read(String file, String text, String folder) {
    ObjectReader<Content> read = ObjectReader.read(file, text, Content::read);
    List<Finding> findings = new ArrayList<>(read.findings());
    SortedMap<Fingerprint, Integer> counts = new TreeMap<>();
    if (read.value().isPresent()) {
      Content content = read.value().get();
      check(content, findings);
      for (Entry entry : content.entries()) {
        counts.merge(entry.fingerprint(), entry.count(), Integer::sum);
      }
    }
    boolean broken = findings.stream().anyMatch(one -> one.severity() == Severity.ERROR);
    return new BaselineRead(
        broken ? Optional.empty() : Optional.of(new Baseline(counts, folder)), findings);
  }

  private static void check(Content content, List<Finding> findings) {
    if (content.version().isPresent() && content.version().get() != Baseline.VERSION) {
      findings.add(
          finding(
              "BASELINE-VERSION",
              "version",
              "the baseline has the version "
                  + content.version().get()
                  + ", and this program knows "
                  + Baseline.VERSION,
              content.versionOrigin()));
    } else if (content.version().isEmpty() && findings.isEmpty()) {
      findings.add(
          finding(
              "BASELINE-VERSION",
              "version",
              "this is no baseline: it has no version",
              content.versionOrigin()));
    }
    for (Entry entry : content.entries()) {
      if (entry.count() < 1) {
        findings.add(
            finding(
                "BASELINE-COUNT",
                "findings",
                "a finding that is there " + entry.count() + " times is not there",
                entry.origin()));
      }
    }
  }

  private static Finding finding(String id, String path, String message, Origin where) {
    return new Finding(
        id,
        Severity.ERROR,
        new ResourceId("", Optional.empty(), ""),
        path,
        message,
        "write the baseline anew: istio lint --write-baseline",
        where);
  }
}
