package com.policycortex.istio.analysis.reachability;

import com.policycortex.istio.analysis.check.Change;

/** Leaves out a match that never holds, which changes nothing for any request. */
final class DeadMatch {

  private DeadMatch() {}

  /**
   * Without the match; without its rule where it has no other, since a rule without a match would
   * take everything; void where there is no other rule either.
   *
   * @param path the match, for example {@code spec.http[0].match[1]}
   */
  static Change leftOut(Change change, String path) {
    int end = path.lastIndexOf(".match[");
    if (change.size(path.substring(0, path.lastIndexOf('['))) > 1) {
      return change.remove(path);
    }
    String rule = path.substring(0, end);
    String rules = rule.substring(0, rule.lastIndexOf('['));
    return change.onlyIf(change.size(rules) > 1).remove(rule);
  }
}
