/** Reads documents of kinds that the model does not know, and what they select. */
@NullMarked
package com.policycortex.istio.mesh.untyped;

import org.jspecify.annotations.NullMarked;
