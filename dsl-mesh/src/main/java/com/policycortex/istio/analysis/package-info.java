/** What is wrong between manifests: checks that see the whole mesh. */
@NullMarked
package com.policycortex.istio.analysis;

import org.jspecify.annotations.NullMarked;
