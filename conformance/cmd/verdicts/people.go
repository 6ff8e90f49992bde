package main

import (
	"fmt"
	"os"
	"slices"
	"strings"

	"sigs.k8s.io/yaml"

	"policycortex.com/istio/conformance/internal/mutate"
	"policycortex.com/istio/conformance/internal/tree"
)

// habits are what people write in the place of a manifest's parts; see people.yaml.
type habits struct{ APIVersion, Metadata, Spec, More []string }

// forms are the ways in which a whole manifest is written.
var forms = []func(string) string{
	func(t string) string { return strings.ReplaceAll(t, "\n", "\r\n") },
	func(t string) string { return "\ufeff" + t },
	func(t string) string { return "# a comment\n\n" + t },
	func(t string) string { return strings.ReplaceAll(t, "  ", "\t") },
	func(t string) string { return strings.ReplaceAll(t, ": ", ":\t") },
	func(t string) string { return strings.TrimRight(t, "\n") },
	func(t string) string { return "\n\n" + t + "\n\n" },
	func(t string) string { return strings.ReplaceAll(t, "\n", " \n") },
	func(t string) string { return strings.ReplaceAll(t, "\n", " # a comment\n") },
	func(t string) string { return "  " + strings.TrimSpace(strings.ReplaceAll(t, "\n", "\n  ")) + "\n" },
	func(t string) string { return strings.Replace(t, "kind: ", "kind: &kind ", 1) },
	func(t string) string { return strings.Replace(t, "kind: ", "kind: !!str ", 1) },
	func(t string) string { return strings.Replace(t, "kind: ", "kind: |-\n  ", 1) },
	func(t string) string { return strings.Replace(t, "kind: ", "kind: >-\n  ", 1) },
	func(t string) string { return strings.Replace(t, "kind: ", "kind: |\n  ", 1) },
	func(t string) string { return strings.Replace(t, "kind: ", "kind : ", 1) },
	func(t string) string { return strings.Replace(t, "kind: ", "\"kind\": ", 1) },
	func(t string) string { return strings.Replace(t, "kind: ", "? kind\n: ", 1) },
	func(t string) string { return strings.Replace(t, "kind: ", "Kind: ", 1) },
	func(t string) string { return strings.Replace(t, "kind: ", "kind: x", 1) },
	func(t string) string { return strings.Replace(t, "spec:", "spec: # a comment", 1) },
	func(t string) string { return strings.Replace(t, "spec:", "spec: &spec", 1) },
	func(t string) string { return strings.Replace(t, "spec:", "spec: !!map", 1) },
	func(t string) string { return strings.Replace(t, "metadata:", "metadata: &m", 1) },
}

// people asks about the smallest accepted manifest of each kind, in each version, written as people do.
func (r *run) people(file string) error {
	text, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	var all habits
	if err := yaml.UnmarshalStrict(text, &all); err != nil {
		return fmt.Errorf("%s: %w", file, err)
	}
	for _, kind := range r.kinds() {
		base := smallest(kind, r.accepted)
		if base == nil {
			return fmt.Errorf("no accepted manifest of the kind %s", kind.Name)
		}
		base = base.Copy()
		base.Set("apiVersion", tree.Of(kind.APIVersion))
		var questions []question
		for _, text := range all.of(kind, base) {
			questions = append(questions, question{name: fmt.Sprintf("%s %s as people write it (%d)", kind.APIVersion, kind.Name, len(questions)), text: text})
		}
		if _, err := r.ask("as people write it", questions); err != nil {
			return err
		}
	}
	return nil
}

func smallest(kind mutate.Kind, accepted []*tree.Node) (least *tree.Node) {
	for _, document := range accepted {
		if document.Get("kind").Text() == kind.Name && (least == nil || len(document.YAML(tree.Usual)) < len(least.YAML(tree.Usual))) {
			least = document
		}
	}
	return least
}

func (h habits) of(kind mutate.Kind, base *tree.Node) (texts []string) {
	group, _, _ := strings.Cut(kind.APIVersion, "/")
	written := strings.NewReplacer("%group", group, "@", strings.Repeat("a", 63))
	for _, part := range []struct {
		name   string
		values []string
	}{{"apiVersion", h.APIVersion}, {"metadata", h.Metadata}, {"spec", h.Spec}} {
		for _, value := range part.values {
			document := base.Copy()
			document.Set(part.name, &tree.Node{Plain: written.Replace(value) + " "})
			texts = append(texts, document.YAML(tree.Usual))
		}
		document := base.Copy()
		document.Fields = slices.DeleteFunc(document.Fields, func(field tree.Field) bool { return field.Name == part.name })
		texts = append(texts, document.YAML(tree.Usual))
	}
	text := base.YAML(tree.Usual)
	for _, line := range h.More {
		texts = append(texts, text+line+"\n")
	}
	for _, form := range forms {
		texts = append(texts, form(text))
	}
	return texts
}
