package com.policycortex.istio.finding;

/**
 * A finding that somebody has decided to live with.
 *
 * @param finding the finding
 * @param justification why, in the words of whoever decided it
 * @param where where it was decided
 * @param inSource whether that is in the manifest itself; else in a file of suppressions
 */
public record Suppressed(Finding finding, String justification, Origin where, boolean inSource) {}
