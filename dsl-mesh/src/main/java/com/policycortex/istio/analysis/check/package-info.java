/** What a check is made of: what it looks at, what it needs, what it says. */
@NullMarked
package com.policycortex.istio.analysis.check;

import org.jspecify.annotations.NullMarked;
