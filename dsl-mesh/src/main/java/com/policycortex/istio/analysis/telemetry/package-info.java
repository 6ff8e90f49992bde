/** Checks of Telemetry: which of several counts, and providers that take what proxies send. */
@NullMarked
package com.policycortex.istio.analysis.telemetry;

import org.jspecify.annotations.NullMarked;
