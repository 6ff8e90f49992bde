package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"sigs.k8s.io/yaml"
)

// field is a row of a table.
type field struct {
	path     string // spec.http[].match[].headers.*
	kind     string // object, array, string, integer, number, boolean, or empty for an integer or text
	required bool
	constant []string
	limits   []string
	oneof    string // the arms, joined by |
	rules    []string
	open     bool // any JSON
	nullable bool
}

// kind is a kind of manifest.
type kind struct {
	name, group, plural string
	served              []string // newest first, as the API server prefers them
	fields              []field
}

type crd struct {
	Kind string
	Spec struct {
		Group string
		Names struct{ Kind, Plural string }
		// The order is the file's.
		Versions []struct {
			Name   string
			Served bool
			Schema struct {
				OpenAPIV3Schema *schema
			}
		}
	}
}

type schema struct {
	Type                 string
	Format               string
	Properties           map[string]*schema
	AdditionalProperties *schema
	Items                *schema
	Required             []string
	Enum                 []any
	OneOf, AllOf, AnyOf  []*schema
	Minimum, Maximum     *float64
	MinLength, MaxLength *int64
	MinItems, MaxItems   *int64
	MinProperties        *int64
	MaxProperties        *int64
	Pattern              string
	Nullable             bool
	IntOrString          bool                    `json:"x-kubernetes-int-or-string"`
	PreserveUnknown      bool                    `json:"x-kubernetes-preserve-unknown-fields"`
	ListType             string                  `json:"x-kubernetes-list-type"`
	Validations          []struct{ Rule string } `json:"x-kubernetes-validations"`
}

func readKinds(dir string) (map[string]*kind, error) {
	text, err := os.ReadFile(filepath.Join(dir, "kubernetes", "customresourcedefinitions.gen.yaml"))
	if err != nil {
		return nil, err
	}
	kinds := map[string]*kind{}
	for _, document := range bytes.Split(text, []byte("\n---")) {
		var read crd
		if err := yaml.Unmarshal(document, &read); err != nil {
			return nil, err
		}
		if read.Kind != "CustomResourceDefinition" || !strings.HasSuffix(read.Spec.Group, ".istio.io") {
			continue
		}
		one := &kind{name: read.Spec.Names.Kind, group: read.Spec.Group, plural: read.Spec.Names.Plural}
		schemas := map[string]*schema{}
		for _, version := range read.Spec.Versions {
			if version.Served {
				one.served = append(one.served, version.Name)
				schemas[version.Name] = version.Schema.OpenAPIV3Schema
			}
		}
		slices.SortFunc(one.served, byPriority)
		newest := schemas[one.served[0]]
		spec, ok := newest.Properties["spec"]
		if !ok {
			return nil, fmt.Errorf("%s has no spec", one.name)
		}
		walk("spec", spec, false, "", &one.fields)
		kinds[one.name] = one
	}
	return kinds, nil
}

// byPriority is the order of the API server: stable before beta before alpha, newer before older.
func byPriority(a, b string) int {
	return strings.Compare(rank(a), rank(b))
}

func rank(version string) string {
	switch {
	case strings.Contains(version, "alpha"):
		return "3" + version
	case strings.Contains(version, "beta"):
		return "2" + version
	}
	return "1" + version
}

func walk(path string, of *schema, required bool, arms string, into *[]field) {
	row := field{
		path: path, kind: of.Type, required: required, oneof: arms, nullable: of.Nullable,
		open: of.PreserveUnknown && len(of.Properties) == 0, limits: of.limits(),
	}
	if of.IntOrString {
		row.kind = ""
	}
	for _, constant := range of.Enum {
		row.constant = append(row.constant, fmt.Sprint(constant))
	}
	groups := of.oneofs()
	for _, validation := range of.Validations {
		row.rules = append(row.rules, strings.Join(strings.Fields(validation.Rule), " "))
	}
	*into = append(*into, row)
	names := make([]string, 0, len(of.Properties))
	for name := range of.Properties {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		walk(path+"."+name, of.Properties[name], slices.Contains(of.Required, name), groupOf(name, groups), into)
	}
	if of.AdditionalProperties != nil {
		walk(path+".*", of.AdditionalProperties, false, "", into)
	}
	if of.Items != nil {
		walk(path+"[]", of.Items, false, "", into)
	}
}

func groupOf(name string, groups [][]string) string {
	for _, group := range groups {
		if slices.Contains(group, name) {
			return strings.Join(group, "|")
		}
	}
	return ""
}

func (of *schema) limits() []string {
	var all []string
	number := func(name string, value *float64) {
		if value != nil {
			all = append(all, name+"="+strconv.FormatFloat(*value, 'f', -1, 64))
		}
	}
	whole := func(name string, value *int64) {
		if value != nil {
			all = append(all, fmt.Sprintf("%s=%d", name, *value))
		}
	}
	number("minimum", of.Minimum)
	number("maximum", of.Maximum)
	whole("minLength", of.MinLength)
	whole("maxLength", of.MaxLength)
	whole("minItems", of.MinItems)
	whole("maxItems", of.MaxItems)
	whole("minProperties", of.MinProperties)
	whole("maxProperties", of.MaxProperties)
	if of.Pattern != "" {
		all = append(all, "pattern="+of.Pattern)
	}
	if of.ListType != "" {
		all = append(all, "listType="+of.ListType)
	}
	return all
}

// oneofs are the fields of which at most one may be there, as Istio's generator says it: oneOf{none of them, or one required}.
func (of *schema) oneofs() [][]string {
	var groups [][]string
	add := func(alternatives []*schema) {
		var arms []string
		for _, alternative := range alternatives {
			if len(alternative.Required) == 1 && len(alternative.Properties) == 0 {
				arms = append(arms, alternative.Required[0])
			}
		}
		if len(arms) > 1 {
			slices.Sort(arms)
			groups = append(groups, arms)
		}
	}
	add(of.OneOf)
	for _, all := range of.AllOf {
		add(all.OneOf)
	}
	return groups
}
