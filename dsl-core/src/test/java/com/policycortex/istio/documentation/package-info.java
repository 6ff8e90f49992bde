/**
 * A page for each finding id, made of its explanation and its tested examples. Packaged as the test
 * jar of this module, so that other modules make the pages of their own findings with it.
 */
package com.policycortex.istio.documentation;
