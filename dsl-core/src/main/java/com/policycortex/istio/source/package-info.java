/** The Java that makes a value: for people who have YAML and want to go on in Java. */
@NullMarked
package com.policycortex.istio.source;

import org.jspecify.annotations.NullMarked;
