/** Checks of services, ServiceEntries, Sidecars, namespaces, workloads. */
@NullMarked
package com.policycortex.istio.analysis.registry;

import org.jspecify.annotations.NullMarked;
