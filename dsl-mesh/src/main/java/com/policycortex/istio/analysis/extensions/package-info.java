/** Checks of what is put into proxies: EnvoyFilters, WasmPlugins, TrafficExtensions. */
@NullMarked
package com.policycortex.istio.analysis.extensions;

import org.jspecify.annotations.NullMarked;
