package main

import (
	"bufio"
	"bytes"
	"fmt"
	"os"
	"slices"
	"strings"

	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"
	"k8s.io/apimachinery/pkg/util/json"

	"policycortex.com/istio/conformance/internal/admission"
	"policycortex.com/istio/conformance/internal/manifest"
	"policycortex.com/istio/conformance/internal/storage"
)

// written is a line of what was read and written: a manifest with its JSON, or what was found.
type written struct {
	File     string         `json:"file"`
	Line     int            `json:"line"`
	Manifest map[string]any `json:"manifest"`
	Finding  string         `json:"finding"`
	Error    bool           `json:"error"`
}

type comparison struct {
	server *storage.Server
	judge  *admission.Judge

	documents, same, refused, different int
	kinds                               map[string]int

	cluster, installer func(object map[string]any) bool // whether an API server takes an object, and istioctl an installation
}

func (c *comparison) compare(lines string, files []string) (int, error) {
	byFile, err := read(lines)
	if err != nil {
		return 0, err
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			return 0, err
		}
		c.file(manifest.Split(file, string(text)), byFile[file])
	}
	fmt.Printf("%d documents of %d kinds in %d files: %d are written as they are stored, %d are refused by both, %d differ\n",
		c.documents, len(c.kinds), len(files), c.same, c.refused, c.different)
	if c.same == 0 {
		return 0, fmt.Errorf("nothing was compared")
	}
	return c.different, nil
}

func read(lines string) (map[string][]written, error) {
	text, err := os.ReadFile(lines)
	if err != nil {
		return nil, err
	}
	byFile := map[string][]written{}
	scanner := bufio.NewScanner(bytes.NewReader(text))
	for scanner.Buffer(nil, 1<<28); scanner.Scan(); {
		var w written
		if err := json.Unmarshal(scanner.Bytes(), &w); err != nil {
			return nil, err
		}
		byFile[w.File] = append(byFile[w.File], w)
	}
	return byFile, scanner.Err()
}

func (c *comparison) file(documents []manifest.Document, all []written) {
	for i, document := range documents {
		end := 1 << 30
		if i+1 < len(documents) {
			end = documents[i+1].Line
		}
		var ours []written
		for _, w := range all {
			if w.Line >= document.Line && w.Line < end {
				ours = append(ours, w)
			}
		}
		c.document(document, ours)
	}
}

func (c *comparison) document(document manifest.Document, ours []written) {
	manifests := slices.DeleteFunc(slices.Clone(ours), func(w written) bool { return w.Manifest == nil })
	errors := slices.DeleteFunc(slices.Clone(ours), func(w written) bool { return !w.Error })
	if document.Error != nil {
		if len(manifests) > 0 {
			c.differ(document, "is read, and kubectl cannot: "+document.Error.Error())
		}
		return // no manifest for either
	}
	kind := document.GroupVersionKind()
	if kind.Group == "kustomize.config.k8s.io" {
		return
	}
	objects := []map[string]any{document.Object.Object}
	if kind.Kind == "List" && kind.Group == "" {
		objects = nil
		items, _, _ := unstructured.NestedSlice(document.Object.Object, "items")
		for _, item := range items {
			if object, ok := item.(map[string]any); ok {
				objects = append(objects, object)
			}
		}
	}
	c.documents += len(objects)
	for _, object := range objects {
		u := unstructured.Unstructured{Object: object}
		c.kinds[u.GroupVersionKind().GroupKind().String()]++
	}
	if len(manifests) == 0 && len(errors) > 0 {
		c.bothRefuse(document, objects, errors)
		return
	}
	if len(manifests) != len(objects) {
		c.differ(document, fmt.Sprintf("has %d manifests, and %d are read", len(objects), len(manifests)))
		return
	}
	for i, object := range objects {
		c.object(document, object, manifests[i].Manifest)
	}
}

func (c *comparison) bothRefuse(document manifest.Document, objects []map[string]any, errors []written) {
	for _, object := range objects {
		if c.refuses(document, object) {
			c.refused += len(objects)
			return
		}
	}
	var found []string
	for _, e := range errors {
		found = append(found, e.Finding)
	}
	c.differ(document, "is refused: "+strings.Join(found, "; "))
}

func (c *comparison) refuses(document manifest.Document, object map[string]any) bool {
	one := document
	one.Object = &unstructured.Unstructured{Object: object}
	if _, err := c.server.Store(object); err != nil {
		return true
	}
	switch {
	case one.IsInstallation():
		return !c.installer(object)
	case one.IsIstio():
		return c.judge.Judge(one).Refused()
	}
	return storage.IsBuiltIn(object) && !c.cluster(object)
}

func (c *comparison) object(document manifest.Document, object, ours map[string]any) {
	stored, err := c.server.Store(object)
	if stored == nil {
		c.differ(document, "is read, and the API server cannot: "+err.Error())
		return
	}
	if document.IsInstallation() {
		ours, stored = withoutNull(ours), withoutNull(stored)
	}
	if storage.IsBuiltIn(object) {
		again, err := c.server.Store(ours)
		if again == nil || err != nil {
			c.differ(document, fmt.Sprint("is written as what the API server refuses: ", err))
			return
		}
		ours = again
	}
	// The newest stable version is written.
	group, _, _ := strings.Cut(fmt.Sprint(stored["apiVersion"]), "/")
	if strings.HasPrefix(fmt.Sprint(ours["apiVersion"]), group) {
		stored["apiVersion"] = ours["apiVersion"]
	}
	// A kind that needs no spec has nothing in it where it is absent.
	for _, each := range []map[string]any{ours, stored} {
		if spec, ok := each["spec"].(map[string]any); ok && len(spec) == 0 {
			delete(each, "spec")
		}
	}
	differences := storage.Differences(any(ours), any(stored))
	if len(differences) > 0 {
		c.differ(document, strings.Join(differences, "; "))
		return
	}
	c.same++
}

func (c *comparison) differ(document manifest.Document, what string) {
	c.different++
	fmt.Printf("DIFFERS %s %s\n", document, what)
}

// istioctl reads protobuf's JSON, where null is absent; what stands in values is Helm's, for which it is a value. A tag may be a number, and is
// only ever put into a text.
func withoutNull(object map[string]any) map[string]any {
	clean := map[string]any{}
	for name, value := range object {
		switch v := value.(type) {
		case nil:
			continue
		case map[string]any:
			if name == "values" || name == "unvalidatedValues" {
				clean[name] = v
			} else {
				clean[name] = withoutNull(v)
			}
		case []any:
			list := make([]any, len(v))
			for i, element := range v {
				list[i] = element
				if object, ok := element.(map[string]any); ok {
					list[i] = withoutNull(object)
				}
			}
			clean[name] = list
		case int64:
			if name == "tag" {
				clean[name] = fmt.Sprint(v)
			} else {
				clean[name] = v
			}
		default:
			clean[name] = value
		}
	}
	return clean
}
