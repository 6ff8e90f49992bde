/** Benchmarks; see README.md of this module. */
@NullMarked
package com.policycortex.istio.benchmarks;

import org.jspecify.annotations.NullMarked;
