/**
 * The wire form: how a value's fields become YAML or JSON and come back.
 *
 * <p>Each message of the model says once what its fields are called and how they are read ({@link
 * com.policycortex.istio.wire.FieldReader}) and written ({@link
 * com.policycortex.istio.wire.FieldWriter}); the formats live behind these two.
 */
@NullMarked
package com.policycortex.istio.wire;

import org.jspecify.annotations.NullMarked;
