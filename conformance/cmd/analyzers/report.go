package main

import (
	"cmp"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// report prints everything, and tells whether all is well.
func (r *run) report() bool {
	fmt.Println("== differences")
	keys := slices.SortedFunc(maps.Keys(r.classes), func(a, b string) int {
		return cmp.Or(cmp.Compare(r.classes[a].reason, r.classes[b].reason), r.classes[b].count-r.classes[a].count, cmp.Compare(a, b))
	})
	for i, key := range keys {
		c := r.classes[key]
		fmt.Printf("%6d  %s\n        first in: %s\n", c.count, c.theirs, c.mesh.Name)
		if c.reason != "" {
			fmt.Printf("        %s: %s\n", c.reason, c.proof)
		}
		if r.kept != "" {
			r.keep(i, c)
		}
	}
	var all tally
	for _, source := range r.order {
		t := r.tally[source]
		fmt.Printf("%-40s %s\n", source, t)
		all.meshes, all.theirs, all.found = all.meshes+t.meshes, all.theirs+t.theirs, all.found+t.found
		all.explained, all.unexplained = all.explained+t.explained, all.unexplained+t.unexplained
	}
	fmt.Printf("analyzers: %s\n", &all)
	return all.unexplained == 0 && all.theirs > 0
}

func (t *tally) String() string {
	return fmt.Sprintf("%d meshes, %d findings of theirs: %d found by ours, %d differences explained, %d not explained", t.meshes, t.theirs, t.found, t.explained, t.unexplained)
}

func (r *run) keep(i int, c *class) {
	var text strings.Builder
	fmt.Fprintf(&text, "# %s\n# %s\n", c.mesh.Name, oneLine(c.theirs.String()))
	for _, f := range c.ours.Findings {
		fmt.Fprintf(&text, "# ours: %s\n", oneLine(f.String()))
	}
	for _, file := range c.mesh.Files {
		fmt.Fprintf(&text, "---\n# %s\n%s\n", file.Name, file.Text)
	}
	if err := os.WriteFile(filepath.Join(r.kept, fmt.Sprintf("%03d.yaml", i)), []byte(text.String()), 0o666); err != nil {
		fmt.Fprintln(os.Stderr, err)
	}
}

func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }
