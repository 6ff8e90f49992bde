package dataplane

import (
	"slices"
	"testing"

	"policycortex.com/istio/conformance/internal/manifest"
)

// What is TLS on a port of which nothing is declared goes to a listener's default chain, which is not put on loopback: so this is asked of istiod alone.
func TestRulesOfTLSAreNotAskedWhereTheProxyHasToFindOut(t *testing.T) {
	documents, err := manifest.Read("../../ports/mesh.yaml")
	if err != nil {
		t.Fatal(err)
	}
	mesh, err := NewMesh(documents, "")
	if err != nil {
		t.Fatal(err)
	}
	told, err := mesh.Ask("ports", "app=client")
	if err != nil {
		t.Fatal(err)
	}
	asked := map[uint32]bool{}
	for _, l := range told.Listeners {
		port := l.GetAddress().GetSocketAddress().GetPortValue()
		for _, chain := range append(slices.Clone(l.FilterChains), l.DefaultFilterChain) {
			asked[port] = asked[port] || len(chain.GetFilterChainMatch().GetServerNames()) > 0
		}
	}
	for port, want := range map[uint32]bool{8020: false, 8021: true, 8022: false, 8023: false} {
		if got, there := asked[port]; !there || got != want {
			t.Errorf("port %d: there is a listener: %v; a chain for server names: %v, want %v", port, there, got, want)
		}
	}
}
