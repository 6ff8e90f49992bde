package com.policycortex.istio.suppression;

import com.policycortex.istio.finding.FileNames;
import com.policycortex.istio.finding.Finding;
import com.policycortex.istio.finding.Origin;
import com.policycortex.istio.finding.ResourceId;
import java.time.LocalDate;

/**
 * A decision to live with some findings.
 *
 * @param id which ids
 * @param kind of manifests of which kinds
 * @param namespace in which namespaces; a manifest without one has the empty text
 * @param name of which names
 * @param path at which fields
 * @param file in which files
 * @param reason why
 * @param until the last day on which it holds
 * @param where where it is written
 * @param inSource whether that is in a manifest itself, and so for that manifest only
 */
record Suppression(
    Glob id,
    Glob kind,
    Glob namespace,
    Glob name,
    Glob path,
    Glob file,
    String reason,
    LocalDate until,
    Origin where,
    boolean inSource) {

  /** One that a manifest carries; it is only asked about findings of that manifest. */
  static Suppression inManifest(Glob id, Glob path, String reason, LocalDate until, Origin where) {
    return new Suppression(
        id, Glob.ANY, Glob.ANY, Glob.ANY, path, Glob.ANY, reason, until, where, true);
  }

  Suppression until(LocalDate day) {
    return new Suppression(id, kind, namespace, name, path, file, reason, day, where, inSource);
  }

  boolean matches(Finding finding, String folder) {
    ResourceId resource = finding.resource();
    return id.matches(finding.id())
        && kind.matches(resource.kind())
        && namespace.matches(resource.namespace().orElse(""))
        && name.matches(resource.name())
        && path.matches(finding.path())
        && file.matches(FileNames.below(folder, finding.origin().file()));
  }

  boolean isExpired(LocalDate today) {
    return today.isAfter(until);
  }

  /** What reports say of why a finding is not among the others. */
  String justification() {
    return reason + " (until " + until + ")";
  }
}
