package main

import (
	"cmp"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"
	"k8s.io/apimachinery/pkg/runtime/schema"

	"policycortex.com/istio/conformance/internal/admission"
	"policycortex.com/istio/conformance/internal/apiserver"
	"policycortex.com/istio/conformance/internal/cluster"
	"policycortex.com/istio/conformance/internal/mutate"
	"policycortex.com/istio/conformance/internal/tree"
)

// What only the one cluster would refuse.
var clustersOwn = regexp.MustCompile(`provided (IP|port) is not in the valid range|already allocated|failed to allocate|not configured (on|for)|is being terminated|already exists`)

// kubernetes asks the running API server about broken manifests of Kubernetes' own kinds.
func (r *run) kubernetes(folder string) error {
	bases, err := kubernetesBases(folder)
	if err != nil {
		return err
	}
	var kinds []mutate.Kind
	gvks := slices.SortedFunc(maps.Keys(cluster.GroupVersionKind), func(a, b schema.GroupVersionKind) int { return cmp.Compare(a.String(), b.String()) })
	for _, gvk := range gvks {
		if r.kind != "" && gvk.Kind != r.kind {
			continue
		}
		schema, err := r.cluster.Schema(gvk)
		if err != nil {
			return err
		}
		kinds = append(kinds, mutate.NewKind(gvk.GroupVersion().String(), gvk.Kind, schema))
	}
	bases = slices.DeleteFunc(bases, func(base *tree.Node) bool { return r.kind != "" && base.Get("kind").Text() != r.kind })
	r.judging = r.asked
	defer func() { r.judging = r.real }()
	for _, seed := range r.seeds {
		mutator := mutate.New(seed, kinds, slices.Clone(bases), r.only)
		for _, base := range bases {
			mutator.Learn(base)
		}
		if err := r.make(mutator, fmt.Sprintf("seed %d, Kubernetes' own, random document", seed), r.random, func() (*tree.Node, []string) { return mutator.Random(), nil }); err != nil {
			return err
		}
		if err := r.make(mutator, fmt.Sprintf("seed %d, Kubernetes' own, mutant", seed), r.mutants, mutator.Mutant); err != nil {
			return err
		}
		if r.every && seed == r.seeds[0] {
			if err := r.systematic(fmt.Sprintf("seed %d, Kubernetes' own, every value of every field", seed), mutator); err != nil {
				return err
			}
		}
	}
	return nil
}

func kubernetesBases(folder string) (bases []*tree.Node, err error) {
	files, err := filepath.Glob(filepath.Join(folder, "*.yaml"))
	if err != nil || len(files) == 0 {
		return nil, fmt.Errorf("no manifests in %s: %w", folder, err)
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			return nil, err
		}
		for _, document := range strings.Split(string(text), "\n---\n") {
			object, err := apiserver.Read(document)
			if err != nil {
				return nil, fmt.Errorf("%s: %w", file, err)
			}
			bases = append(bases, tree.Of(object.Object))
		}
	}
	return bases, nil
}

// asked are the answers of the running API server. What is not of one of the kinds is nobody's here, and so is what depends on the cluster.
func (r *run) asked(questions []question) ([]admission.Verdict, []bool) {
	return r.judged(questions, func(q question, object *unstructured.Unstructured) (admission.Verdict, bool) {
		kind, known := cluster.GroupVersionKind[object.GroupVersionKind()]
		// Nobody writes the status of these kinds, and the library does not look at it.
		if _, status := object.Object["status"]; !known || status || hasNullInList(object.Object) {
			return admission.Verdict{}, true
		}
		answer, err := r.cluster.Create(q.text, object, kind.Plural, kind.Namespaced)
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			return admission.Verdict{}, true
		}
		return admission.Verdict{Schema: answer.Refusal}, clustersOwn.MatchString(answer.Refusal)
	})
}

// A null in a list is an empty object to the API server, of its own kinds. The library refuses it, since whoever wrote it meant something else.
func hasNullInList(value any) bool {
	switch v := value.(type) {
	case []any:
		return slices.ContainsFunc(v, func(item any) bool { return item == nil || hasNullInList(item) })
	case map[string]any:
		for _, inner := range v {
			if hasNullInList(inner) {
				return true
			}
		}
	}
	return false
}
