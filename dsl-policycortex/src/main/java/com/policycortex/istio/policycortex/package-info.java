/**
 * The complete mesh of one product as one value: {@link
 * com.policycortex.istio.policycortex.PolicyCortex}.
 */
@NullMarked
package com.policycortex.istio.policycortex;

import org.jspecify.annotations.NullMarked;
