/** Checks of mutual TLS: what clients speak, what servers ask for, and whether the two agree. */
@NullMarked
package com.policycortex.istio.analysis.mutualtls;

import org.jspecify.annotations.NullMarked;
