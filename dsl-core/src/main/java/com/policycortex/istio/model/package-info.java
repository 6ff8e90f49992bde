/**
 * The mesh's manifests as immutable values: what every kind has in common ({@link
 * com.policycortex.istio.model.Manifest}, {@link com.policycortex.istio.model.Metadata}, selectors
 * and references). The kinds themselves are in the packages below, one for each API group.
 *
 * <p>Values compare by content, are safe to share between threads, and change by giving a changed
 * copy: {@code retry.attempts(3)} is a new value. A value may hold what Istio refuses; the {@code
 * validation} package finds it, and nothing refused is ever rendered.
 */
@NullMarked
package com.policycortex.istio.model;

import org.jspecify.annotations.NullMarked;
