// Package comparison holds this library's verdict on a document against that of the real API server and the real istiod.
package comparison

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"policycortex.com/istio/conformance/internal/admission"
	"policycortex.com/istio/conformance/internal/ours"
)

// Case is one document with both verdicts.
type Case struct {
	Name      string   // where it comes from
	Mutations []string // what was done to it
	Text      string
	Real      admission.Verdict
	Ours      ours.Verdict
}

// Difference is one way in which the verdicts part.
type Difference struct {
	Class  Class
	Detail string // the real message, or our ids
}

// Class of a difference.
type Class string

// The classes.
const (
	FalselyAccepted Class = "accepted, and the real ones refuse"
	FalselyRefused  Class = "refused, and the real ones accept"
	OtherGate       Class = "refused by another gate"
	MissingWarning  Class = "a warning is missing"
	InventedWarning Class = "a warning is invented"
	Thrown          Class = "something was thrown"
	ReadAgain       Class = "a value of the model, written and read again, has another verdict"
)

// Differences of one case. Warnings count only where both accept: nobody sees those of a refused document.
func (w *Warnings) Differences(c Case) (differences []Difference) {
	add := func(class Class, format string, values ...any) {
		differences = append(differences, Difference{class, fmt.Sprintf(format, values...)})
	}
	if c.Ours.Thrown != "" {
		add(Thrown, "%s", c.Ours.Thrown)
		return differences
	}
	switch refused := c.Ours.Refused(); {
	case c.Real.Refused() && !refused:
		add(FalselyAccepted, "%s", Reason(c.Real))
	case !c.Real.Refused() && refused:
		add(FalselyRefused, "%s", strings.Join(c.Ours.IDs("error"), " "))
	case c.Real.Refused():
		otherGate(c, add)
	default:
		w.compare(c, add)
	}
	return differences
}

// What the reader refuses is not put to the rules, so nothing is known about the gates then.
func otherGate(c Case, add func(Class, string, ...any)) {
	if c.Ours.Unread() {
		return
	}
	for _, gate := range []struct{ id, real string }{{"API_SERVER", c.Real.Schema}, {"ISTIOD", c.Real.Decode + c.Real.Istio}} {
		if gate.id == "ISTIOD" && c.Real.Schema != "" && c.Real.Decode != "" {
			continue // istiod never sees it, and cannot read it
		}
		switch ours := c.Ours.By(gate.id); {
		case gate.real == "" && len(ours) > 0:
			add(OtherGate, "not %s: %s", gate.id, strings.Join(ours, " "))
		case gate.real != "" && len(ours) == 0:
			add(OtherGate, "also %s: %s, ours %s", gate.id, Normal(gate.real), strings.Join(c.Ours.IDs("error"), " "))
		}
	}
}

// Reason is the first of the real refusals, without the values.
func Reason(verdict admission.Verdict) string {
	switch {
	case verdict.Schema != "":
		return "API server: " + Normal(verdict.Schema)
	case verdict.Decode != "":
		return "istiod reads: " + Normal(verdict.Decode)
	default:
		return "istiod: " + Normal(verdict.Istio)
	}
}

var (
	listed  = regexp.MustCompile(`(?s)^\d+ errors? occurred:\s*\* (.*)$`)
	quoted  = regexp.MustCompile(`"(?:[^"\\]|\\.)*"`)
	numbers = regexp.MustCompile(`-?\d+`)
	blanks  = regexp.MustCompile(`\s+`)
)

// Normal is a message without its values, cut to a length that can be read.
func Normal(message string) string {
	if all := listed.FindStringSubmatch(message); all != nil {
		message = all[1]
	}
	runes := []rune(Skeleton(message))
	return string(runes[:min(len(runes), 160)])
}

// Skeleton is all of a message without its values.
func Skeleton(message string) string {
	message = Unquoted(message)
	message = numbers.ReplaceAllString(message, "0")
	return strings.TrimSpace(blanks.ReplaceAllString(message, " "))
}

// Unquoted is a message without the texts that it quotes.
func Unquoted(message string) string { return quoted.ReplaceAllString(message, `"…"`) }

// Warnings knows which of istiod's warnings is which of our findings.
type Warnings struct {
	Known   []Known   `json:"warnings"`
	Allowed []Allowed `json:"allowed"`
}

// Reason says why a difference is let pass; empty if it is not. Only differences in warnings ever are.
func (w *Warnings) Reason(difference Difference) string {
	for _, allowed := range w.Allowed {
		if allowed.Class == difference.Class && allowed.Detail == difference.Detail && (difference.Class == MissingWarning || difference.Class == InventedWarning) {
			return allowed.Reason
		}
	}
	return ""
}

// Known is a warning of istiod that we have too.
type Known struct {
	IDs     []string `json:"ids"` // one of them
	Message string   `json:"message"`
	pattern *regexp.Regexp
}

// Allowed is a difference in warnings, with its reason.
type Allowed struct {
	Class  Class  `json:"class"`
	Detail string `json:"detail"`
	Reason string `json:"reason"`
}

// Compile makes ready what was read.
func (w *Warnings) Compile() (err error) {
	for i := range w.Known {
		if w.Known[i].pattern, err = regexp.Compile(`^(?s:` + w.Known[i].Message + `)$`); err != nil {
			return err
		}
	}
	return nil
}

func (w *Warnings) compare(c Case, add func(Class, string, ...any)) {
	have := c.Ours.IDs("warning")
	var want []string
	for _, message := range strings.Split(c.Real.Warnings, "\n") {
		if message == "" {
			continue
		}
		ids := w.ids(message)
		want = append(want, ids...)
		switch {
		case len(ids) == 0:
			add(MissingWarning, "unknown: %s", Normal(message))
		case !slices.ContainsFunc(ids, func(id string) bool { return slices.Contains(have, id) }):
			add(MissingWarning, "%s", ids[0])
		}
	}
	for _, id := range have {
		if !slices.Contains(want, id) {
			add(InventedWarning, "%s", id)
		}
	}
}

func (w *Warnings) ids(message string) []string {
	for _, known := range w.Known {
		if known.pattern.MatchString(message) {
			return known.IDs
		}
	}
	return nil
}
