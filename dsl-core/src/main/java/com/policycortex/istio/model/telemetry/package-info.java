/** The kind of {@code telemetry.istio.io}: traces, metrics and access logs. */
@NullMarked
package com.policycortex.istio.model.telemetry;

import org.jspecify.annotations.NullMarked;
