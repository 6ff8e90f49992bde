package main

import (
	"fmt"
	"os"
	"regexp"
	"slices"
	"strings"

	"sigs.k8s.io/yaml"

	"policycortex.com/istio/conformance/internal/finding"
)

// The only reasons that there are.
const (
	wrong   = "theirs is wrong"
	cluster = "needs a live cluster"
)

// known are differences with their reasons.
type known []*difference

type difference struct {
	Code     string `json:"code"`
	Resource string `json:"resource"` // a regular expression; empty: any
	Message  string `json:"message"`  // a regular expression; empty: any
	Mesh     string `json:"mesh"`     // a regular expression; empty: any
	Skipped  string `json:"skipped"`  // the check that the library says it left out for want of manifests; empty: any
	Reason   string `json:"reason"`
	Proof    string `json:"proof"`

	resource, message, mesh *regexp.Regexp
	used                    bool
}

func readKnown(file string) (known, error) {
	text, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	var list known
	if err := yaml.UnmarshalStrict(text, &list); err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	for i, d := range list {
		if d.Code == "" || d.Proof == "" || d.Reason != wrong && d.Reason != cluster {
			return nil, fmt.Errorf("%s: entry %d needs a code, a proof, and one of the reasons %q and %q", file, i, wrong, cluster)
		}
		for _, pattern := range []struct {
			text string
			into **regexp.Regexp
		}{{d.Resource, &d.resource}, {d.Message, &d.message}, {d.Mesh, &d.mesh}} {
			if *pattern.into, err = regexp.Compile(pattern.text); err != nil {
				return nil, fmt.Errorf("%s: entry %d: %w", file, i, err)
			}
		}
	}
	return list, nil
}

// of is the entry for a finding of theirs; an empty one where there is none.
func (list known) of(mesh string, f finding.Finding, skipped []string) difference {
	for _, d := range list {
		if d.Code == f.Code && d.resource.MatchString(f.Resource) && d.message.MatchString(f.Message) && d.mesh.MatchString(mesh) && d.isSkipped(skipped) {
			d.used = true
			return *d
		}
	}
	return difference{}
}

func (d *difference) isSkipped(skipped []string) bool {
	return d.Skipped == "" || slices.ContainsFunc(skipped, func(check string) bool { return strings.HasPrefix(check, d.Skipped+":") })
}
