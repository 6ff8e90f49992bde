/**
 * Languages over texts: which texts a condition holds for, whether one language is empty, and a
 * text in it. Everything here is an immutable value, and every question has a bounded answer.
 */
@NullMarked
package com.policycortex.istio.matching.text;

import org.jspecify.annotations.NullMarked;
