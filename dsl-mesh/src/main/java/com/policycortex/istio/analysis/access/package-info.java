/** Checks of who is let in: rules of AuthorizationPolicies as sets of requests. */
@NullMarked
package com.policycortex.istio.analysis.access;

import org.jspecify.annotations.NullMarked;
