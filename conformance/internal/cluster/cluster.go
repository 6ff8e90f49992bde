// Package cluster asks a running API server what it would say to a manifest: see the command conformance/cluster.
package cluster

import (
	"crypto/tls"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strings"

	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"
	"k8s.io/apimachinery/pkg/runtime/schema"
)

// Cluster is a running API server on loopback.
type Cluster struct {
	url    string
	client http.Client
}

// At is the API server of conformance/cluster at the given port.
func At(port int) *Cluster {
	return &Cluster{fmt.Sprintf("https://127.0.0.1:%d", port), http.Client{Transport: &http.Transport{
		TLSClientConfig: &tls.Config{InsecureSkipVerify: true}, MaxIdleConnsPerHost: 8, // a certificate that the server made for itself
	}}}
}

// Answer is what the API server says.
type Answer struct {
	Refusal  string
	Warnings []string
}

// Create asks for the creation of a manifest with strict field validation, without carrying it out. The text is sent as it is. A namespace that is
// not there is made before; where that is refused, so is the manifest.
func (c *Cluster) Create(text string, object *unstructured.Unstructured, plural string, namespaced bool) (Answer, error) {
	path := "/apis/" + object.GetAPIVersion()
	if object.GroupVersionKind().Group == "" {
		path = "/api/" + object.GetAPIVersion()
	}
	namespace := object.GetNamespace()
	if namespaced {
		if namespace == "" {
			namespace = "default"
		}
		path += "/namespaces/" + url.PathEscape(namespace)
	}
	path += "/" + plural + "?dryRun=All&fieldValidation=Strict"
	answer, missing, err := c.post(path, text)
	if err != nil || missing != "namespaces" {
		return answer, err
	}
	name, err := json.Marshal(namespace)
	if err != nil {
		return answer, err
	}
	if made, _, err := c.post("/api/v1/namespaces", `{"apiVersion": "v1", "kind": "Namespace", "metadata": {"name": `+string(name)+`}}`); err != nil || made.Refusal != "" && !strings.HasPrefix(made.Refusal, "409") {
		return made, err
	}
	answer, _, err = c.post(path, text)
	return answer, err
}

// post sends one request. The kind of a thing that is missing is told too.
func (c *Cluster) post(path, text string) (answer Answer, missing string, err error) {
	request, err := http.NewRequest(http.MethodPost, c.url+path, strings.NewReader(text))
	if err != nil {
		return answer, "", err
	}
	request.Header.Set("Authorization", "Bearer loopback-only")
	request.Header.Set("Content-Type", "application/yaml")
	response, err := c.client.Do(request)
	if err != nil {
		return answer, "", err
	}
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	if err != nil {
		return answer, "", err
	}
	answer.Warnings = response.Header.Values("Warning")
	if response.StatusCode == http.StatusCreated {
		return answer, "", nil
	}
	var status struct {
		Message string
		Details struct{ Kind string }
	}
	_ = json.Unmarshal(body, &status)
	answer.Refusal = fmt.Sprintf("%d %s", response.StatusCode, status.Message)
	if response.StatusCode == http.StatusNotFound {
		missing = status.Details.Kind
	}
	return answer, missing, nil
}

// GroupVersionKind of Kubernetes' own kinds that the library models, with their names in URLs.
var GroupVersionKind = map[schema.GroupVersionKind]struct {
	Plural     string
	Namespaced bool
}{
	{Version: "v1", Kind: "Service"}:                                   {"services", true},
	{Version: "v1", Kind: "ConfigMap"}:                                 {"configmaps", true},
	{Version: "v1", Kind: "ServiceAccount"}:                            {"serviceaccounts", true},
	{Version: "v1", Kind: "Namespace"}:                                 {"namespaces", false},
	{Group: "networking.k8s.io", Version: "v1", Kind: "NetworkPolicy"}: {"networkpolicies", true},
}
