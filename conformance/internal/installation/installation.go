// Package installation reads what the installation manifest says to the control plane.
package installation

import (
	meshconfig "istio.io/api/mesh/v1alpha1"
	"istio.io/istio/pkg/config/mesh"
	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"
	"sigs.k8s.io/yaml"

	"policycortex.com/istio/conformance/internal/manifest"
)

// MeshConfigText is the MeshConfig of the first installation manifest among the documents, as YAML; empty where there is none.
func MeshConfigText(documents []manifest.Document) (string, error) {
	for _, document := range documents {
		if !document.IsInstallation() {
			continue
		}
		config, found, err := unstructured.NestedMap(document.Object.Object, "spec", "meshConfig")
		if err != nil || !found {
			return "", err
		}
		text, err := yaml.Marshal(config)
		return string(text), err
	}
	return "", nil
}

// MeshConfig is the same with Istio's defaults filled in.
func MeshConfig(documents []manifest.Document) (*meshconfig.MeshConfig, error) {
	text, err := MeshConfigText(documents)
	if err != nil {
		return nil, err
	}
	return mesh.ApplyMeshConfigDefaults(text)
}
