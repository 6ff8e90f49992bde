//go:build tools

// Package conformance names istioctl's entry point, so that this module pins the istioctl that the run builds.
package conformance

import _ "istio.io/istio/istioctl/cmd"
