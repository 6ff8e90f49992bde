package com.policycortex.istio.suppression;

import com.policycortex.istio.finding.Finding;
import com.policycortex.istio.finding.ResourceId;
import com.policycortex.istio.finding.Severity;
import com.policycortex.istio.finding.Suggestions;
import com.policycortex.istio.finding.Suppressed;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Asks suppressions about findings, and keeps account of what each was good for. */
final class Uses {

  private final String folder;
  private final LocalDate today;
  private final List<Use> all = new ArrayList<>();
  private final Map<String, List<Use>> byId = new HashMap<>();
  private final List<Use> wild = new ArrayList<>();
  private final Map<ResourceId, List<Use>> byManifest = new HashMap<>();
  private final Set<String> ids = new TreeSet<>();

  /** A suppression, and how many findings it took or wanted to take. */
  private static final class Use {
    private final Suppression suppression;
    private final ResourceId resource;
    private int taken;
    private int refused;

    Use(Suppression suppression, ResourceId resource) {
      this.suppression = suppression;
      this.resource = resource;
    }
  }

  Uses(
      List<Suppression> ofFile,
      Map<ResourceId, List<Suppression>> ofManifests,
      String folder,
      LocalDate today) {
    this.folder = folder;
    this.today = today;
    for (Suppression suppression : ofFile) {
      Use use = new Use(suppression, Suppressions.noManifest());
      all.add(use);
      List<Use> list =
          suppression.id().isWild()
              ? wild
              : byId.computeIfAbsent(suppression.id().pattern(), id -> new ArrayList<>());
      list.add(use);
    }
    ofManifests.forEach(
        (resource, suppressions) ->
            suppressions.forEach(
                suppression -> {
                  Use use = new Use(suppression, resource);
                  all.add(use);
                  byManifest.computeIfAbsent(resource, id -> new ArrayList<>()).add(use);
                }));
  }

  /** The finding with the first decision to live with it, if there is one that holds. */
  Optional<Suppressed> take(Finding finding) {
    ids.add(finding.id());
    Optional<Suppressed> taken = Optional.empty();
    for (List<Use> uses :
        List.of(
            byManifest.getOrDefault(finding.resource(), List.of()),
            byId.getOrDefault(finding.id(), List.of()),
            wild)) {
      for (Use use : uses) {
        if (!use.suppression.isExpired(today) && use.suppression.matches(finding, folder)) {
          if (Suppressions.isRefused(finding)) {
            use.refused++;
          } else {
            use.taken++;
            taken = taken.or(() -> Optional.of(suppressed(finding, use.suppression)));
          }
        }
      }
    }
    return taken;
  }

  private static Suppressed suppressed(Finding finding, Suppression by) {
    return new Suppressed(finding, by.justification(), by.where(), by.inSource());
  }

  /** What there is to say about suppressions that did not do what they were meant to. */
  List<Finding> problems() {
    List<Finding> problems = new ArrayList<>();
    for (Use use : all) {
      String id = use.suppression.id().pattern();
      if (use.suppression.isExpired(today)) {
        problems.add(
            problem(
                "SUPPRESSION-EXPIRED",
                Severity.WARNING,
                use,
                "the suppression of " + id + " held until " + use.suppression.until(),
                "Repair what it hid, or decide anew and write a later day"));
      } else if (use.taken == 0 && use.refused > 0) {
        problems.add(
            problem(
                "SUPPRESSION-REFUSED",
                Severity.WARNING,
                use,
                "what "
                    + id
                    + " finds here would be refused when it is applied, so nobody can live with"
                    + " it",
                "Repair it, and remove the suppression"));
      } else if (use.taken == 0) {
        problems.add(
            problem(
                "SUPPRESSION-UNUSED",
                Severity.INFO,
                use,
                "the suppression of " + id + " suppresses nothing",
                Suggestions.nearest(id, ids)
                    .filter(meant -> !meant.equals(id))
                    .map(meant -> "did you mean " + meant + "?")
                    .orElse("Remove it")));
      }
    }
    return problems;
  }

  private static Finding problem(
      String id, Severity severity, Use use, String message, String hint) {
    boolean ofManifest = use.suppression.inSource();
    return new Finding(
        id,
        severity,
        use.resource,
        ofManifest ? "metadata.annotations." + SuppressionAnnotations.OURS : "",
        message,
        hint,
        use.suppression.where());
  }
}
