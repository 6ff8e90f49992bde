package com.policycortex.istio.report;

/**
 * Something that was not looked at.
 *
 * @param what a manifest, a file or a check
 * @param why the reason, short: {@code no workloads are given}
 * @param need what a check would have needed, in the plural: {@code Namespaces}; empty where the
 *     reason is another one
 */
public record Skipped(String what, String why, String need) {

  /** What was not looked at for another reason than that something is not given. */
  public Skipped(String what, String why) {
    this(what, why, "");
  }
}
