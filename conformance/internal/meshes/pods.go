package meshes

import (
	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"

	"policycortex.com/istio/conformance/internal/analysis"
)

// WithPods is the mesh with a Pod for each Deployment, of its name, as the injector leaves it: the analyzers look at Pods only.
func WithPods(mesh Mesh) analysis.Mesh {
	objects := objectsOf(mesh)
	injected := map[string]bool{}
	for _, object := range objects {
		if labels := object.GetLabels(); object.GetKind() == "Namespace" && labels["istio-injection"] != "disabled" {
			injected[object.GetName()] = labels["istio-injection"] == "enabled" || labels["istio.io/rev"] != ""
		}
	}
	all := ""
	for _, object := range objects {
		if kind := object.GetKind(); kind == "Deployment" || kind == "StatefulSet" || kind == "DaemonSet" {
			all += "---\n" + text(podOf(object, injected[object.GetNamespace()]))
		}
	}
	with := mesh.Mesh
	with.Files = append([]analysis.File{{Name: "pods.yaml", Text: all}}, mesh.Files...)
	return with
}

func podOf(workload *unstructured.Unstructured, injected bool) map[string]any {
	template, _, _ := unstructured.NestedMap(workload.Object, "spec", "template")
	pod := &unstructured.Unstructured{Object: map[string]any{"apiVersion": "v1", "kind": "Pod"}}
	metadata, _, _ := unstructured.NestedMap(template, "metadata")
	if metadata == nil {
		metadata = map[string]any{}
	}
	pod.Object["metadata"] = metadata
	pod.SetName(workload.GetName())
	pod.SetNamespace(workload.GetNamespace())
	spec, _, _ := unstructured.NestedMap(template, "spec")
	if spec == nil {
		spec = map[string]any{}
	}
	pod.Object["spec"] = spec
	containers, _, _ := unstructured.NestedSlice(spec, "containers")
	inject := pod.GetLabels()["sidecar.istio.io/inject"]
	if inject == "" {
		inject = pod.GetAnnotations()["sidecar.istio.io/inject"]
	}
	if injected && inject != "false" || inject == "true" {
		containers = append(containers, map[string]any{"name": "istio-proxy", "image": "proxyv2"})
	}
	spec["containers"] = containers
	return pod.Object
}
