/**
 * Random values of the whole model for tests, derived from what the model reads: a new field or
 * kind takes part without being listed anywhere.
 */
@NullMarked
package com.policycortex.istio.random;

import org.jspecify.annotations.NullMarked;
