/** Checks of Gateways: what they listen on, with which certificates, and for whom. */
@NullMarked
package com.policycortex.istio.analysis.gateways;

import org.jspecify.annotations.NullMarked;
