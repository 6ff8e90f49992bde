/**
 * To and from fabric8's model of Istio and Kubernetes: {@link
 * com.policycortex.istio.fabric8.Fabric8} is where to start. Nothing is lost on the way there, and
 * what fabric8 has lost already is not taken for the whole.
 */
@NullMarked
package com.policycortex.istio.fabric8;

import org.jspecify.annotations.NullMarked;
