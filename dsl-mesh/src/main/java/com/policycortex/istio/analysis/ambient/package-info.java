/** Checks of ambient mode: waypoints, and what only they, or only sidecars, enforce. */
@NullMarked
package com.policycortex.istio.analysis.ambient;

import org.jspecify.annotations.NullMarked;
