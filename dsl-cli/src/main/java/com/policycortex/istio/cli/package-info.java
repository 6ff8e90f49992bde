/** The command line: {@code java -jar istio.jar --help}. */
@NullMarked
package com.policycortex.istio.cli;

import org.jspecify.annotations.NullMarked;
