package com.policycortex.istio.analysis.check;

import com.policycortex.istio.finding.Severity;
import com.policycortex.istio.mesh.Need;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What a check is called and what it means.
 *
 * @param id the stable name of its findings, for example {@code REF-ROUTE-HOST-MISSING}; never
 *     reused
 * @param severity how much its findings weigh, unless one says otherwise
 * @param title what is wrong, in a few words
 * @param meaning what exactly is found, in some sentences
 * @param why what happens to the traffic
 * @param fix what to do about it, starting with an imperative; the hint of a finding that has none
 * @param confidence how sure it is
 * @param needs what must be among the manifests; without it the check is skipped
 * @param codes what other tools call it, for example {@code IST0101} or {@code KIA1101}
 */
public record CheckInfo(
    String id,
    Severity severity,
    String title,
    String meaning,
    String why,
    String fix,
    Confidence confidence,
    Set<Need> needs,
    List<String> codes) {

  /** Copies the collections. */
  public CheckInfo {
    needs = needs.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(needs));
    codes = List.copyOf(codes);
  }

  /** A check whose findings are errors: something does not work. */
  public static CheckInfo error(String id, String title) {
    return of(id, Severity.ERROR, title);
  }

  /** A check whose findings are warnings: something does not do what it seems to say. */
  public static CheckInfo warning(String id, String title) {
    return of(id, Severity.WARNING, title);
  }

  /** A check whose findings are worth knowing. */
  public static CheckInfo info(String id, String title) {
    return of(id, Severity.INFO, title);
  }

  /** A copy that says what exactly is found. */
  public CheckInfo meaning(String text) {
    return new CheckInfo(id, severity, title, text, why, fix, confidence, needs, codes);
  }

  /** A copy that says what happens to the traffic. */
  public CheckInfo why(String text) {
    return new CheckInfo(id, severity, title, meaning, text, fix, confidence, needs, codes);
  }

  /** A copy that says what to do, starting with an imperative. */
  public CheckInfo fix(String text) {
    return new CheckInfo(id, severity, title, meaning, why, text, confidence, needs, codes);
  }

  /** A copy that is so sure. Default {@link Confidence#CERTAIN}. */
  public CheckInfo confidence(Confidence how) {
    return new CheckInfo(id, severity, title, meaning, why, fix, how, needs, codes);
  }

  /** A copy that is skipped unless the manifests have all of these. */
  public CheckInfo needs(Need first, Need... more) {
    Set<Need> all = EnumSet.of(first, more);
    return new CheckInfo(id, severity, title, meaning, why, fix, confidence, all, codes);
  }

  /** A copy with the codes that other tools use. */
  public CheckInfo codes(String... theirs) {
    return new CheckInfo(
        id, severity, title, meaning, why, fix, confidence, needs, List.of(theirs));
  }

  /** {@code REF-ROUTE-HOST-MISSING: title}. */
  @Override
  public String toString() {
    return id + ": " + title;
  }

  private static CheckInfo of(String id, Severity severity, String title) {
    return new CheckInfo(id, severity, title, "", "", "", Confidence.CERTAIN, Set.of(), List.of());
  }
}
