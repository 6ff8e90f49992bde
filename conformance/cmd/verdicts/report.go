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
)

// report prints everything, and tells whether all is well.
func (r *run) report() bool {
	if !r.quiet {
		r.distributions()
	}
	unexplained := r.differences()
	unprovoked := r.unprovoked()
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
	fmt.Printf("verdicts: %d documents, %d accepted, %d with a warning, %d refused by the real ones; %d differences not explained, %d messages never provoked; slowest verdict %d ms\n",
		all.documents, all.accepted, all.warned, all.refused, unexplained, unprovoked, r.slowest.Ours.Microseconds/1000)
	return unexplained == 0
}

func (r *run) distributions() {
	fmt.Println("== mutations")
	for _, name := range slices.Sorted(maps.Keys(r.mutations)) {
		fmt.Printf("%7d  %s\n", r.mutations[name], name)
	}
	fmt.Println("== messages of the real ones")
	for _, message := range r.messages.Messages() {
		if message.Count > 0 {
			fmt.Printf("%7d  %s: %s\n", message.Count, message.Source, oneLine(message.Text))
		}
	}
}

func (r *run) unprovoked() int {
	reasons := map[string]string{}
	for _, u := range r.known.Unreachable {
		reasons[u.Message] = u.Reason
	}
	never := 0
	fmt.Println("== messages that nothing provoked")
	for _, message := range r.messages.Messages() {
		reason, known := reasons[message.Text]
		switch {
		case message.Count > 0 && known:
			fmt.Printf("  provoked, though said to be unreachable: %s: %s\n", message.Source, oneLine(message.Text))
		case message.Count == 0 && !known:
			never++
			fmt.Printf("  %s: %s\n", message.Source, oneLine(message.Text))
		case message.Count == 0 && !r.quiet:
			fmt.Printf("  (%s) %s: %s\n", reason, message.Source, oneLine(message.Text))
		}
	}
	return never
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
