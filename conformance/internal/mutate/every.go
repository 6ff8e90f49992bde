package mutate

import (
	"fmt"
	"slices"
	"strings"

	"policycortex.com/istio/conformance/internal/tree"
)

// Variant is a document with one value changed.
type Variant struct {
	Document *tree.Node
	Change   string // the place and what stands there now
}

// Every changes each field of each kind in each way that its schema makes worth a look: every type, both sides of every limit, every constant, every
// pair of arms, and every text of what the field means. The fields around are those of an accepted document that has the field, or nearly.
func (m *Mutator) Every(yield func(Variant) bool) {
	for _, kind := range m.all {
		if m.isOld(kind) {
			continue
		}
		for _, way := range places(kind.Body) {
			if !m.everyAt(kind, way, yield) {
				return
			}
		}
	}
}

// isOld tells whether a kind is there in a newer version, with the same fields.
func (m *Mutator) isOld(kind Kind) bool {
	return !strings.HasSuffix(kind.APIVersion, "/v1") && slices.ContainsFunc(m.all, func(k Kind) bool {
		return k.Name == kind.Name && k != kind && (strings.HasSuffix(k.APIVersion, "/v1") || k.APIVersion > kind.APIVersion)
	})
}

// places lists the ways to all values of a schema, objects and lists too.
func places(schema *Schema) (all []leaf) {
	under := func(step string, inner *Schema) {
		all = append(all, leaf{step})
		for _, l := range places(inner) {
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
	}
	return all
}

func (m *Mutator) everyAt(kind Kind, way leaf, yield func(Variant) bool) bool {
	path := strings.NewReplacer(".[]", "[]", ".{}", "{}").Replace(kind.Name + "." + strings.Join(way, "."))
	base := m.having(kind, path)
	_, schema := m.reach(base.Copy(), kind, way)
	for _, value := range m.values(path, schema, base, kind, way) {
		document := base.Copy()
		node, _ := m.reach(document, kind, way)
		*node = *value.Copy()
		if !yield(Variant{document, path + ": " + shown(value)}) {
			return false
		}
	}
	document := base.Copy()
	node, _ := m.reach(document, kind, way)
	if schema.Type == "object" && node.Kind == tree.Map {
		node.Fields = append(node.Fields, tree.Field{Name: "unheardOf", Value: tree.Of("a")})
		if !yield(Variant{document, path + ": an unknown field"}) {
			return false
		}
		for _, pair := range m.pairs(path, schema) {
			document := base.Copy()
			node, _ := m.reach(document, kind, way)
			for _, field := range pair.Fields {
				node.Set(field.Name, field.Value)
			}
			if !yield(Variant{document, path + ": two arms"}) {
				return false
			}
		}
	}
	return true
}

func shown(value *tree.Node) string {
	text := strings.TrimSpace(value.YAML(tree.Flow))
	runes := []rune(text)
	return fmt.Sprintf("%d %s", len(text), string(runes[:min(len(runes), 40)]))
}

// having is an accepted document with the field, or any of the kind.
func (m *Mutator) having(kind Kind, path string) *tree.Node {
	if document := m.documents[path]; document != nil {
		return document
	}
	// One with what is around the field.
	for i := len(path) - 1; i > 0; i-- {
		if document := m.documents[path[:i]]; document != nil && strings.ContainsRune(".[{", rune(path[i])) {
			return document
		}
	}
	return m.generator.Document(kind)
}

// keep remembers a document for the fields that it has, the smaller one of two.
func (m *Mutator) keep(kind Kind, document *tree.Node) {
	for _, s := range sites(kind.Name, document, kind.Body) {
		if other := m.documents[s.path]; other == nil || size(other) > size(document) {
			m.documents[s.path] = document
		}
	}
}

// reach goes to a value and makes what is missing on the way.
func (m *Mutator) reach(document *tree.Node, kind Kind, way leaf) (*tree.Node, *Schema) {
	node, schema, path := document, kind.Body, kind.Name
	for _, step := range way {
		switch step {
		case "[]":
			schema = schema.Items.Schema
			path += "[]"
			if node.Kind != tree.List || len(node.Items) == 0 {
				*node = tree.Node{Kind: tree.List, Items: []*tree.Node{m.generator.little(path, schema)}}
			}
			node = node.Items[0]
		case "{}":
			schema = schema.AdditionalProperties.Schema
			if node.Kind != tree.Map || len(node.Fields) == 0 {
				name := meant(keyMeanings, path).good[0]
				path += "{}"
				*node = *tree.Object(name, m.generator.little(path, schema))
			} else {
				path += "{}"
			}
			node = node.Fields[0].Value
		default:
			if node.Kind != tree.Map {
				*node = tree.Node{Kind: tree.Map}
			}
			for _, arms := range oneofs(schema) {
				if slices.Contains(arms, step) {
					node.Fields = slices.DeleteFunc(node.Fields, func(field tree.Field) bool { return field.Name != step && slices.Contains(arms, field.Name) })
				}
			}
			property := schema.Properties[step]
			schema = &property
			path += "." + step
			if node.Get(step) == nil {
				node.Set(step, m.generator.little(path, schema))
			}
			node = node.Get(step)
		}
	}
	return node, schema
}

func list(items ...*tree.Node) *tree.Node { return &tree.Node{Kind: tree.List, Items: items} }

// values are those worth a look.
func (m *Mutator) values(path string, schema *Schema, base *tree.Node, kind Kind, way leaf) (all []*tree.Node) {
	old, _ := m.reach(base.Copy(), kind, way)
	for _, value := range []any{nil, "", "a", "1", "true", 0, 1, -1, 1.0, 1.5, true, false} {
		all = append(all, tree.Of(value))
	}
	all = append(all, &tree.Node{Kind: tree.Map}, list(), list(tree.Of(nil)), list(old.Copy()), list(list()), list(&tree.Node{Kind: tree.Map}), tree.Object("a", nil), tree.Object("", old.Copy()), tree.Object("a", "b"),
		&tree.Node{Plain: "1.0"}, &tree.Node{Plain: "1e0"}, &tree.Node{Plain: "1e3"}, &tree.Node{Plain: "0x10"}, &tree.Node{Plain: "5s"})
	switch {
	case len(schema.Enum) > 0:
		for _, constant := range schema.Enum {
			name, _ := enum(constant).(string)
			all = append(all, tree.Of(name), tree.Of(strings.ToLower(name)), tree.Of(" "+name), tree.Of(name+" "))
		}
	case schema.Type == "string":
		pool := meant(textMeanings(schema), path)
		for _, text := range append(slices.Clone(pool.good), pool.odd...) {
			all = append(all, tree.Of(text))
		}
		for _, text := range oddTexts[:60] {
			all = append(all, tree.Of(text))
		}
		lengths := []int{63, 253, 255, 256, 320, 1024, 2048}
		if schema.MaxLength != nil {
			lengths = append(lengths, int(*schema.MaxLength))
		}
		for _, n := range lengths {
			for _, text := range []string{strings.Repeat("a", n-1), strings.Repeat("a", n), strings.Repeat("a", n+1), strings.Repeat("é", n-1), strings.Repeat("é", n+1), strings.Repeat("😀", n), strings.Repeat("é", n), strings.Repeat("é", n/2), strings.Repeat("é", n/2+1), strings.Repeat("😀", n/2), strings.Repeat("😀", n/2+1)} {
				all = append(all, tree.Of(text))
			}
		}
	case schema.Type == "integer" || schema.Type == "number":
		for _, n := range integers {
			all = append(all, tree.Of(n))
		}
		for _, n := range numbers {
			all = append(all, tree.Of(n))
		}
		for _, limit := range []*float64{schema.Minimum, schema.Maximum} {
			if limit != nil {
				all = append(all, tree.Of(*limit), tree.Of(int64(*limit)), tree.Of(int64(*limit)-1), tree.Of(int64(*limit)+1), tree.Of(*limit+0.5), tree.Of(*limit-0.5))
			}
		}
		for _, text := range words("18446744073709551615 18446744073709551616 -9223372036854775809 1e18 1e19 1e400 -0 -0.0 00 1_0 +1") {
			all = append(all, &tree.Node{Plain: text})
		}
	case schema.Type == "array":
		all = append(all, m.lists(path, schema, old)...)
	case schema.Type == "object" && schema.AdditionalProperties != nil && schema.AdditionalProperties.Schema != nil:
		all = append(all, m.mappings(path, schema, old)...)
	}
	return all
}

func (m *Mutator) lists(path string, schema *Schema, old *tree.Node) (all []*tree.Node) {
	lengths := []int{2, 3}
	if schema.MaxItems != nil && *schema.MaxItems < 1000 {
		lengths = append(lengths, int(*schema.MaxItems)-1, int(*schema.MaxItems), int(*schema.MaxItems)+1)
	}
	var item *tree.Node
	if len(old.Items) > 0 {
		item = old.Items[0]
	} else {
		m.generator.left = 4
		item = m.generator.Value(path+"[]", schema.Items.Schema)
	}
	for _, n := range lengths {
		same, different := list(), list()
		for i := range n {
			same.Items = append(same.Items, item.Copy())
			m.generator.left = 2
			other := m.generator.Value(path+"[]", schema.Items.Schema)
			if text := item.Text(); text != "" {
				other = tree.Of(fmt.Sprintf("%s%d", text, i))
			}
			different.Items = append(different.Items, other)
		}
		all = append(all, same, different)
	}
	return append(all, list(item.Copy(), tree.Of(nil)), list(tree.Of(nil), item.Copy()))
}

func (m *Mutator) mappings(path string, schema *Schema, old *tree.Node) (all []*tree.Node) {
	value := m.generator.little(path+"{}", schema.AdditionalProperties.Schema)
	if len(old.Fields) > 0 {
		value = old.Fields[0].Value
	}
	pool := meant(keyMeanings, path)
	for _, key := range append(append(slices.Clone(pool.good), pool.odd...), oddTexts[:60]...) {
		all = append(all, tree.Object(key, value.Copy()))
	}
	for _, n := range []int{63, 253, 255, 256} {
		all = append(all, tree.Object(strings.Repeat("a", n), value.Copy()), tree.Object(strings.Repeat("a", n+1), value.Copy()), tree.Object(strings.Repeat("a", n)+"/b", value.Copy()), tree.Object(strings.Repeat("a", n+1)+"/b", value.Copy()))
	}
	if schema.MaxProperties != nil && *schema.MaxProperties < 1000 {
		for _, n := range []int64{*schema.MaxProperties - 1, *schema.MaxProperties, *schema.MaxProperties + 1} {
			many := &tree.Node{Kind: tree.Map}
			for i := range n {
				many.Fields = append(many.Fields, tree.Field{Name: fmt.Sprintf("a%d", i), Value: value.Copy()})
			}
			all = append(all, many)
		}
	}
	return append(all, tree.Object("a", nil, "b", value.Copy()), tree.Object("a", 1), tree.Object("a", true), tree.Object("a", list()), tree.Object("a", &tree.Node{Kind: tree.Map}))
}

// pairs sets two arms of a oneof at once, and one that is empty.
func (m *Mutator) pairs(path string, schema *Schema) (all []*tree.Node) {
	for _, arms := range oneofs(schema) {
		for i, one := range arms {
			property := schema.Properties[one]
			for _, other := range arms[i+1:] {
				second := schema.Properties[other]
				all = append(all, tree.Object(one, m.generator.little(path+"."+one, &property), other, m.generator.little(path+"."+other, &second)),
					tree.Object(one, emptyOf(&property), other, emptyOf(&second)), tree.Object(one, nil, other, m.generator.little(path+"."+other, &second)))
			}
		}
	}
	return all
}
