//go:build tools

// Package tools names the two programs of Kubernetes that the conformance run builds, so that this module pins them.
package tools

import (
	_ "k8s.io/kubernetes/cmd/kube-apiserver"
	_ "k8s.io/kubernetes/cmd/kubectl"
)
