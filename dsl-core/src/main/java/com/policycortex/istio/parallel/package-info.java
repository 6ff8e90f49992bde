/** Work on all cores. Of no use to users of the library. */
@NullMarked
package com.policycortex.istio.parallel;

import org.jspecify.annotations.NullMarked;
