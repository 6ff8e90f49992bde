package mutate

import (
	"math/rand/v2"
	"slices"

	apiextensionsv1 "k8s.io/apiextensions-apiserver/pkg/apis/apiextensions/v1"

	"policycortex.com/istio/conformance/internal/tree"
)

// Schema is one value's, as a CRD spells it.
type Schema = apiextensionsv1.JSONSchemaProps

// Generator makes values of a schema that are mostly good.
type Generator struct {
	random *rand.Rand
	// seen has, by path, values that real documents had and that were taken.
	seen map[string][]*tree.Node
	left int // how many values the current document may still get
}

const (
	seenAtOnePath = 60
	sizeOfOne     = 60
)

// Learn keeps the values of a document that was accepted.
func (g *Generator) Learn(path string, node *tree.Node, schema *Schema) {
	if values := g.seen[path]; len(values) < seenAtOnePath {
		g.seen[path] = append(values, node)
	} else if g.random.IntN(10) == 0 {
		values[g.random.IntN(len(values))] = node
	}
	for _, child := range children(path, node, schema) {
		if child.schema != nil {
			g.Learn(child.path, child.node, child.schema)
		}
	}
}

// Document makes a whole document.
func (g *Generator) Document(kind Kind) *tree.Node {
	g.left = sizeOfOne
	document := tree.Object("apiVersion", kind.APIVersion, "kind", kind.Name, "metadata", g.metadata())
	for _, field := range g.object(kind.Name, kind.Body).Fields {
		document.Set(field.Name, field.Value)
	}
	if kind.Body.Properties["spec"].Type != "" && document.Get("spec") == nil && g.random.IntN(10) > 0 {
		spec := kind.Body.Properties["spec"]
		document.Set("spec", g.Value(kind.Name+".spec", &spec))
	}
	return document
}

func (g *Generator) metadata() *tree.Node {
	metadata := tree.Object("name", pick(g.random, words("a my-name v1 default")))
	if g.random.IntN(2) == 0 {
		metadata.Set("namespace", tree.Of(pick(g.random, words("default ns1 istio-system"))))
	}
	return metadata
}

// Value makes a value for a path.
func (g *Generator) Value(path string, schema *Schema) *tree.Node {
	g.left--
	if values := g.seen[path]; len(values) > 0 && g.random.IntN(3) == 0 {
		value := pick(g.random, values).Copy()
		g.left -= size(value)
		return value
	}
	switch {
	case len(schema.Enum) > 0:
		return tree.Of(enum(pick(g.random, schema.Enum)))
	case schema.Type == "object" && len(schema.Properties) > 0:
		return g.object(path, schema)
	case schema.Type == "object" && schema.AdditionalProperties != nil && schema.AdditionalProperties.Schema != nil:
		return g.mapping(path, schema.AdditionalProperties.Schema)
	case schema.Type == "array":
		list := &tree.Node{Kind: tree.List}
		for range g.few() {
			list.Items = append(list.Items, g.Value(path+"[]", schema.Items.Schema))
		}
		return list
	case schema.Type == "string":
		return tree.Of(goodText(g.random, textMeanings(schema), path))
	case schema.Type == "boolean":
		return tree.Of(g.random.IntN(2) == 0)
	case schema.Type == "integer":
		return tree.Of(g.integer(schema))
	case schema.Type == "number":
		return tree.Of(pick(g.random, numbers[2:]))
	case schema.XIntOrString:
		return tree.Of("http")
	default:
		return g.anything(2)
	}
}

var durations = compile(``, "duration")

// A duration is told by its rule; everything else by its path.
func textMeanings(schema *Schema) []meaning {
	if schema != nil {
		for _, rule := range schema.XValidations {
			if rule.Rule == "duration(self) >= duration('1ms')" {
				return durations
			}
		}
	}
	return meanings
}

func (g *Generator) few() int {
	if g.left < 0 {
		return 1
	}
	return pick(g.random, []int{1, 1, 1, 1, 2, 2, 3})
}

func (g *Generator) object(path string, schema *Schema) *tree.Node {
	object := &tree.Node{Kind: tree.Map}
	arms := g.chosen(schema)
	for _, name := range names(schema) {
		property := schema.Properties[name]
		allowed, isArm := arms[name]
		wanted := g.left > 0 && g.random.IntN(4) == 0
		if isArm {
			wanted = allowed
		}
		if slices.Contains(schema.Required, name) || wanted {
			object.Fields = append(object.Fields, tree.Field{Name: name, Value: g.Value(path+"."+name, &property)})
		}
	}
	return object
}

// chosen picks one arm at most of every oneof.
func (g *Generator) chosen(schema *Schema) map[string]bool {
	allowed := map[string]bool{}
	for _, arms := range oneofs(schema) {
		for _, arm := range arms {
			allowed[arm] = false
		}
		if g.random.IntN(8) > 0 {
			allowed[pick(g.random, arms)] = true
		}
	}
	return allowed
}

func (g *Generator) mapping(path string, value *Schema) *tree.Node {
	object := &tree.Node{Kind: tree.Map}
	for range g.few() {
		name := goodText(g.random, keyMeanings, path)
		if object.Get(name) == nil {
			object.Fields = append(object.Fields, tree.Field{Name: name, Value: g.Value(path+"{}", value)})
		}
	}
	return object
}

func (g *Generator) integer(schema *Schema) int64 {
	for range 20 {
		n := pick(g.random, integers)
		if (schema.Minimum == nil || float64(n) >= *schema.Minimum) && (schema.Maximum == nil || float64(n) <= *schema.Maximum) &&
			(schema.Format != "int32" || int64(int32(n)) == n) && (n <= 65535 || g.random.IntN(8) == 0) {
			return n
		}
	}
	return 1
}

// anything is any JSON.
func (g *Generator) anything(depth int) *tree.Node {
	switch n := g.random.IntN(8); {
	case n < 2 && depth > 0:
		object := &tree.Node{Kind: tree.Map}
		for range g.random.IntN(3) {
			object.Set(pick(g.random, words("a b name typed_config @type value")), g.anything(depth-1))
		}
		return object
	case n < 3 && depth > 0:
		list := &tree.Node{Kind: tree.List}
		for range g.random.IntN(3) {
			list.Items = append(list.Items, g.anything(depth-1))
		}
		return list
	case n < 4:
		return tree.Of(pick(g.random, integers))
	case n < 5:
		return tree.Of(nil)
	case n < 6:
		return tree.Of(g.random.IntN(2) == 0)
	default:
		return tree.Of(pick(g.random, oddTexts))
	}
}
