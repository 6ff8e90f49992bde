// Package standin makes what a cluster would have beside a mesh's manifests: the pods behind its services, the certificates of its gateways.
//
// istiod tells a proxy by its pod, and Istio's analyzers look at pods and secrets. None of those is in a tree of configuration.
package standin

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"

	corev1 "k8s.io/api/core/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"
	"k8s.io/apimachinery/pkg/labels"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/util/intstr"
	"sigs.k8s.io/yaml"

	"policycortex.com/istio/conformance/internal/manifest"
	"policycortex.com/istio/conformance/internal/pki"
)

// Pods are those of every Deployment among the documents, and for every Service whose selector matches none of them,
// one for each subset of its DestinationRules (one without a subset's labels where there is no subset).
func Pods(documents []manifest.Document) ([]*corev1.Pod, error) {
	var pods []*corev1.Pod
	image := proxyImage(documents)
	for _, d := range documents {
		if d.Object.GetKind() != "Deployment" {
			continue
		}
		var template corev1.PodTemplateSpec
		content, _, err := unstructured.NestedMap(d.Object.Object, "spec", "template")
		if err != nil {
			return nil, fmt.Errorf("%s: %w", d, err)
		}
		if err := runtime.DefaultUnstructuredConverter.FromUnstructured(content, &template); err != nil {
			return nil, fmt.Errorf("%s: %w", d, err)
		}
		pods = append(pods, pod(d.Object.GetName(), d.Object.GetNamespace(), template.Labels, template.Annotations, template.Spec, image))
	}
	accounts := map[string]bool{}
	for _, d := range documents {
		if d.Object.GetKind() == "ServiceAccount" {
			accounts[d.Object.GetNamespace()+"/"+d.Object.GetName()] = true
		}
	}
	for _, d := range documents {
		if d.Object.GetKind() != "Service" || d.GroupVersionKind().Group != "" {
			continue
		}
		var service corev1.Service
		if err := runtime.DefaultUnstructuredConverter.FromUnstructured(d.Object.Object, &service); err != nil {
			return nil, fmt.Errorf("%s: %w", d, err)
		}
		if len(service.Spec.Selector) == 0 || slices.ContainsFunc(pods, func(p *corev1.Pod) bool { return selects(service, p) }) {
			continue
		}
		for i, subset := range subsets(documents, service) {
			merged := maps.Clone(service.Spec.Selector)
			maps.Copy(merged, subset)
			spec := corev1.PodSpec{Containers: []corev1.Container{{Name: "app", Image: "app", Ports: containerPorts(service)}}}
			if accounts[service.Namespace+"/"+service.Name] {
				spec.ServiceAccountName = service.Name
			}
			pods = append(pods, pod(fmt.Sprintf("%s-%d", service.Name, i), service.Namespace, merged, nil, spec, image))
		}
	}
	for i, p := range pods {
		p.Status = corev1.PodStatus{Phase: corev1.PodRunning, PodIP: fmt.Sprintf("10.244.%d.%d", i/250, i%250+1)}
		p.Status.PodIPs = []corev1.PodIP{{IP: p.Status.PodIP}}
	}
	return pods, nil
}

func pod(name, namespace string, labels, annotations map[string]string, spec corev1.PodSpec, image string) *corev1.Pod {
	if spec.ServiceAccountName == "" {
		spec.ServiceAccountName = "default"
	}
	// As the sidecar injector would leave it.
	if !slices.ContainsFunc(spec.Containers, func(c corev1.Container) bool { return c.Name == "istio-proxy" }) && labels["istio"] != "pilot" {
		spec.Containers = append(spec.Containers, corev1.Container{Name: "istio-proxy", Image: image})
	}
	return &corev1.Pod{
		TypeMeta:   metav1.TypeMeta{APIVersion: "v1", Kind: "Pod"},
		ObjectMeta: metav1.ObjectMeta{Name: name, Namespace: namespace, Labels: labels, Annotations: annotations},
		Spec:       spec,
	}
}

// proxyImage is the sidecar that the injector of the installed control plane would put into a pod.
func proxyImage(documents []manifest.Document) string {
	for _, d := range documents {
		if d.Object.GetKind() != "ConfigMap" || !strings.HasPrefix(d.Object.GetName(), "istio-sidecar-injector") {
			continue
		}
		values, _, _ := unstructured.NestedString(d.Object.Object, "data", "values")
		var config struct {
			Global struct {
				Hub, Tag string
				Proxy    struct{ Image string }
			}
		}
		if json.Unmarshal([]byte(values), &config) == nil && config.Global.Proxy.Image != "" {
			return fmt.Sprintf("%s/%s:%s", config.Global.Hub, config.Global.Proxy.Image, config.Global.Tag)
		}
	}
	return "proxyv2"
}

func selects(service corev1.Service, pod *corev1.Pod) bool {
	return service.Namespace == pod.Namespace && labels.SelectorFromSet(service.Spec.Selector).Matches(labels.Set(pod.Labels))
}

func containerPorts(service corev1.Service) (ports []corev1.ContainerPort) {
	for _, p := range service.Spec.Ports {
		number := p.Port
		if p.TargetPort.Type == intstr.Int && p.TargetPort.IntVal != 0 {
			number = p.TargetPort.IntVal
		}
		port := corev1.ContainerPort{ContainerPort: number, Protocol: p.Protocol}
		if p.TargetPort.Type == intstr.String {
			port.Name = p.TargetPort.StrVal
		}
		ports = append(ports, port)
	}
	return ports
}

// subsets are the label sets of the service's subsets, one empty set where it has none.
func subsets(documents []manifest.Document, service corev1.Service) []map[string]string {
	var found []map[string]string
	for _, d := range documents {
		if d.Object.GetKind() != "DestinationRule" {
			continue
		}
		host, _, _ := unstructured.NestedString(d.Object.Object, "spec", "host")
		if !names(host, d.Object.GetNamespace(), service) {
			continue
		}
		list, _, _ := unstructured.NestedSlice(d.Object.Object, "spec", "subsets")
		for _, entry := range list {
			subset, _ := entry.(map[string]any)
			if set, _, _ := unstructured.NestedStringMap(subset, "labels"); len(set) > 0 && !slices.ContainsFunc(found, func(other map[string]string) bool { return maps.Equal(set, other) }) {
				found = append(found, set)
			}
		}
	}
	if len(found) == 0 {
		found = []map[string]string{{}}
	}
	return found
}

// names tells whether a host as written in a namespace is the service.
func names(host, namespace string, service corev1.Service) bool {
	switch parts := strings.SplitN(host, ".", 3); len(parts) {
	case 1:
		return host == service.Name && namespace == service.Namespace
	case 2:
		return parts[0] == service.Name && parts[1] == service.Namespace
	default:
		return parts[0] == service.Name && parts[1] == service.Namespace && strings.HasPrefix(parts[2], "svc")
	}
}

// Secrets are the TLS certificates that the documents' Gateways name, in the namespaces of the pods which those Gateways select.
func Secrets(documents []manifest.Document, pods []*corev1.Pod) ([]*corev1.Secret, error) {
	authority, err := pki.NewAuthority()
	if err != nil {
		return nil, err
	}
	made := map[string]*corev1.Secret{}
	for _, d := range documents {
		if d.Object.GetKind() != "Gateway" || !d.IsIstio() {
			continue
		}
		selector, _, _ := unstructured.NestedStringMap(d.Object.Object, "spec", "selector")
		servers, _, _ := unstructured.NestedSlice(d.Object.Object, "spec", "servers")
		for _, entry := range servers {
			server, _ := entry.(map[string]any)
			credential, _, _ := unstructured.NestedString(server, "tls", "credentialName")
			if credential == "" {
				continue
			}
			hosts, _, _ := unstructured.NestedStringSlice(server, "hosts")
			leaf, err := authority.Server(hosts...)
			if err != nil {
				return nil, err
			}
			for _, p := range pods {
				if !labels.SelectorFromSet(selector).Matches(labels.Set(p.Labels)) {
					continue
				}
				made[p.Namespace+"/"+credential] = &corev1.Secret{
					TypeMeta:   metav1.TypeMeta{APIVersion: "v1", Kind: "Secret"},
					ObjectMeta: metav1.ObjectMeta{Name: credential, Namespace: p.Namespace},
					Type:       corev1.SecretTypeTLS,
					Data:       map[string][]byte{"tls.crt": leaf.Certificate, "tls.key": leaf.Key, "ca.crt": authority.Root()},
				}
			}
		}
	}
	var secrets []*corev1.Secret
	for _, key := range slices.Sorted(maps.Keys(made)) {
		secrets = append(secrets, made[key])
	}
	return secrets, nil
}

// YAML is the objects as one text of several documents.
func YAML[T runtime.Object](objects []T) (string, error) {
	var text strings.Builder
	for _, object := range objects {
		one, err := yaml.Marshal(object)
		if err != nil {
			return "", err
		}
		text.WriteString("---\n")
		text.Write(one)
	}
	return text.String(), nil
}
