/**
 * Repairs of findings as changes of the files that the manifests were read from. {@link
 * com.policycortex.istio.repair.Repairs} is where to start.
 */
@NullMarked
package com.policycortex.istio.repair;

import org.jspecify.annotations.NullMarked;
