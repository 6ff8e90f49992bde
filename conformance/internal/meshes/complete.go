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

// complete gives manifests what they would have in a cluster, as many of the analyzers' tests leave it out: a namespace, the protocol
// of a port, and the containers of a Pod.
func complete(file analysis.File) analysis.File {
	all := ""
	for _, document := range manifest.Split(file.Name, file.Text) {
		if document.Error == nil && completed(document.Object, "default") {
			document.Text = text(document.Object.Object)
		}
		all += "---\n" + document.Text + "\n"
	}
	return analysis.File{Name: file.Name, Text: all}
}

// text is an object as YAML. What was read from YAML can be written.
func text(object map[string]any) string {
	written, err := yaml.Marshal(object)
	if err != nil {
		panic(err)
	}
	return string(written)
}

// completed tells whether something was missing.
func completed(object *unstructured.Unstructured, namespace string) bool {
	changed := false
	if object.GetNamespace() == "" && !slices.Contains(withoutNamespace, object.GetKind()) && !object.IsList() {
		object.SetNamespace(namespace)
		changed = true
	}
	if object.IsList() {
		items, _, _ := unstructured.NestedSlice(object.Object, "items")
		for _, item := range items {
			if content, is := item.(map[string]any); is {
				changed = completed(&unstructured.Unstructured{Object: content}, namespace) || changed
			}
		}
		object.Object["items"] = items
	}
	if object.GetKind() == "Service" {
		changed = withProtocols(object) || changed
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

// withProtocols writes what the API server writes where a port says no protocol.
func withProtocols(service *unstructured.Unstructured) bool {
	ports, _, _ := unstructured.NestedSlice(service.Object, "spec", "ports")
	changed := false
	for _, port := range ports {
		if fields, is := port.(map[string]any); is && fields["protocol"] == nil {
			fields["protocol"] = "TCP"
			changed = true
		}
	}
	if changed {
		_ = unstructured.SetNestedSlice(service.Object, ports, "spec", "ports")
	}
	return changed
}

func hasSpec(object *unstructured.Unstructured) bool {
	containers, found, _ := unstructured.NestedSlice(object.Object, "spec", "containers")
	return found && len(containers) > 0
}
