package com.policycortex.istio.report;

import com.policycortex.istio.finding.Severity;
import java.net.URI;
import java.util.Optional;

/**
 * What a finding's id stands for.
 *
 * @param id the id
 * @param severity what its findings weigh
 * @param summary one sentence
 * @param help what it means and what to do, as Markdown; may be empty
 * @param page where to read more
 */
public record RuleDescription(
    String id, Severity severity, String summary, String help, Optional<URI> page) {}
