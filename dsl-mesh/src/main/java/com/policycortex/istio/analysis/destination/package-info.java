/** Checks of DestinationRules: hosts, subsets, traffic policies. */
@NullMarked
package com.policycortex.istio.analysis.destination;

import org.jspecify.annotations.NullMarked;
