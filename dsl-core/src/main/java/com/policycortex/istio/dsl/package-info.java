/**
 * What a person types: verbs that return values of the model, references that cannot dangle, and
 * patterns (canary, blue-green, circuit breaker and so on) as values that yield manifests.
 *
 * <p>{@link com.policycortex.istio.dsl.Istio} re-exports every verb and the factory of every kind
 * and message of the model; one static import of it is all that a program needs to make values.
 * What the verbs make is always an ordinary value of the model.
 */
@NullMarked
package com.policycortex.istio.dsl;

import org.jspecify.annotations.NullMarked;
