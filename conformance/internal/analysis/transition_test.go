package analysis

import (
	"strings"
	"testing"

	"policycortex.com/istio/conformance/internal/manifest"
)

const before = `
apiVersion: v1
kind: Namespace
metadata: {name: shop, labels: {istio-injection: enabled}}
---
apiVersion: v1
kind: Service
metadata: {name: cart, namespace: shop}
spec: {selector: {app: cart}, ports: [{name: http, port: 8080}]}
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: cart, namespace: shop}
spec: {host: cart, subsets: [{name: v1, labels: {version: v1}}]}
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: cart, namespace: shop}
spec: {hosts: [cart], http: [{route: [{destination: {host: cart, subset: v1}}]}]}
`

const subset = `
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: cart, namespace: shop}
spec: {host: cart, subsets: [{name: v1, labels: {version: v1}}, {name: v2, labels: {version: v2}}]}
`

const route = `
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: cart, namespace: shop}
spec: {hosts: [cart], http: [{route: [{destination: {host: cart, subset: v2}}]}]}
`

func TestARouteBeforeItsSubsetIsFoundBetweenTheMeshes(t *testing.T) {
	for name, c := range map[string]struct {
		to    string
		found bool
	}{
		"subset first": {subset + "---" + route, false},
		"route first":  {route + "---" + subset, true},
	} {
		findings, err := Transition(manifest.Split("before.yaml", before), manifest.Split("after.yaml", c.to))
		if err != nil {
			t.Fatal(err)
		}
		found := false
		for _, f := range findings {
			found = found || f.Code == "IST0101" && strings.Contains(f.Message, "VirtualService shop/cart")
		}
		if found != c.found {
			t.Errorf("%s: found %t, want %t: %v", name, found, c.found, findings)
		}
	}
}

func TestWhatDoesNotChangeIsNoState(t *testing.T) {
	if got := states(manifest.Split("a.yaml", before), manifest.Split("b.yaml", before)); len(got) != 0 {
		t.Errorf("%d states", len(got))
	}
}
