/** Everything that is wrong with manifests, in one call. */
@NullMarked
package com.policycortex.istio.lint;

import org.jspecify.annotations.NullMarked;
