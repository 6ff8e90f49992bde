package main

import (
	"cmp"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"policycortex.com/istio/conformance/internal/comparison"
	"policycortex.com/istio/conformance/internal/messages"
)

// report prints everything, and tells whether all is well.
func (r *run) report() bool {
	if !r.quiet {
		r.distributions()
	}
	unexplained := r.differences()
	spoken := spoken{}
	if r.kubernetesBases == "" {
		spoken = r.spoken()
	}
	fmt.Printf("slowest: %s %q, %d bytes\n", r.slowest.Name, r.slowest.Mutations, len(r.slowest.Text))
	if r.kept != "" {
		r.keep(999, comparison.Difference{}, &class{example: r.slowest})
	}
	var all tally
	for _, source := range r.order {
		t := r.tally[source]
		fmt.Printf("%-40s %7d documents: %6d accepted, %6d with a warning, %6d refused; %d differences\n", source, t.documents, t.accepted, t.warned, t.refused, t.differences)
		all.documents, all.accepted, all.warned, all.refused = all.documents+t.documents, all.accepted+t.accepted, all.warned+t.warned, all.refused+t.refused
	}
	fmt.Printf("verdicts: %d documents, %d accepted, %d with a warning, %d refused by the real ones; %d differences not explained; %d messages provoked, %d unreachable, %d neither; slowest verdict %d ms\n",
		all.documents, all.accepted, all.warned, all.refused, unexplained, spoken.provoked, spoken.unreachable, spoken.never, r.slowest.Ours.Microseconds/1000)
	return unexplained == 0 && spoken.wrong == 0 && spoken.never == 0
}

func (r *run) distributions() {
	fmt.Println("== mutations")
	for _, name := range slices.Sorted(maps.Keys(r.mutations)) {
		fmt.Printf("%7d  %s\n", r.mutations[name], name)
	}
	fmt.Println("== messages of the real ones")
	for _, message := range r.messages.Messages() {
		if message.Count > 0 {
			fmt.Printf("%7d  %s: %s\n", message.Count, strings.Join(message.Sources, ", "), oneLine(message.Text))
		}
	}
}

// spoken tells how the messages fare, with those that nobody can tell why they were not provoked.
func (r *run) spoken() (tally spoken) {
	fmt.Println("== messages that nothing provoked")
	for _, message := range r.messages.Messages() {
		reason := r.known.reason(message)
		source := strings.Join(message.Sources, ", ")
		switch {
		case message.Count > 0:
			tally.provoked++
			if reason != "" {
				tally.wrong++
				fmt.Printf("  PROVOKED, and said to be unreachable: %s: %s\n", source, oneLine(message.Text))
			}
		case reason == "":
			tally.never++
			fmt.Printf("  %s: %s\n", source, oneLine(message.Text))
		default:
			tally.unreachable++
			if !r.quiet {
				fmt.Printf("  (%s) %s: %s\n", reason, source, oneLine(message.Text))
			}
		}
	}
	return tally
}

type spoken struct{ provoked, unreachable, never, wrong int }

// reason says why nothing provokes a message; empty if something should. A message of several functions is unreachable if it is in all of them.
func (k *known) reason(message *messages.Message) string {
	reason := ""
	for _, source := range message.Sources {
		i := slices.IndexFunc(k.Unreachable, func(u unreachable) bool {
			return slices.Contains(u.Messages, message.Text) || slices.Contains(u.Functions, source[strings.LastIndexByte(source, ' ')+1:])
		})
		if i < 0 {
			return ""
		}
		reason = k.Unreachable[i].Reason
	}
	return reason
}

func (r *run) differences() (unexplained int) {
	fmt.Println("== differences")
	all := slices.SortedFunc(maps.Keys(r.classes), func(a, b comparison.Difference) int {
		return cmp.Or(strings.Compare(string(a.Class), string(b.Class)), r.classes[b].count-r.classes[a].count, strings.Compare(a.Detail, b.Detail))
	})
	for i, difference := range all {
		class := r.classes[difference]
		fmt.Printf("%6d  %s: %s\n          first: %s %q\n", class.count, difference.Class, difference.Detail, class.example.Name, class.example.Mutations)
		if class.allowed != "" {
			fmt.Printf("          allowed: %s\n", class.allowed)
		} else {
			unexplained += class.count
		}
		if r.kept != "" {
			r.keep(i, difference, class)
		}
	}
	return unexplained
}

func (r *run) keep(i int, difference comparison.Difference, class *class) {
	c := class.example
	text := fmt.Sprintf("# %s: %s\n# %s %q\n# schema: %s\n# decode: %s\n# istio: %s\n# warnings: %s\n# ours: %v %s\n%s\n", difference.Class, oneLine(difference.Detail), oneLine(c.Name), c.Mutations,
		oneLine(c.Real.Schema), oneLine(c.Real.Decode), oneLine(c.Real.Istio), oneLine(c.Real.Warnings), c.Ours.Findings, c.Ours.Thrown, c.Text)
	if err := os.WriteFile(filepath.Join(r.kept, fmt.Sprintf("%03d.yaml", i)), []byte(text), 0o666); err != nil {
		fmt.Fprintln(os.Stderr, err)
	}
}

func oneLine(text string) string {
	text = strings.Join(strings.Fields(text), " ")
	runes := []rune(text)
	return string(runes[:min(len(runes), 600)])
}
