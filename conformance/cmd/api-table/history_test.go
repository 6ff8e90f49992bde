package main

import (
	"bytes"
	"go/parser"
	"slices"
	"testing"

	"sigs.k8s.io/yaml"
)

func TestOnlyWhatIsNewerThanWhatSurroundsItIsSaid(t *testing.T) {
	old := &api{minor: "1.20", kinds: map[string]*kind{
		"A": {name: "A", served: []string{"v1beta1"}, fields: []field{
			{path: "spec"}, {path: "spec.mode", constant: []string{"X"}}, {path: "spec.list"}, {path: "spec.list[]"},
		}},
	}}
	newer := &api{minor: "1.21", kinds: map[string]*kind{
		"A": {name: "A", served: []string{"v1", "v1beta1"}, fields: []field{
			{path: "spec"}, {path: "spec.mode", constant: []string{"X", "Y"}}, {path: "spec.list"}, {path: "spec.list[]"}, {path: "spec.list[].new"},
			{path: "spec.list[].new.inner"},
		}},
		"B": {name: "B", served: []string{"v1"}, fields: []field{{path: "spec"}, {path: "spec.a", constant: []string{"Z"}}}},
	}}
	var out bytes.Buffer
	newHistory([]*api{old, newer}).writeReleases(&out)
	want := "# What Istio's API got after 1.20. Made by conformance/cmd/api-table, not by hand.\n# releases 1.20 1.21\n" +
		"version\t1.21\tA\tv1\nconstant\t1.21\tA\tspec.mode\tY\nfield\t1.21\tA\tspec.list[].new\nkind\t1.21\tB\n"
	if out.String() != want {
		t.Errorf("have\n%s\nwant\n%s", out.String(), want)
	}
}

func TestDescriptorsAreReadFromBytesAndFromText(t *testing.T) {
	for _, source := range []string{`[]byte{0x0a, 0x41}`, `"" + "\n" + "A"`} {
		expression, err := parser.ParseExpr(source)
		if err != nil {
			t.Fatal(err)
		}
		if have, err := literal(expression); err != nil || string(have) != "\nA" {
			t.Errorf("%s is %q, %v", source, have, err)
		}
	}
}

func TestArmsAreThoseOfWhichOneIsRequired(t *testing.T) {
	var read schema
	err := yaml.Unmarshal([]byte(`
type: object
allOf:
- oneOf: [{not: {anyOf: [{required: [b]}, {required: [a]}]}}, {required: [b]}, {required: [a]}]
properties: {a: {type: string}, b: {type: string}, c: {type: string, maxLength: 4294967295}}
required: [c]
`), &read)
	if err != nil {
		t.Fatal(err)
	}
	var rows []field
	walk("spec", &read, false, "", &rows)
	for _, row := range rows[1:] {
		if wanted := map[string]string{"spec.a": "a|b", "spec.b": "a|b"}[row.path]; row.oneof != wanted {
			t.Errorf("%s has the arms %q", row.path, row.oneof)
		}
		if row.required != (row.path == "spec.c") {
			t.Errorf("%s: required is %v", row.path, row.required)
		}
	}
	if !slices.Equal(rows[3].limits, []string{"maxLength=4294967295"}) {
		t.Errorf("limits %v", rows[3].limits)
	}
}

func TestTheNewestStableVersionIsFirst(t *testing.T) {
	served := []string{"v1alpha3", "v1beta1", "v1"}
	slices.SortFunc(served, byPriority)
	if !slices.Equal(served, []string{"v1", "v1beta1", "v1alpha3"}) {
		t.Errorf("%v", served)
	}
}
