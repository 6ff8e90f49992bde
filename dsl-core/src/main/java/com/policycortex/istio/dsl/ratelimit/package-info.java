/**
 * Limits on how often something is asked: in each proxy by itself ({@link
 * com.policycortex.istio.dsl.ratelimit.LocalRateLimit}), or for all proxies together by a service
 * that counts ({@link com.policycortex.istio.dsl.ratelimit.GlobalRateLimit}).
 */
@NullMarked
package com.policycortex.istio.dsl.ratelimit;

import org.jspecify.annotations.NullMarked;
