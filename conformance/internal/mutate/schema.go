package mutate

import (
	"encoding/json"
	"maps"
	"slices"

	apiextensionsv1 "k8s.io/apiextensions-apiserver/pkg/apis/apiextensions/v1"

	"policycortex.com/istio/conformance/internal/tree"
)

// Kind is one version of a kind.
type Kind struct {
	APIVersion, Name string
	Body             *Schema // without the head
}

// head is what all kinds have.
var head = []string{"apiVersion", "kind", "metadata", "status"}

// NewKind takes a kind's schema as it is published.
func NewKind(apiVersion, name string, schema *Schema) Kind {
	body := *schema
	body.Properties = maps.Clone(schema.Properties)
	for _, name := range head {
		delete(body.Properties, name)
	}
	body.Required = slices.DeleteFunc(slices.Clone(schema.Required), func(name string) bool { return slices.Contains(head, name) })
	return Kind{apiVersion, name, &body}
}

// site is a value within a document, with its place and its schema (nil where the schema does not know it).
type site struct {
	path   string
	node   *tree.Node
	schema *Schema
	parent *tree.Node
	index  int // among the parent's fields or items
}

// sites lists a value and all values within it.
func sites(path string, node *tree.Node, schema *Schema) []site {
	all := []site{{path, node, schema, nil, 0}}
	for i := 0; i < len(all); i++ {
		all = append(all, children(all[i].path, all[i].node, all[i].schema)...)
	}
	return all
}

func children(path string, node *tree.Node, schema *Schema) (all []site) {
	for i, field := range node.Fields {
		child, inner := path+"."+field.Name, (*Schema)(nil)
		if schema != nil {
			if property, known := schema.Properties[field.Name]; known {
				inner = &property
			} else if schema.AdditionalProperties != nil {
				child, inner = path+"{}", schema.AdditionalProperties.Schema
			}
		}
		all = append(all, site{child, field.Value, inner, node, i})
	}
	for i, item := range node.Items {
		inner := (*Schema)(nil)
		if schema != nil && schema.Items != nil {
			inner = schema.Items.Schema
		}
		all = append(all, site{path + "[]", item, inner, node, i})
	}
	return all
}

func names(schema *Schema) []string { return slices.Sorted(maps.Keys(schema.Properties)) }

// oneofs lists the arms of each oneof of an object.
func oneofs(schema *Schema) (all [][]string) {
	for _, part := range append([]Schema{*schema}, schema.AllOf...) {
		var arms []string
		for _, arm := range part.OneOf {
			if len(arm.Required) == 1 {
				arms = append(arms, arm.Required[0])
			}
		}
		if len(arms) > 1 {
			all = append(all, arms)
		}
	}
	return all
}

func enum(value apiextensionsv1.JSON) (decoded any) {
	_ = json.Unmarshal(value.Raw, &decoded)
	return decoded
}

func size(node *tree.Node) int {
	n := 1
	for _, field := range node.Fields {
		n += size(field.Value)
	}
	for _, item := range node.Items {
		n += size(item)
	}
	return n
}
