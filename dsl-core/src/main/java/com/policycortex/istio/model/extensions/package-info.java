/** The kinds of {@code extensions.istio.io}: WebAssembly and Lua in the proxies. */
@NullMarked
package com.policycortex.istio.model.extensions;

import org.jspecify.annotations.NullMarked;
