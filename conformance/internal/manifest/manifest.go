// Package manifest reads folders of Kubernetes manifests, document by document.
package manifest

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"
	"k8s.io/apimachinery/pkg/runtime/schema"

	"policycortex.com/istio/conformance/internal/apiserver"
)

// Document is one YAML document of a file.
type Document struct {
	File   string
	Index  int // counted from 0 within the file, empty documents left out
	Line   int // of the document's first line, counted from 1
	Text   string
	Object *unstructured.Unstructured
	Error  error // why the text is no Kubernetes object; Object is empty then
}

// GroupVersionKind says what the document is.
func (d Document) GroupVersionKind() schema.GroupVersionKind { return d.Object.GroupVersionKind() }

// IsIstio tells Istio's own kinds from Kubernetes'.
func (d Document) IsIstio() bool {
	group := d.GroupVersionKind().Group
	return group == "istio.io" || strings.HasSuffix(group, ".istio.io")
}

// IsInstallation tells what istioctl reads, and no API server serves.
func (d Document) IsInstallation() bool { return d.GroupVersionKind().Group == "install.istio.io" }

// String is the document's address for a person: file:line Kind namespace/name.
func (d Document) String() string {
	name := d.Object.GetName()
	if namespace := d.Object.GetNamespace(); namespace != "" {
		name = namespace + "/" + name
	}
	return fmt.Sprintf("%s:%d %s %s", d.File, d.Line, d.Object.GetKind(), name)
}

// Files lists the YAML files under the given files and folders, sorted within each; a file named outright is always taken.
// A kustomization is kubectl's, not a manifest, and is left out.
func Files(paths ...string) ([]string, error) {
	var files []string
	for _, root := range paths {
		err := filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
			if err != nil || entry.IsDir() {
				return err
			}
			if path == root || isManifest(path) {
				files = append(files, path)
			}
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	return files, nil
}

func isManifest(path string) bool {
	name := filepath.Base(path)
	return slices.Contains([]string{".yaml", ".yml"}, filepath.Ext(name)) && strings.TrimSuffix(name, filepath.Ext(name)) != "kustomization"
}

// Read reads every document under the given files and folders. What cannot be read as an object is a document with an Error.
func Read(paths ...string) ([]Document, error) {
	files, err := Files(paths...)
	if err != nil {
		return nil, err
	}
	var documents []Document
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			return nil, err
		}
		documents = append(documents, Split(file, string(text))...)
	}
	return documents, nil
}

// Split cuts a file's text into its documents.
func Split(file, text string) []Document {
	var documents []Document
	var part []string
	first := 1
	flush := func() {
		if body := strings.Join(part, ""); !isBlank(part) {
			d := Document{File: file, Index: len(documents), Line: first + leadingBlank(part), Text: body, Object: &unstructured.Unstructured{}}
			if object, err := apiserver.Read(body); err != nil {
				d.Error = err
			} else if d.Object = object; d.Object.GetKind() == "" || d.Object.GetAPIVersion() == "" {
				d.Error = fmt.Errorf("apiVersion and kind are missing")
			}
			if d.Error != nil {
				d.Object = &unstructured.Unstructured{}
			}
			documents = append(documents, d)
		}
	}
	number := 0
	for line := range strings.Lines(text) {
		if number++; strings.HasPrefix(line, "---") {
			flush()
			part, first = nil, number+1
			continue
		}
		part = append(part, line)
	}
	flush()
	return documents
}

func isBlank(lines []string) bool { return leadingBlank(lines) == len(lines) }

func leadingBlank(lines []string) int {
	for i, line := range lines {
		if content := strings.TrimSpace(line); content != "" && !strings.HasPrefix(content, "#") {
			return i
		}
	}
	return len(lines)
}
