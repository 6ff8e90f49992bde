package meshes

import (
	"slices"

	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"
	"sigs.k8s.io/yaml"

	"policycortex.com/istio/conformance/internal/analysis"
	"policycortex.com/istio/conformance/internal/manifest"
)

var withoutNamespace = []string{
	"Namespace", "Node", "CustomResourceDefinition", "MutatingWebhookConfiguration", "ValidatingWebhookConfiguration", "GatewayClass", "ClusterRole",
	"ClusterRoleBinding", "IstioOperator", "Kustomization",
}

// complete gives manifests what they would have in a cluster, as many of the analyzers' tests leave it out: a namespace, and the containers of a Pod.
func complete(file analysis.File) (analysis.File, error) {
	text := ""
	for _, document := range manifest.Split(file.Name, file.Text) {
		if document.Error == nil && completed(document.Object) {
			changed, err := yaml.Marshal(document.Object.Object)
			if err != nil {
				return file, err
			}
			document.Text = string(changed)
		}
		text += "---\n" + document.Text + "\n"
	}
	return analysis.File{Name: file.Name, Text: text}, nil
}

// completed tells whether something was missing.
func completed(object *unstructured.Unstructured) bool {
	changed := false
	if object.GetNamespace() == "" && !slices.Contains(withoutNamespace, object.GetKind()) && !object.IsList() {
		object.SetNamespace("default")
		changed = true
	}
	if object.IsList() {
		items, _, _ := unstructured.NestedSlice(object.Object, "items")
		for _, item := range items {
			if content, is := item.(map[string]any); is {
				changed = completed(&unstructured.Unstructured{Object: content}) || changed
			}
		}
		object.Object["items"] = items
	}
	if object.GetKind() == "Pod" {
		containers, _, _ := unstructured.NestedSlice(object.Object, "spec", "containers")
		before := len(containers)
		containers = slices.DeleteFunc(containers, func(container any) bool {
			named, is := container.(map[string]any)
			return !is || named["name"] == nil
		})
		if len(containers) == 0 {
			containers = []any{map[string]any{"name": "app", "image": "app"}}
		}
		if before != len(containers) || !hasSpec(object) {
			_ = unstructured.SetNestedSlice(object.Object, containers, "spec", "containers")
			changed = true
		}
	}
	return changed
}

func hasSpec(object *unstructured.Unstructured) bool {
	containers, found, _ := unstructured.NestedSlice(object.Object, "spec", "containers")
	return found && len(containers) > 0
}
