package main

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"

	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"
	"k8s.io/apimachinery/pkg/runtime/schema"

	"policycortex.com/istio/conformance/internal/admission"
	"policycortex.com/istio/conformance/internal/apiserver"
	"policycortex.com/istio/conformance/internal/cluster"
	"policycortex.com/istio/conformance/internal/comparison"
	"policycortex.com/istio/conformance/internal/corpus"
	"policycortex.com/istio/conformance/internal/examples"
	"policycortex.com/istio/conformance/internal/manifest"
	"policycortex.com/istio/conformance/internal/messages"
	"policycortex.com/istio/conformance/internal/mutate"
	"policycortex.com/istio/conformance/internal/ours"
	"policycortex.com/istio/conformance/internal/tree"
)

const (
	batch   = 500
	workers = 2
)

// run judges, compares and counts.
type run struct {
	options
	known     *known
	judge     *admission.Judge
	library   *ours.Library
	messages  *messages.All
	corpus    []manifest.Document
	tally     map[string]*tally // by where documents come from
	order     []string
	mutations map[string]int
	classes   map[comparison.Difference]*class
	slowest   comparison.Case
	cluster   *cluster.Cluster
	bases     []*tree.Node // to be broken, beside those of the corpus
	accepted  []*tree.Node // which the real ones take
	judging   func([]question) ([]admission.Verdict, []bool)
}

type tally struct{ documents, accepted, warned, refused, differences int }

// class is a kind of difference with its first document.
type class struct {
	count   int
	example comparison.Case
	allowed string
}

// question is a document to judge.
type question struct {
	name      string
	text      string
	mutations []string
	node      *tree.Node
}

func newRun(o options, known *known) (*run, error) {
	judge, err := admission.NewJudge(o.crds)
	if err != nil {
		return nil, err
	}
	documents, err := corpus.Read(o.istio)
	if err != nil {
		return nil, err
	}
	said, err := messages.Read(o.istio, slices.Collect(maps.Values(judge.Server.OpenAPI)))
	if err != nil {
		return nil, err
	}
	library, err := ours.Start(o.jar, o.program)
	if err != nil {
		return nil, err
	}
	var running *cluster.Cluster
	if o.server != 0 {
		running = cluster.At(o.server)
	}
	r := &run{
		cluster: running, options: o, known: known, judge: judge, library: library, messages: said, corpus: documents,
		tally: map[string]*tally{}, mutations: map[string]int{}, classes: map[comparison.Difference]*class{},
	}
	r.judging = r.real
	return r, nil
}

func (r *run) everything() error {
	if r.kubernetesBases != "" {
		if err := r.kubernetes(r.kubernetesBases); err != nil {
			return err
		}
		return r.library.Stop()
	}
	var questions []question
	for _, document := range r.corpus {
		questions = append(questions, question{name: strings.TrimPrefix(document.String(), r.istio+"/"), text: document.Text})
	}
	accepted, err := r.ask("Istio's own documents", questions)
	if err != nil {
		return err
	}
	if r.also != "" {
		if err := r.more(r.also); err != nil {
			return err
		}
	}
	if r.examples != "" {
		if err := r.rules(r.examples); err != nil {
			return err
		}
	}
	for i, document := range r.corpus {
		if accepted[i] {
			r.accepted = append(r.accepted, tree.Of(document.Object.Object))
		}
	}
	if r.habits != "" {
		if err := r.people(r.habits); err != nil {
			return err
		}
	}
	if r.limits != "" {
		if err := r.bounds(r.limits); err != nil {
			return err
		}
	}
	for _, seed := range r.seeds {
		if r.model > 0 {
			if err := r.values(seed); err != nil {
				return err
			}
		}
		if err := r.seed(seed, accepted); err != nil {
			return err
		}
	}
	return r.library.Stop()
}

func (r *run) more(folder string) error {
	documents, err := manifest.Read(folder)
	if err != nil {
		return err
	}
	var questions []question
	for _, document := range documents {
		questions = append(questions, question{name: document.String(), text: document.Text})
	}
	_, err = r.ask("documents of "+filepath.Base(folder), questions)
	return err
}

// rules asks about the examples of the library's own rules, and keeps them to be broken.
func (r *run) rules(folder string) error {
	all, err := examples.Read(folder)
	if err != nil {
		return err
	}
	var questions []question
	var nodes []*tree.Node
	for _, example := range all {
		// No cluster has installations: mesh-config-rules asks about what is in them.
		if example.Node != nil && strings.HasPrefix(example.Node.Get("apiVersion").Text(), "install.istio.io/") {
			continue
		}
		if example.Again {
			example.Node = nil // no base for mutants: the first of its kind is one
		}
		questions, nodes = append(questions, question{name: example.Name, text: example.Text}), append(nodes, example.Node)
		if example.Node != nil {
			r.bases = append(r.bases, example.Node)
		}
	}
	good, err := r.ask("examples of our rules", questions)
	if err != nil {
		return err
	}
	for i, node := range nodes {
		if node != nil && good[i] {
			r.accepted = append(r.accepted, node)
		}
	}
	return nil
}

func (r *run) seed(seed uint64, accepted []bool) error {
	var bases []*tree.Node
	for _, document := range r.corpus {
		if r.isBase(document) {
			bases = append(bases, tree.Of(document.Object.Object))
		}
	}
	for _, base := range r.bases {
		if r.kind == "" || base.Get("kind").Text() == r.kind {
			bases = append(bases, base)
		}
	}
	mutator := mutate.New(seed, r.kinds(), slices.Clone(bases), r.only)
	i := 0
	for at, document := range r.corpus {
		if r.isBase(document) {
			if accepted[at] {
				mutator.Learn(bases[i])
			}
			i++
		}
	}
	if err := r.make(mutator, fmt.Sprintf("seed %d, random document", seed), r.random, func() (*tree.Node, []string) { return mutator.Random(), nil }); err != nil {
		return err
	}
	if err := r.make(mutator, fmt.Sprintf("seed %d, mutant", seed), r.mutants, mutator.Mutant); err != nil {
		return err
	}
	if r.combinations != "" {
		combinations, err := mutate.ReadCombinations(r.combinations, r.kind, seed)
		if err != nil {
			return err
		}
		if !combinations.Empty() {
			what := fmt.Sprintf("seed %d, combination", seed)
			if err := r.make(mutator, what, r.combined, func() (*tree.Node, []string) { return combinations.Next(), nil }); err != nil {
				return err
			}
		}
	}
	if r.every && seed == r.seeds[0] {
		if err := r.systematic(fmt.Sprintf("seed %d, every value of every field", seed), mutator); err != nil {
			return err
		}
	}
	all, stood := mutator.Fields()
	fmt.Printf("seed %d: %d of the %d fields of all kinds stood in an accepted document\n", seed, stood, all)
	return nil
}

// make asks about so many documents as they come, and keeps those that are accepted to break them further.
func (r *run) make(mutator *mutate.Mutator, what string, count int, next func() (*tree.Node, []string)) error {
	for done := 0; done < count; done += batch {
		var questions []question
		for i := range min(batch, count-done) {
			node, mutations := next()
			questions = append(questions, question{fmt.Sprintf("%s %d", what, done+i), node.YAML(tree.Style(done+i) % tree.Styles), mutations, node})
		}
		good, err := r.ask(what+"s", questions)
		if err != nil {
			return err
		}
		for i, is := range good {
			if is && len(questions[i].text) < 20000 {
				mutator.Learn(questions[i].node)
			}
		}
	}
	return nil
}

// systematic asks about all single changes, with a bound on how much is held at once.
func (r *run) systematic(source string, mutator *mutate.Mutator) (err error) {
	var questions []question
	size, done := 0, 0
	flush := func() bool {
		_, err = r.ask(source, questions)
		questions, size = nil, 0
		return err == nil
	}
	mutator.Every(func(variant mutate.Variant) bool {
		text := variant.Document.YAML(tree.Style(done) % tree.Styles)
		questions = append(questions, question{fmt.Sprintf("%s (%d)", variant.Change, done), text, []string{"one value of one field"}, variant.Document})
		size += len(text)
		done++
		return len(questions) < batch && size < 1<<24 || flush()
	})
	if err == nil {
		flush()
	}
	return err
}

func (r *run) isBase(document manifest.Document) bool {
	return document.Error == nil && (r.kind == "" || document.Object.GetKind() == r.kind)
}

func (r *run) kinds() []mutate.Kind {
	var kinds []mutate.Kind
	gvks := slices.SortedFunc(maps.Keys(r.judge.Server.OpenAPI), func(a, b schema.GroupVersionKind) int { return strings.Compare(a.String(), b.String()) })
	for _, gvk := range gvks {
		if r.kind != "" && gvk.Kind != r.kind {
			continue
		}
		kinds = append(kinds, mutate.NewKind(gvk.GroupVersion().String(), gvk.Kind, r.judge.Server.OpenAPI[gvk]))
	}
	return kinds
}

// ask puts the questions to both, and tells which documents the real ones accept.
func (r *run) ask(source string, questions []question) ([]bool, error) {
	var real []admission.Verdict
	var foreign []bool
	var judged sync.WaitGroup
	judged.Go(func() { real, foreign = r.judging(questions) })
	texts := make([]string, len(questions))
	for i, q := range questions {
		texts[i] = q.text
	}
	answers, err := r.library.Judge(texts)
	judged.Wait()
	if err != nil {
		return nil, err
	}
	accepted := make([]bool, len(questions))
	for i, q := range questions {
		accepted[i] = !real[i].Refused()
		if !foreign[i] {
			r.count(source, comparison.Case{Name: q.name, Mutations: q.mutations, Text: q.text, Real: real[i], Ours: answers[i]})
		}
	}
	return accepted, nil
}

// A document that a mutation made one of another project's is nobody's here.
func (r *run) real(questions []question) ([]admission.Verdict, []bool) {
	return r.judged(questions, func(q question, object *unstructured.Unstructured) (admission.Verdict, bool) {
		group := object.GroupVersionKind().Group
		typed := object.GetKind() != "" || object.GetAPIVersion() != ""
		if !typed || object.GetKind() != "" && object.GetAPIVersion() != "" && group != "istio.io" && !strings.HasSuffix(group, ".istio.io") {
			return admission.Verdict{}, true
		}
		verdict := r.judge.JudgeObject(object)
		r.confirm(q, object, verdict)
		return verdict, false
	})
}

// judged puts what can be read to a judge, who also tells which are nobody's.
func (r *run) judged(questions []question, judge func(question, *unstructured.Unstructured) (admission.Verdict, bool)) ([]admission.Verdict, []bool) {
	verdicts, foreign := make([]admission.Verdict, len(questions)), make([]bool, len(questions))
	var working sync.WaitGroup
	for worker := range workers {
		working.Go(func() {
			for i := worker; i < len(questions); i += workers {
				object, err := apiserver.Read(questions[i].text)
				if err != nil {
					verdicts[i] = admission.Verdict{Schema: err.Error()}
					continue
				}
				begin := time.Now()
				verdicts[i], foreign[i] = judge(questions[i], object)
				if took := time.Since(begin); took > 20*time.Second {
					fmt.Fprintf(os.Stderr, "the real ones took %v for %s\n", took, questions[i].name)
				}
			}
		})
	}
	working.Wait()
	return verdicts, foreign
}

// confirm asks the running API server, if there is one.
func (r *run) confirm(q question, object *unstructured.Unstructured, verdict admission.Verdict) {
	plural, known := r.judge.Server.Plurals[object.GroupVersionKind()]
	if r.cluster == nil || !known {
		return
	}
	answer, err := r.cluster.Create(q.text, object, plural, true)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
	} else if (answer.Refusal == "") != (verdict.Schema == "") {
		fmt.Printf("THE JUDGE IS WRONG about %s: %q, the API server %q\n%s\n", q.name, verdict.Schema, answer.Refusal, q.text[:min(3000, len(q.text))])
	}
}

func (r *run) count(source string, c comparison.Case) {
	t := r.tally[source]
	if t == nil {
		t = &tally{}
		r.tally[source] = t
		r.order = append(r.order, source)
	}
	t.documents++
	switch {
	case c.Real.Refused():
		t.refused++
	case c.Real.Warnings != "":
		t.warned++
	default:
		t.accepted++
	}
	for _, mutation := range c.Mutations {
		r.mutations[mutation]++
	}
	for _, text := range []string{c.Real.Schema, c.Real.Decode, c.Real.Istio, c.Real.Warnings} {
		if text != "" {
			r.messages.Said(comparison.Unquoted(text), text)
		}
	}
	if c.Ours.Microseconds > r.slowest.Ours.Microseconds {
		r.slowest = c
	}
	for _, difference := range r.known.Differences(c) {
		r.differ(source, c, difference)
	}
}

func (r *run) differ(source string, c comparison.Case, difference comparison.Difference) {
	r.tally[source].differences++
	if r.classes[difference] == nil {
		r.classes[difference] = &class{example: c, allowed: r.known.Reason(difference)}
	}
	r.classes[difference].count++
}
