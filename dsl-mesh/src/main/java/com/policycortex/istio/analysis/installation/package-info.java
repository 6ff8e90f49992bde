/** Checks of what comes with an installation of Istio: istiod, networks, definitions of kinds. */
@NullMarked
package com.policycortex.istio.analysis.installation;

import org.jspecify.annotations.NullMarked;
