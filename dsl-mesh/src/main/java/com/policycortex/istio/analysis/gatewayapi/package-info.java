/** Checks of the Gateway API: listeners, routes, what they lead to, and who grants it. */
@NullMarked
package com.policycortex.istio.analysis.gatewayapi;

import org.jspecify.annotations.NullMarked;
