package main

import (
	"fmt"
	"slices"
	"strings"

	"policycortex.com/istio/conformance/internal/admission"
	"policycortex.com/istio/conformance/internal/comparison"
	"policycortex.com/istio/conformance/internal/ours"
)

// values asks about random values of the library's model: what the library says of each, and of the same written and read again.
func (r *run) values(seed uint64) error {
	source := fmt.Sprintf("seed %d, values of the model", seed)
	values, err := ours.Values(r.testClasses, seed*1_000_000, r.model)
	if err != nil {
		return err
	}
	for done := 0; done < len(values); done += batch {
		part := values[done:min(done+batch, len(values))]
		questions, texts, answers := make([]question, len(part)), make([]string, len(part)), make([]ours.Verdict, len(part))
		for i, value := range part {
			questions[i] = question{name: fmt.Sprintf("%s (%d)", source, done+i), text: value.Text}
			texts[i], answers[i] = value.Text, value.Verdict
		}
		real, foreign := r.everybody(questions)
		again, err := r.library.Judge(texts)
		if err != nil {
			return err
		}
		for i, q := range questions {
			if foreign[i] {
				continue
			}
			c := comparison.Case{Name: q.name, Text: q.text, Real: real[i], Ours: answers[i]}
			r.count(source, c)
			if said, read := ids(answers[i]), ids(again[i]); said != read {
				r.differ(source, c, comparison.Difference{Class: comparison.ReadAgain, Detail: fmt.Sprintf("%s; read %s", said, read)})
			}
		}
	}
	return nil
}

// ids are those of the errors and warnings, but for warnings about how the YAML is written.
func ids(verdict ours.Verdict) string {
	verdict.Findings = slices.DeleteFunc(slices.Clone(verdict.Findings), func(f ours.Finding) bool { return f.Reader && f.Severity != "error" })
	all := append(verdict.IDs("error"), verdict.IDs("warning")...)
	slices.Sort(all)
	return strings.Join(append(all, verdict.Thrown), " ")
}

// everybody asks who knows the kind: a running API server about Kubernetes' own, if there is one.
func (r *run) everybody(questions []question) ([]admission.Verdict, []bool) {
	real, foreign := r.real(questions)
	if r.cluster == nil {
		return real, foreign
	}
	asked, nobodys := r.asked(questions)
	for i := range questions {
		if foreign[i] && !nobodys[i] {
			real[i], foreign[i] = asked[i], false
		}
	}
	return real, foreign
}
