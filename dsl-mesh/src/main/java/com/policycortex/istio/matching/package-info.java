/**
 * Sets of requests: which requests a condition matches, whether one set holds another, and a
 * request that shows the difference.
 */
@NullMarked
package com.policycortex.istio.matching;

import org.jspecify.annotations.NullMarked;
