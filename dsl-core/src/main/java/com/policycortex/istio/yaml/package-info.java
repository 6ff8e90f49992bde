/**
 * The strict reader: YAML and JSON become values, and nothing is dropped or guessed on the way.
 * {@link com.policycortex.istio.yaml.ManifestReader} is where to start.
 */
@NullMarked
package com.policycortex.istio.yaml;

import org.jspecify.annotations.NullMarked;
