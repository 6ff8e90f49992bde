package mutate

import (
	"slices"
	"strings"

	"policycortex.com/istio/conformance/internal/tree"
)

// leaf is the way to a field of a kind that is no object: names, [] for an element of a list, {} for a value of a map.
type leaf []string

// leaves lists the fields of a schema, each once.
func leaves(schema *Schema) (all []leaf) {
	under := func(step string, inner *Schema) {
		for _, l := range leaves(inner) {
			all = append(all, append(leaf{step}, l...))
		}
	}
	switch {
	case schema.Type == "object" && len(schema.Properties) > 0:
		for _, name := range names(schema) {
			property := schema.Properties[name]
			under(name, &property)
		}
	case schema.Type == "object" && schema.AdditionalProperties != nil && schema.AdditionalProperties.Schema != nil:
		under("{}", schema.AdditionalProperties.Schema)
	case schema.Type == "array":
		under("[]", schema.Items.Schema)
	default:
		all = []leaf{nil}
	}
	return all
}

// deep sets any field of the kind, wherever it is, and makes what is around it.
func (m *Mutator) deep(document *tree.Node) bool {
	kind, known := m.kind(document)
	return known && m.descend(kind.Name, document, kind.Body, pick(m.random, m.leaves[kind]))
}

func (m *Mutator) descend(path string, node *tree.Node, schema *Schema, way leaf) bool {
	m.generator.left = 4
	if len(way) == 0 {
		return m.leafValue(site{path: path, node: node, schema: schema})
	}
	var next *tree.Node
	var inner *Schema
	switch step := way[0]; step {
	case "[]":
		inner = schema.Items.Schema
		if node.Kind != tree.List {
			*node = tree.Node{Kind: tree.List}
		}
		if len(node.Items) == 0 || m.random.IntN(4) == 0 {
			node.Items = append(node.Items, m.generator.little(path+"[]", inner))
			next = node.Items[len(node.Items)-1]
		} else {
			next = pick(m.random, node.Items)
		}
		path += "[]"
	case "{}":
		inner = schema.AdditionalProperties.Schema
		if node.Kind != tree.Map {
			*node = tree.Node{Kind: tree.Map}
		}
		if len(node.Fields) == 0 || m.random.IntN(4) == 0 {
			node.Set(goodText(m.random, keyMeanings, path), m.generator.little(path+"{}", inner))
		}
		next = pick(m.random, node.Fields).Value
		path += "{}"
	default:
		property := schema.Properties[step]
		inner = &property
		path += "." + step
		if node.Kind != tree.Map {
			*node = tree.Node{Kind: tree.Map}
		}
		m.onlyArm(node, schema, step)
		if node.Get(step) == nil {
			node.Set(step, m.generator.little(path, inner))
		}
		next = node.Get(step)
	}
	return m.descend(path, next, inner, way[1:])
}

// onlyArm mostly takes away what excludes the field.
func (m *Mutator) onlyArm(node *tree.Node, schema *Schema, name string) {
	for _, arms := range oneofs(schema) {
		if slices.Contains(arms, name) && m.random.IntN(6) > 0 {
			node.Fields = slices.DeleteFunc(node.Fields, func(field tree.Field) bool { return field.Name != name && slices.Contains(arms, field.Name) })
		}
	}
}

func (m *Mutator) leafValue(s site) bool {
	if m.random.IntN(2) == 0 {
		return m.replace(s, m.generator.Value(s.path, s.schema))
	}
	switch {
	case isEnum(s):
		return m.replace(s, tree.Of(enum(pick(m.random, s.schema.Enum))))
	case s.schema.Type == "string":
		return m.replace(s, tree.Of(oddText(m.random, textMeanings(s.schema), s.path)))
	case s.schema.Type == "number":
		return m.replace(s, tree.Of(pick(m.random, numbers)))
	case s.schema.Type == "integer":
		return m.replace(s, tree.Of(pick(m.random, integers)))
	default:
		return m.replace(s, m.generator.Value(s.path, s.schema))
	}
}

// little is a value with what it needs and nothing more.
func (g *Generator) little(path string, schema *Schema) *tree.Node {
	switch {
	case schema.Type == "object" && len(schema.Properties) > 0:
		object := &tree.Node{Kind: tree.Map}
		for _, name := range schema.Required {
			property := schema.Properties[name]
			object.Set(name, g.little(path+"."+name, &property))
		}
		return object
	case schema.Type == "object":
		return &tree.Node{Kind: tree.Map}
	case schema.Type == "array":
		return &tree.Node{Kind: tree.List}
	default:
		return g.Value(path, schema)
	}
}

// Fields counts the fields of the kinds, and those of them that an accepted document had.
func (m *Mutator) Fields() (all, accepted int) {
	for kind, ways := range m.leaves {
		if m.isOld(kind) {
			continue // the same fields again
		}
		for _, way := range ways {
			all++
			path := strings.NewReplacer(".[]", "[]", ".{}", "{}").Replace(kind.Name + "." + strings.Join(way, "."))
			if len(m.generator.seen[path]) > 0 {
				accepted++
			}
		}
	}
	return all, accepted
}
