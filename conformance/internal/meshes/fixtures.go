// Package meshes has the meshes that are analyzed: those that Istio keeps, and changed copies of them.
package meshes

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"policycortex.com/istio/conformance/internal/analysis"
)

// Mesh is a mesh with a name.
type Mesh struct {
	Name    string
	Changed bool // a mutation made it
	analysis.Mesh
}

// ingress stands for the gateway that every installation of Istio used to have; the analyzers' own tests have such a stand-in as well.
const ingress = `apiVersion: v1
kind: Pod
metadata: {name: istio-ingressgateway-1, namespace: istio-system, labels: {app: istio-ingressgateway, istio: ingressgateway}}
spec: {containers: [{name: istio-proxy, image: proxyv2, ports: [{containerPort: 80}, {containerPort: 443}, {containerPort: 31400}, {containerPort: 15443}]}]}
---
apiVersion: v1
kind: Service
metadata: {name: istio-ingressgateway, namespace: istio-system, labels: {istio: ingressgateway}}
spec:
  selector: {istio: ingressgateway}
  ports:
  - {name: http2, port: 80, targetPort: 80, protocol: TCP}
  - {name: https, port: 443, targetPort: 443, protocol: TCP}
  - {name: tcp, port: 31400, targetPort: 31400, protocol: TCP}
  - {name: tls, port: 15443, targetPort: 15443, protocol: TCP}
`

var ingressFile = analysis.File{Name: "ingress.yaml", Text: ingress}

// Fixtures are the meshes of the tests of Istio's analyzers, one for each case: the tests' source names the files.
func Fixtures(istio string) ([]Mesh, error) {
	folder := filepath.Join(istio, "pkg/config/analysis/analyzers")
	source, err := parser.ParseFile(token.NewFileSet(), filepath.Join(folder, "analyzers_test.go"), nil, parser.SkipObjectResolution)
	if err != nil {
		return nil, err
	}
	var meshes []Mesh
	ast.Inspect(source, func(node ast.Node) bool {
		literal, is := node.(*ast.CompositeLit)
		if !is || err != nil {
			return err == nil
		}
		fields := fieldsOf(literal)
		if len(fields["inputFiles"]) == 0 || len(fields["name"]) != 1 {
			return true
		}
		var mesh Mesh
		mesh, err = fixture(folder, len(meshes)+1, fields)
		meshes = append(meshes, mesh)
		return false
	})
	if err == nil && len(meshes) == 0 {
		err = fmt.Errorf("%s: no case was found", folder)
	}
	return meshes, err
}

// fieldsOf has the texts of a literal's fields.
func fieldsOf(literal *ast.CompositeLit) map[string][]string {
	fields := map[string][]string{}
	for _, element := range literal.Elts {
		pair, is := element.(*ast.KeyValueExpr)
		if !is {
			continue
		}
		key, is := pair.Key.(*ast.Ident)
		if !is {
			continue
		}
		ast.Inspect(pair.Value, func(node ast.Node) bool {
			if basic, is := node.(*ast.BasicLit); is && basic.Kind == token.STRING {
				if text, err := strconv.Unquote(basic.Value); err == nil {
					fields[key.Name] = append(fields[key.Name], text)
				}
			}
			return true
		})
	}
	return fields
}

func fixture(folder string, number int, fields map[string][]string) (Mesh, error) {
	mesh := Mesh{Name: fmt.Sprintf("case %d: %s", number, fields["name"][0])}
	read := func(names []string, into func(name, text string)) error {
		for _, name := range names {
			text, err := os.ReadFile(filepath.Join(folder, name))
			if err != nil {
				return err
			}
			into(strings.TrimPrefix(name, "testdata/"), string(text))
		}
		return nil
	}
	mesh.Files = append(mesh.Files, ingressFile)
	if err := read(fields["inputFiles"], func(name, text string) { mesh.Files = append(mesh.Files, analysis.File{Name: name, Text: text}) }); err != nil {
		return Mesh{}, err
	}
	if err := read(fields["meshConfigFile"], func(_, text string) { mesh.MeshConfig = text }); err != nil {
		return Mesh{}, err
	}
	if err := read(fields["meshNetworksFile"], func(_, text string) { mesh.MeshNetworks = text }); err != nil {
		return Mesh{}, err
	}
	for i, file := range mesh.Files {
		mesh.Files[i] = complete(file)
	}
	return mesh, nil
}
