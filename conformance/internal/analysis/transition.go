package analysis

import (
	"fmt"
	"reflect"
	"slices"

	"policycortex.com/istio/conformance/internal/finding"
	"policycortex.com/istio/conformance/internal/manifest"
)

// Transition runs the analyzers on each state between two meshes, as `kubectl apply` goes through the second's documents in their order.
// Nothing is deleted, as with kubectl. A route that comes before the subset it names is found here, and nowhere in either mesh.
func Transition(from, to []manifest.Document) ([]finding.Finding, error) {
	var findings []finding.Finding
	for _, state := range states(from, to) {
		found, err := InProcess(state.documents)
		if err != nil {
			return nil, err
		}
		for _, f := range found {
			f.Message = fmt.Sprintf("after applying %s: %s", state.applied, f.Message)
			findings = append(findings, f)
		}
	}
	return findings, nil
}

type state struct {
	applied   string
	documents []manifest.Document
}

// states has one state for each document that changes something.
func states(from, to []manifest.Document) []state {
	current := slices.Clone(from)
	var states []state
	for _, document := range to {
		at := slices.IndexFunc(current, func(d manifest.Document) bool { return same(d, document) })
		switch {
		case at < 0:
			current = append(slices.Clone(current), document)
		case reflect.DeepEqual(current[at].Object, document.Object):
			continue
		default:
			current = slices.Clone(current)
			current[at] = document
		}
		states = append(states, state{document.String(), current})
	}
	return states
}

func same(a, b manifest.Document) bool {
	return a.GroupVersionKind() == b.GroupVersionKind() && a.Object.GetNamespace() == b.Object.GetNamespace() && a.Object.GetName() == b.Object.GetName()
}
