/** Checks of paths of calls: as far as policies name who calls whom. */
@NullMarked
package com.policycortex.istio.analysis.calls;

import org.jspecify.annotations.NullMarked;
