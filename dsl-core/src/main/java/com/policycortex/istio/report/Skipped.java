package com.policycortex.istio.report;

/**
 * Something that was not looked at.
 *
 * @param what a manifest, a file or a check
 * @param why the reason, short: {@code no workloads are given}
 */
public record Skipped(String what, String why) {}
