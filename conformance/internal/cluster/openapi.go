package cluster

import (
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"net/http"
	"slices"
	"strings"

	apiextensionsv1 "k8s.io/apiextensions-apiserver/pkg/apis/apiextensions/v1"
	"k8s.io/apimachinery/pkg/runtime/schema"
)

// definition is a schema as the API server publishes those of its own kinds.
type definition struct {
	Type                 string                 `json:"type"`
	Format               string                 `json:"format"`
	Ref                  string                 `json:"$ref"`
	AllOf                []definition           `json:"allOf"`
	OneOf                []definition           `json:"oneOf"`
	Properties           map[string]definition  `json:"properties"`
	Required             []string               `json:"required"`
	Items                *definition            `json:"items"`
	AdditionalProperties *definition            `json:"additionalProperties"`
	Enum                 []apiextensionsv1.JSON `json:"enum"`
}

// Schema is the one of one of Kubernetes' own kinds, without what it refers to.
func (c *Cluster) Schema(kind schema.GroupVersionKind) (*apiextensionsv1.JSONSchemaProps, error) {
	path := "/openapi/v3/apis/" + kind.GroupVersion().String()
	if kind.Group == "" {
		path = "/openapi/v3/api/" + kind.Version
	}
	request, err := http.NewRequest(http.MethodGet, c.url+path, nil)
	if err != nil {
		return nil, err
	}
	request.Header.Set("Authorization", "Bearer loopback-only")
	response, err := c.client.Do(request)
	if err != nil {
		return nil, err
	}
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	if err != nil {
		return nil, err
	}
	var published struct {
		Components struct{ Schemas map[string]definition }
	}
	if err := json.Unmarshal(body, &published); err != nil {
		return nil, err
	}
	suffix := "." + kind.Version + "." + kind.Kind
	for _, name := range slices.Sorted(maps.Keys(published.Components.Schemas)) {
		if strings.HasPrefix(name, "io.k8s.api.") && strings.HasSuffix(name, suffix) {
			resolved := resolve(published.Components.Schemas[name], published.Components.Schemas)
			return &resolved, nil
		}
	}
	return nil, fmt.Errorf("the API server publishes no schema of %v", kind)
}

func resolve(d definition, all map[string]definition) apiextensionsv1.JSONSchemaProps {
	reference := d.Ref
	if len(d.AllOf) == 1 {
		reference = d.AllOf[0].Ref
	}
	if reference != "" {
		d = all[reference[strings.LastIndexByte(reference, '/')+1:]]
	}
	resolved := apiextensionsv1.JSONSchemaProps{Type: d.Type, Format: d.Format, Required: d.Required, Enum: d.Enum, XIntOrString: d.Format == "int-or-string" || len(d.OneOf) > 1}
	for name, property := range d.Properties {
		if resolved.Properties == nil {
			resolved.Properties = map[string]apiextensionsv1.JSONSchemaProps{}
		}
		resolved.Properties[name] = resolve(property, all)
	}
	if d.Items != nil {
		items := resolve(*d.Items, all)
		resolved.Items = &apiextensionsv1.JSONSchemaPropsOrArray{Schema: &items}
	}
	if d.AdditionalProperties != nil {
		values := resolve(*d.AdditionalProperties, all)
		resolved.AdditionalProperties = &apiextensionsv1.JSONSchemaPropsOrBool{Allows: true, Schema: &values}
	}
	return resolved
}
