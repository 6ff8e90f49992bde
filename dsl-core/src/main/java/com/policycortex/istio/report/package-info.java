/**
 * Findings in forms that people and programs read: text, JSON lines, SARIF, JUnit XML, Markdown.
 * {@link com.policycortex.istio.report.Report} is where to start.
 */
@NullMarked
package com.policycortex.istio.report;

import org.jspecify.annotations.NullMarked;
