// Package examples reads the manifests of the library's own tests of its rules: for each rule one with the mistake and the same one without, and those
// whose verdict once was wrong, and one for each value that a place was tried with.
package examples

import (
	"cmp"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"k8s.io/apimachinery/pkg/util/json"
	"sigs.k8s.io/yaml"

	"policycortex.com/istio/conformance/internal/tree"
)

// Example is a manifest, by its rule or its name. Where the form of the text matters there is no node.
type Example struct {
	Name  string
	Text  string
	Node  *tree.Node
	Again bool // differs from the one before in one value
}

// file has good manifests by name, and what each rule's example changes in one of them.
type file struct {
	Manifests map[string]any `json:"manifests"`
	Rules     map[string]struct {
		Of       string         `json:"of"`
		Broken   map[string]any `json:"broken"`
		Repaired map[string]any `json:"repaired"`
	} `json:"rules"`
	Bases map[string]map[string]any `json:"bases"`
	Cases []struct {
		Name     string         `json:"name"`
		Manifest map[string]any `json:"manifest"`
		Text     string         `json:"text"`
	} `json:"cases"`
	Places map[string]map[string]any `json:"places"` // of each its manifest, and by verdict the values there
}

// Read lists the examples of all files of a folder that have any.
func Read(folder string) ([]Example, error) {
	paths, err := filepath.Glob(filepath.Join(folder, "*.yaml"))
	if err != nil {
		return nil, err
	}
	var all []Example
	for _, path := range paths {
		var content file
		text, err := os.ReadFile(path)
		if err == nil {
			text, err = yaml.YAMLToJSON(text)
		}
		if err == nil {
			err = json.Unmarshal(text, &content)
		}
		if err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
		for _, id := range slices.Sorted(maps.Keys(content.Rules)) {
			rule := content.Rules[id]
			for what, changes := range map[string]map[string]any{"broken": rule.Broken, "repaired": rule.Repaired} {
				node := tree.Of(content.Manifests[rule.Of])
				for _, place := range slices.Sorted(maps.Keys(changes)) {
					if err := change(node, place, changes[place]); err != nil {
						return nil, fmt.Errorf("%s of %s: %w", what, id, err)
					}
				}
				all = append(all, of(id+", "+what, node))
			}
		}
		for _, one := range content.Cases {
			if one.Text != "" {
				all = append(all, Example{Name: one.Name, Text: one.Text})
				continue
			}
			whole := map[string]any{}
			if base, is := one.Manifest["of"].(string); is {
				maps.Copy(whole, content.Bases[base])
			}
			maps.Copy(whole, one.Manifest)
			delete(whole, "of")
			all = append(all, of(one.Name, tree.Of(repeated(whole))))
		}
		for name, one := range content.Places {
			for verdict, values := range one {
				if verdict == "manifest" {
					continue
				}
				for i, value := range values.([]any) {
					example := of(fmt.Sprintf("%s: %v", name, value), tree.Of(with(one["manifest"], value)))
					example.Again = i > 0
					all = append(all, example)
				}
			}
		}
	}
	slices.SortFunc(all, func(a, b Example) int {
		return cmp.Or(strings.Compare(a.Name, b.Name), strings.Compare(a.Text, b.Text))
	})
	return all, nil
}

var times = regexp.MustCompile(`^(?s:(.+)) × ([0-9]+)$`)

// repeated writes out the texts that stand for many of the same.
func repeated(value any) any {
	switch v := value.(type) {
	case string:
		if parts := times.FindStringSubmatch(v); parts != nil {
			n, _ := strconv.Atoi(parts[2])
			return strings.Repeat(parts[1], n)
		}
	case []any:
		for i := range v {
			v[i] = repeated(v[i])
		}
	case map[string]any:
		for name := range v {
			v[name] = repeated(v[name])
		}
	}
	return value
}

// with puts a value in the place of the word HERE, and a text in that of a name.
func with(node, value any) any {
	switch v := node.(type) {
	case string:
		if v == "HERE" {
			return value
		}
	case []any:
		list := make([]any, 0, len(v))
		for _, element := range v {
			list = append(list, with(element, value))
		}
		return list
	case map[string]any:
		fields := make(map[string]any, len(v))
		for name, element := range v {
			if name == "HERE" {
				name = value.(string)
			}
			fields[name] = with(element, value)
		}
		return fields
	}
	return node
}

func of(name string, node *tree.Node) Example {
	return Example{Name: name, Text: node.YAML(tree.Usual), Node: node}
}

// A place begins at the spec, or with a slash at the manifest itself. Null takes the field away.
func change(node *tree.Node, place string, value any) error {
	steps := strings.Split("spec."+place, ".")
	if whole, is := strings.CutPrefix(place, "/"); is {
		steps = strings.Split(whole, ".")
	}
	for i, step := range steps {
		last := i == len(steps)-1
		if node.Kind == tree.List {
			at, err := strconv.Atoi(step)
			if err != nil || at >= len(node.Items) {
				return fmt.Errorf("there is no place %s", place)
			}
			if last {
				node.Items[at] = tree.Of(value)
			}
			node = node.Items[at]
			continue
		}
		switch next := node.Get(step); {
		case last && value == nil:
			node.Fields = slices.DeleteFunc(node.Fields, func(field tree.Field) bool { return field.Name == step })
		case last:
			node.Set(step, tree.Of(value))
		case next == nil:
			return fmt.Errorf("there is no place %s", place)
		default:
			node = next
		}
	}
	return nil
}
