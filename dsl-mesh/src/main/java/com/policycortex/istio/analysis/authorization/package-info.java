/**
 * Checks of AuthorizationPolicies and RequestAuthentications: whom they name, and what they miss.
 */
@NullMarked
package com.policycortex.istio.analysis.authorization;

import org.jspecify.annotations.NullMarked;
