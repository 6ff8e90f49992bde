// Package corpus has the documents of Istio's kinds that Istio itself keeps: samples, test data, valid and not.
package corpus

import (
	"path/filepath"
	"strings"

	"policycortex.com/istio/conformance/internal/manifest"
)

var folders = []string{"samples", "pkg", "pilot", "tests", "istioctl"}

// Read lists the documents under the folders of the istio module. One that is no YAML counts if it mentions Istio's groups.
func Read(module string) ([]manifest.Document, error) {
	var documents []manifest.Document
	for _, folder := range folders {
		all, err := manifest.Read(filepath.Join(module, folder))
		if err != nil {
			return nil, err
		}
		for _, document := range all {
			if document.Error != nil && strings.Contains(document.Text, "istio.io/v1") ||
				document.Error == nil && document.IsIstio() && !document.IsInstallation() {
				documents = append(documents, document)
			}
		}
	}
	return documents, nil
}
