// Command mesh-config puts MeshConfig and MeshNetworks to istiod's decoder and to this library: each field with values and names as nobody should
// write them.
//
//	mesh-config [-each N] -jar istio.jar -program ours/MeshConfigs.java
//
// It prints each difference once for each kind of field and spelling, and the counts. Exit status 1: the library takes what istiod refuses, reads another
// value than istiod, says nothing of what istiod leaves out, or refuses what istiod takes though nothing would be lost: the library does refuse fields that istiod
// does not know and leaves out, two names of one field, and numbers that no constant has.
package main

import (
	"flag"
	"fmt"
	"maps"
	"os"
	"slices"

	"google.golang.org/protobuf/proto"

	"policycortex.com/istio/conformance/internal/istiolog"
	"policycortex.com/istio/conformance/internal/meshconfig"
	"policycortex.com/istio/conformance/internal/ours"
)

// answer is the library's answer to one text.
type answer struct {
	Value    *string  `json:"value"` // as YAML; absent where it refuses
	Findings []string `json:"findings"`
	Thrown   string   `json:"thrown"`
}

// What comes of a comparison, where it is no difference.
const (
	agree    = "agree"
	stricter = "refused by us for what would be lost"
)

func main() {
	jar := flag.String("jar", "", "the library")
	program := flag.String("program", "", "MeshConfigs.java")
	all := flag.Bool("all", false, "print every difference, not one of each sort")
	each := flag.Int("each", 0, "try each spelling with so many fields of a kind only; 0: with all of them")
	flag.Parse()
	differences, err := run(*jar, *program, *each, *all)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(2)
	}
	if differences > 0 {
		os.Exit(1)
	}
}

func run(jar, program string, each int, all bool) (int, error) {
	if err := istiolog.ToStandardError(); err != nil {
		return 0, err
	}
	var cases []meshconfig.Case
	for _, key := range []string{"mesh", "meshNetworks"} {
		cases = append(cases, meshconfig.Cases(key, meshconfig.Keys[key])...)
	}
	if each > 0 {
		tried := map[string]int{}
		cases = slices.DeleteFunc(cases, func(c meshconfig.Case) bool {
			tried[c.Sort]++
			return tried[c.Sort] > each
		})
	}
	questions := make([][]string, len(cases))
	for i, c := range cases {
		questions[i] = []string{c.Key, c.Text}
	}
	answers, err := ours.Answers[answer](jar, program, questions)
	if err != nil {
		return 0, err
	}
	seen := map[string]bool{}
	counts := map[string]int{}
	differences := 0
	for i, c := range cases {
		sort, reason := compare(c, meshconfig.Istiod(c.Key, c.Text), answers[i])
		counts[sort]++
		if sort == agree || sort == stricter {
			continue
		}
		differences++
		if name := sort + ": " + c.Sort; all || !seen[name] {
			seen[name] = true
			fmt.Printf("%s\n    %s: %s\n    istiod: %s\n    ours: %v %s\n", name, c.Key, c.Text, reason, answers[i].Findings, answers[i].Thrown)
		}
	}
	fmt.Printf("%d texts", len(cases))
	for _, name := range slices.Sorted(maps.Keys(counts)) {
		fmt.Printf(", %d %s", counts[name], name)
	}
	fmt.Println()
	return differences, nil
}

func compare(c meshconfig.Case, istiod meshconfig.Answer, our answer) (string, string) {
	switch {
	case our.Thrown != "":
		return "thrown", ""
	case istiod.Value == nil && our.Value == nil:
		return agree, ""
	case istiod.Value == nil:
		return "taken by us only", istiod.Message
	case our.Value == nil && istiod.Drops != "":
		return stricter, istiod.Drops
	case our.Value == nil && (c.Loses || meshconfig.HasUnknownConstant(istiod.Value)):
		return stricter, ""
	case our.Value == nil:
		return "refused by us only", fmt.Sprint(istiod.Value)
	}
	again := meshconfig.Istiod(c.Key, *our.Value)
	if again.Value == nil || again.Drops != "" || !proto.Equal(again.Value, istiod.Value) {
		return "another value", fmt.Sprintf("%v, and ours written is %s", istiod.Value, *our.Value)
	}
	if istiod.Drops != "" && len(our.Findings) == 0 {
		return "dropped in silence", istiod.Drops
	}
	return agree, ""
}
