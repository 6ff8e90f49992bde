/**
 * Manifests as a folder of files: one tree as a value, written as a whole or not at all, and
 * compared with what lies there.
 */
@NullMarked
package com.policycortex.istio.render;

import org.jspecify.annotations.NullMarked;
