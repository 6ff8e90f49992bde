// Package meshrules has texts of MeshConfig and MeshNetworks: Istio's own, changed ones and such made by chance, and asks the real istiod about them.
package meshrules

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"strconv"
	"strings"

	"google.golang.org/protobuf/reflect/protoreflect"
	meshconfig "istio.io/api/mesh/v1alpha1"
	"sigs.k8s.io/yaml"

	"policycortex.com/istio/conformance/internal/manifest"
)

// The keys of istiod's ConfigMap.
const (
	Mesh     = "mesh"
	Networks = "meshNetworks"
)

// Text is what stands under a key of istiod's ConfigMap.
type Text struct {
	Name   string // where it comes from
	Key    string
	Fields map[string]any
}

// Descriptor is that of the message under a key.
func Descriptor(key string) protoreflect.MessageDescriptor {
	if key == Networks {
		return (&meshconfig.MeshNetworks{}).ProtoReflect().Descriptor()
	}
	return (&meshconfig.MeshConfig{}).ProtoReflect().Descriptor()
}

// Istios are the texts that Istio's own files hold: in installations, values of charts, ConfigMaps, and texts in the source of its tests.
func Istios(root string) ([]Text, error) {
	var texts []Text
	files, err := manifest.Files(root)
	if err != nil {
		return nil, err
	}
	for _, file := range files {
		documents, err := manifest.Read(file)
		if err != nil {
			continue // not YAML: what it is to test
		}
		for _, document := range documents {
			texts = append(texts, within(strings.TrimPrefix(file, root+"/"), document.Object.Object)...)
		}
	}
	fromTests, err := ofTests(root)
	return append(texts, fromTests...), err
}

func within(name string, object map[string]any) (texts []Text) {
	add := func(key string, value any) {
		if fields, is := value.(map[string]any); is && len(fields) > 0 {
			texts = append(texts, Text{name, key, fields})
		}
	}
	add(Mesh, object["meshConfig"])
	if spec, is := object["spec"].(map[string]any); is {
		add(Mesh, spec["meshConfig"])
	}
	if data, is := object["data"].(map[string]any); is {
		for _, key := range []string{Mesh, Networks} {
			if text, is := data[key].(string); is {
				fields := map[string]any{}
				if yaml.Unmarshal([]byte(text), &fields) == nil {
					add(key, fields)
				}
			}
		}
	}
	return texts
}

// Texts between backticks whose fields are all those of one of the messages.
func ofTests(root string) (texts []Text, err error) {
	err = filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || !strings.HasSuffix(path, "_test.go") {
			return err
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.SkipObjectResolution)
		if err != nil {
			return nil
		}
		ast.Inspect(file, func(node ast.Node) bool {
			if literal, is := node.(*ast.BasicLit); is && literal.Kind == token.STRING && literal.Value[0] == '`' {
				text, _ := strconv.Unquote(literal.Value)
				texts = append(texts, ofText(strings.TrimPrefix(path, root+"/"), text)...)
			}
			return true
		})
		return nil
	})
	return texts, err
}

func ofText(name, text string) (texts []Text) {
	fields := map[string]any{}
	if yaml.Unmarshal([]byte(text), &fields) != nil || len(fields) == 0 {
		return nil
	}
	for _, key := range []string{Mesh, Networks} {
		known := Descriptor(key).Fields()
		all := true
		for field := range fields {
			all = all && known.ByJSONName(field) != nil
		}
		if all {
			texts = append(texts, Text{name, key, fields})
		}
	}
	return texts
}
