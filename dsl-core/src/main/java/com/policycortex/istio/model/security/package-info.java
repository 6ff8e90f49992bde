/** The kinds of {@code security.istio.io}: who may call whom, with which certificate and token. */
@NullMarked
package com.policycortex.istio.model.security;

import org.jspecify.annotations.NullMarked;
