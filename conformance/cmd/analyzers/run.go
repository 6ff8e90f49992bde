package main

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"sync"

	"policycortex.com/istio/conformance/internal/analysis"
	"policycortex.com/istio/conformance/internal/finding"
	"policycortex.com/istio/conformance/internal/meshes"
	"policycortex.com/istio/conformance/internal/ours"
)

const workers = 2

type options struct {
	istio, jar, program, known, samples, kept, only string
	seeds                                           []uint64
	mutants                                         int
	trees                                           []string
	verbose                                         bool
}

type run struct {
	options
	known   known
	library *ours.Library
	tally   map[string]*tally
	order   []string
	classes map[string]*class
}

// tally counts, for one source of meshes.
type tally struct{ meshes, theirs, found, explained, unexplained int }

// class has the differences of one code and kind of resource, with the first of them.
type class struct {
	count         int
	mesh          meshes.Mesh
	theirs        finding.Finding
	ours          ours.MeshAnswer
	reason, proof string
}

func newRun(o options) (*run, error) {
	known, err := readKnown(o.known)
	if err != nil {
		return nil, err
	}
	library, err := ours.Start(o.jar, o.program)
	return &run{options: o, known: known, library: library, tally: map[string]*tally{}, classes: map[string]*class{}}, err
}

func (r *run) everything() error {
	fixtures, err := meshes.Fixtures(r.istio)
	if err != nil {
		return err
	}
	same := func(mesh meshes.Mesh) analysis.Mesh { return mesh.Mesh }
	if err := r.compare("the tests of Istio's analyzers", fixtures, same); err != nil {
		return err
	}
	valid, err := r.valid()
	if err != nil {
		return err
	}
	if err := r.compare("Istio's samples and rendered trees", valid, meshes.WithPods); err != nil {
		return err
	}
	for _, seed := range r.seeds {
		mutator := meshes.NewMutator(seed, valid)
		changed := make([]meshes.Mesh, r.mutants)
		for i := range changed {
			changed[i] = mutator.Mesh()
		}
		if err := r.compare(fmt.Sprintf("changed copies of those, seed %d", seed), changed, meshes.WithPods); err != nil {
			return err
		}
	}
	return r.library.Stop()
}

// valid are the meshes that mutations begin with.
func (r *run) valid() ([]meshes.Mesh, error) {
	list, err := meshes.ReadSamples(r.samples)
	if err != nil {
		return nil, err
	}
	valid, err := meshes.Samples(r.istio, list)
	if err != nil {
		return nil, err
	}
	for _, tree := range r.trees {
		mesh, err := meshes.Tree(tree)
		if err != nil {
			return nil, err
		}
		valid = append(valid, mesh)
	}
	return valid, nil
}

// compare asks the analyzers about what theirs makes of each mesh, and the library about the mesh itself.
func (r *run) compare(source string, all []meshes.Mesh, theirs func(meshes.Mesh) analysis.Mesh) error {
	all = slices.DeleteFunc(all, func(mesh meshes.Mesh) bool { return !strings.Contains(mesh.Name, r.only) })
	t := &tally{meshes: len(all)}
	r.tally[source] = t
	r.order = append(r.order, source)
	found := make([][]finding.Finding, len(all))
	errors := make([]error, len(all))
	var working sync.WaitGroup
	for worker := range workers {
		working.Go(func() {
			for i := worker; i < len(all); i += workers {
				found[i], errors[i] = analysis.Analyze(theirs(all[i]))
			}
		})
	}
	questions := make([]analysis.Mesh, len(all))
	for i, mesh := range all {
		questions[i] = mesh.Mesh
	}
	answers, err := r.library.Analyze(questions)
	working.Wait()
	if err != nil {
		return err
	}
	for i, mesh := range all {
		if errors[i] != nil {
			return fmt.Errorf("%s: %w", mesh.Name, errors[i])
		}
		r.compareMesh(t, mesh, found[i], answers[i])
	}
	return nil
}

func (r *run) compareMesh(t *tally, mesh meshes.Mesh, theirs []finding.Finding, answer ours.MeshAnswer) {
	if r.verbose {
		fmt.Printf("== %s\n", mesh.Name)
		for _, f := range theirs {
			fmt.Printf("  theirs  %s\n", f)
		}
		for _, f := range answer.Findings {
			fmt.Printf("  ours    %s\n", f)
		}
	}
	if answer.Thrown != "" {
		theirs = append(theirs, finding.Finding{Code: "THROWN", Message: answer.Thrown})
	}
	for _, f := range theirs {
		t.theirs++
		if isFound(f, answer) {
			t.found++
			continue
		}
		why := r.known.of(mesh.Name, f, answer.Skipped)
		if refused := refused(answer); why.Reason == "" && refused != "" && mesh.Changed {
			why = difference{Reason: wrong, Proof: "A change made a manifest that no cluster takes: " + refused}
		}
		if r.verbose {
			fmt.Printf("  missed  %s (%s)\n", f, why.Reason)
		}
		if why.Reason == "" {
			t.unexplained++
		} else {
			t.explained++
		}
		key := f.Code + " " + strings.Fields(f.Resource + " ?")[0] + " " + why.Reason + why.Proof
		if r.classes[key] == nil {
			r.classes[key] = &class{mesh: mesh, theirs: f, ours: answer, reason: why.Reason, proof: why.Proof}
		}
		r.classes[key].count++
	}
}

// refused is the rule by which the API server or istiod refuses a manifest of the mesh; empty where it takes all.
func refused(answer ours.MeshAnswer) string {
	for _, f := range answer.Findings {
		if f.Severity == "error" && f.Source != "CHECK" {
			return f.ID
		}
	}
	return ""
}

// isFound tells whether one of our findings says the same of the same resource: as the one it is about, or as one of those that take part. What we
// refuse to read is never asked about anything else; whoever repairs it asks again.
func isFound(theirs finding.Finding, answer ours.MeshAnswer) bool {
	resource := plain(theirs.Resource)
	// What stands for the Pod of a Deployment has its name.
	if deployment, is := strings.CutPrefix(resource, "Pod "); is && theirs.Code != "" {
		workload := finding.Finding{Code: theirs.Code, Resource: "Deployment " + deployment}
		if isFound(workload, answer) {
			return true
		}
	}
	return slices.ContainsFunc(answer.Findings, func(f ours.MeshFinding) bool {
		if plain(f.Resource) == resource && f.Severity == "error" && (f.Source == "READER" || theirs.Code == "IST0106") {
			return true
		}
		return slices.Contains(f.Codes, theirs.Code) &&
			(plain(f.Resource) == resource || slices.ContainsFunc(f.Related, func(related string) bool { return plain(related) == resource }))
	})
}

// ConfigMap istio-system/istio is where a cluster has its MeshNetworks.
const meshNetworks = "MeshNetworks istio-system/meshnetworks"

var inDefault = regexp.MustCompile(` default/`)

// plain is a resource's name without the namespace that it has when it says none.
func plain(resource string) string {
	if resource == meshNetworks {
		return "ConfigMap istio-system/istio"
	}
	return inDefault.ReplaceAllString(resource, " ")
}
