// Package dataplane asks the real istiod, in memory, what it tells one proxy, and makes a stock Envoy on loopback behave as told.
package dataplane

import (
	"errors"
	"fmt"
	"strings"
	"time"

	cluster "github.com/envoyproxy/go-control-plane/envoy/config/cluster/v3"
	listener "github.com/envoyproxy/go-control-plane/envoy/config/listener/v3"
	route "github.com/envoyproxy/go-control-plane/envoy/config/route/v3"
	corev1 "k8s.io/api/core/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"
	k8slabels "k8s.io/apimachinery/pkg/labels"
	"sigs.k8s.io/yaml"

	meshconfig "istio.io/api/mesh/v1alpha1"
	istiocrd "istio.io/istio/pilot/pkg/config/kube/crd"
	"istio.io/istio/pilot/pkg/model"
	"istio.io/istio/pilot/test/xds"
	"istio.io/istio/pkg/config"
	"istio.io/istio/pkg/config/schema/gatewayapi"
	"istio.io/istio/pkg/config/schema/gvk"
	"istio.io/istio/pkg/test"

	"policycortex.com/istio/conformance/internal/installation"
	"policycortex.com/istio/conformance/internal/manifest"
	"policycortex.com/istio/conformance/internal/standin"
)

// together is when what has no creation time was created: in the same second, after all that has one.
var together = time.Date(2100, time.January, 1, 0, 0, 0, 0, time.UTC)

// The definitions that istiod's tests make have no version, and istiod would not watch the kinds for which it asks for one.
func init() { clear(gatewayapi.MinimumCRDVersions) }

// Mesh is what istiod knows.
type Mesh struct {
	documents []manifest.Document
	pods      []*corev1.Pod
}

// Told is what istiod tells one proxy.
type Told struct {
	Gateway   bool
	Listeners []*listener.Listener
	Routes    map[string]*route.RouteConfiguration
	Clusters  []*cluster.Cluster
}

// NewMesh takes the documents of a mesh. Where jwks is not empty it stands in for what every jwksUri would give: nothing is fetched.
func NewMesh(documents []manifest.Document, jwks string) (*Mesh, error) {
	pods, err := standin.Pods(documents)
	if err != nil {
		return nil, err
	}
	mesh := &Mesh{pods: pods}
	for _, d := range documents {
		if d.Error != nil {
			return nil, fmt.Errorf("%s: %w", d, d.Error)
		}
		if d.Object.GetKind() == "RequestAuthentication" {
			d.Object = withKeys(d.Object, jwks)
		}
		mesh.documents = append(mesh.documents, d)
	}
	return mesh, nil
}

func withKeys(object *unstructured.Unstructured, jwks string) *unstructured.Unstructured {
	object = object.DeepCopy()
	rules, _, _ := unstructured.NestedSlice(object.Object, "spec", "jwtRules")
	for _, entry := range rules {
		if rule, ok := entry.(map[string]any); ok && rule["jwksUri"] != nil {
			delete(rule, "jwksUri")
			rule["jwks"] = jwks
		}
	}
	if rules != nil {
		_ = unstructured.SetNestedSlice(object.Object, rules, "spec", "jwtRules")
	}
	return object
}

// Ask asks for the proxy of the first pod in a namespace with the given labels, such as "app=core-api,version=v1".
func (m *Mesh) Ask(namespace, selector string) (*Told, error) {
	pod, err := m.pod(namespace, selector)
	if err != nil {
		return nil, err
	}
	configs, kubernetes, err := m.objects()
	if err != nil {
		return nil, err
	}
	meshConfig, err := m.meshConfig()
	if err != nil {
		return nil, err
	}
	told := &Told{Gateway: proxyType(pod) == model.Router, Routes: map[string]*route.RouteConfiguration{}}
	err = test.Wrap(func(t test.Failer) {
		istiod := xds.NewFakeDiscoveryServer(t, xds.FakeOptions{Configs: configs, KubernetesObjectString: kubernetes, MeshConfig: meshConfig})
		proxy := istiod.SetupProxy(proxyOf(pod))
		told.Listeners = istiod.Listeners(proxy)
		for _, r := range istiod.RoutesFromListeners(proxy, told.Listeners) {
			told.Routes[r.Name] = r
		}
		told.Clusters = istiod.Clusters(proxy)
	})
	return told, err
}

func (m *Mesh) pod(namespace, selector string) (*corev1.Pod, error) {
	set, err := k8slabels.Parse(selector)
	if err != nil {
		return nil, err
	}
	for _, pod := range m.pods {
		if pod.Namespace == namespace && set.Matches(k8slabels.Set(pod.Labels)) {
			return pod, nil
		}
	}
	return nil, fmt.Errorf("no service or deployment has pods with %s in namespace %s", selector, namespace)
}

func proxyType(pod *corev1.Pod) model.NodeType {
	for _, container := range pod.Spec.Containers {
		if container.Name == "istio-proxy" && strings.HasPrefix(strings.Join(container.Args, " "), "proxy router") {
			return model.Router
		}
	}
	return model.SidecarProxy
}

func (m *Mesh) meshConfig() (*meshconfig.MeshConfig, error) {
	return installation.MeshConfig(m.documents)
}

// objects are Istio's configuration and those of Kubernetes' objects that decide about traffic.
func (m *Mesh) objects() (configs []config.Config, kubernetes string, err error) {
	var istio, others []string
	address := 0
	for _, d := range m.documents {
		text, err := yaml.Marshal(d.Object)
		if err != nil {
			return nil, "", err
		}
		switch kind := d.Object.GetKind(); {
		case d.IsInstallation():
		case d.IsIstio():
			istio = append(istio, string(text))
			if kind == gvk.ServiceEntry.Kind { // the routes of the Gateway API look for their parents there
				others = append(others, string(text))
			}
		case kind == "Namespace":
			others = append(others, string(text))
		case d.GroupVersionKind().Group == gvk.KubernetesGateway.Group:
			stored, err := yaml.Marshal(asStored(d.Object))
			if err != nil {
				return nil, "", err
			}
			others = append(others, string(stored))
		case kind == "Service" && d.GroupVersionKind().Group == "":
			address++
			service, err := yaml.Marshal(asServed(d.Object, fmt.Sprintf("10.96.%d.%d", address/250, address%250+1)))
			if err != nil {
				return nil, "", err
			}
			others = append(others, string(service))
		}
	}
	pods, err := standin.YAML(m.pods)
	if err != nil {
		return nil, "", err
	}
	configs, unknown, err := istiocrd.ParseInputs(strings.Join(istio, "\n---\n"))
	if err == nil && len(unknown) > 0 {
		err = errors.New("istiod does not know the kind " + unknown[0].Kind)
	}
	for i := range configs {
		configs[i].Domain = "cluster.local" // or short host names resolve to nothing
		if configs[i].CreationTimestamp.IsZero() {
			configs[i].CreationTimestamp = together // or the store takes each for older than those after it
		}
	}
	return configs, strings.Join(append(others, strings.TrimPrefix(pods, "---\n")), "\n---\n"), err
}

// asStored is a document of the Gateway API in the version that istiod watches, as every API server serves it.
func asStored(object *unstructured.Unstructured) *unstructured.Unstructured {
	object = object.DeepCopy()
	if created := object.GetCreationTimestamp(); created.IsZero() {
		object.SetCreationTimestamp(metav1.NewTime(together))
	}
	if object.GetKind() != gvk.ReferenceGrant.Kind {
		object.SetAPIVersion(gvk.KubernetesGateway.GroupVersion())
	}
	return object
}

// asServed fills in what an API server would: the cluster address, each port's target and protocol.
func asServed(object *unstructured.Unstructured, address string) *unstructured.Unstructured {
	object = object.DeepCopy()
	if given, _, _ := unstructured.NestedString(object.Object, "spec", "clusterIP"); given == "" {
		_ = unstructured.SetNestedField(object.Object, address, "spec", "clusterIP")
	}
	ports, _, _ := unstructured.NestedSlice(object.Object, "spec", "ports")
	for _, entry := range ports {
		port, ok := entry.(map[string]any)
		if !ok {
			continue
		}
		if port["targetPort"] == nil {
			port["targetPort"] = port["port"]
		}
		if port["protocol"] == nil {
			port["protocol"] = "TCP"
		}
	}
	if ports != nil {
		_ = unstructured.SetNestedSlice(object.Object, ports, "spec", "ports")
	}
	return object
}
