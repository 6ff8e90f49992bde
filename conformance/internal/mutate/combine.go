package mutate

import (
	"fmt"
	"math/rand/v2"
	"os"

	"sigs.k8s.io/yaml"

	"policycortex.com/istio/conformance/internal/tree"
)

// Combinations makes manifests of templates: each has one alternative of every choice.
type Combinations struct {
	templates []any
	random    *rand.Rand
}

const (
	choice = "$"
	none   = "$none"
)

// ReadCombinations reads the templates of a file, those of one kind if it is given. Equal seeds make the same manifests.
func ReadCombinations(file, kind string, seed uint64) (*Combinations, error) {
	text, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	var templates []any
	if err := yaml.Unmarshal(text, &templates); err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	all := &Combinations{random: rand.New(rand.NewPCG(seed, 1))}
	for _, template := range templates {
		if kind == "" || template.(map[string]any)["kind"] == kind {
			all.templates = append(all.templates, template)
		}
	}
	return all, nil
}

// Empty tells whether there is nothing to make.
func (c *Combinations) Empty() bool { return len(c.templates) == 0 }

// Next is one more manifest.
func (c *Combinations) Next() *tree.Node {
	value, _ := c.expand(pick(c.random, c.templates))
	return tree.Of(value)
}

// expand chooses; false: nothing is to stand there.
func (c *Combinations) expand(template any) (any, bool) {
	switch t := template.(type) {
	case string:
		return t, t != none
	case []any:
		items := []any{}
		for _, item := range t {
			if value, is := c.expand(item); is {
				items = append(items, value)
			}
		}
		return items, true
	case map[string]any:
		if alternatives, is := t[choice].([]any); is {
			return c.expand(pick(c.random, alternatives))
		}
		// In the order of names, for equal seeds to choose equally.
		object := map[string]any{}
		for _, field := range tree.Of(t).Fields {
			if value, is := c.expand(t[field.Name]); is {
				object[field.Name] = value
			}
		}
		return object, true
	}
	return template, true
}
