/**
 * What a mesh tells about itself: traces, access logs, and the rules and dashboards that read its
 * metrics.
 */
@NullMarked
package com.policycortex.istio.dsl.observability;

import org.jspecify.annotations.NullMarked;
