package meshes

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"sigs.k8s.io/yaml"

	"policycortex.com/istio/conformance/internal/analysis"
	"policycortex.com/istio/conformance/internal/manifest"
)

// Set is a mesh of samples, or several that are alike.
type Set struct {
	Name      string   `json:"name"`
	Files     []string `json:"files"`     // patterns of files below samples/, all of one mesh, in this order: a later manifest replaces an earlier one
	Each      []string `json:"each"`      // one mesh for each of these files, on top of the others
	Namespace string   `json:"namespace"` // where manifests go that do not say it; empty: default
	Config    string   `json:"meshConfig"`
}

const injected = `apiVersion: v1
kind: Namespace
metadata: {name: %s, labels: {istio-injection: enabled}}
`

// installed is what the samples expect of the cluster: namespaces with injection, and Istio's own gateways.
const installed = `apiVersion: v1
kind: Namespace
metadata: {name: istio-system, labels: {istio-injection: disabled}}
---
apiVersion: v1
kind: ServiceAccount
metadata: {name: istio-ingressgateway-service-account, namespace: istio-system}
---
apiVersion: v1
kind: ServiceAccount
metadata: {name: istio-egressgateway-service-account, namespace: istio-system}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: istio-ingressgateway, namespace: istio-system, labels: {app: istio-ingressgateway, istio: ingressgateway}}
spec:
  selector: {matchLabels: {app: istio-ingressgateway, istio: ingressgateway}}
  template:
    metadata: {labels: {app: istio-ingressgateway, istio: ingressgateway, sidecar.istio.io/inject: "false"}}
    spec:
      serviceAccountName: istio-ingressgateway-service-account
      containers:
      - {name: istio-proxy, image: proxyv2, args: [proxy, router], ports: [{containerPort: 8080}, {containerPort: 8443}]}
---
apiVersion: v1
kind: Service
metadata: {name: istio-ingressgateway, namespace: istio-system, labels: {app: istio-ingressgateway, istio: ingressgateway}}
spec:
  type: LoadBalancer
  selector: {app: istio-ingressgateway, istio: ingressgateway}
  ports:
  - {name: http2, port: 80, targetPort: 8080}
  - {name: https, port: 443, targetPort: 8443}
  - {name: tcp, port: 31400, targetPort: 31400}
  - {name: tls, port: 15443, targetPort: 15443}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: istio-egressgateway, namespace: istio-system, labels: {app: istio-egressgateway, istio: egressgateway}}
spec:
  selector: {matchLabels: {app: istio-egressgateway, istio: egressgateway}}
  template:
    metadata: {labels: {app: istio-egressgateway, istio: egressgateway, sidecar.istio.io/inject: "false"}}
    spec:
      serviceAccountName: istio-egressgateway-service-account
      containers:
      - {name: istio-proxy, image: proxyv2, args: [proxy, router], ports: [{containerPort: 8080}, {containerPort: 8443}]}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: istio-eastwestgateway, namespace: istio-system, labels: {app: istio-eastwestgateway, istio: eastwestgateway}}
spec:
  selector: {matchLabels: {app: istio-eastwestgateway, istio: eastwestgateway}}
  template:
    metadata: {labels: {app: istio-eastwestgateway, istio: eastwestgateway, sidecar.istio.io/inject: "false"}}
    spec:
      containers:
      - {name: istio-proxy, image: proxyv2, args: [proxy, router]}
---
apiVersion: v1
kind: Service
metadata: {name: istio-eastwestgateway, namespace: istio-system, labels: {app: istio-eastwestgateway, istio: eastwestgateway}}
spec:
  type: LoadBalancer
  selector: {app: istio-eastwestgateway, istio: eastwestgateway}
  ports:
  - {name: tls, port: 15443}
  - {name: tls-istiod, port: 15012}
  - {name: tls-webhook, port: 15017}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: istiod, namespace: istio-system, labels: {app: istiod, istio: pilot}}
spec:
  selector: {matchLabels: {app: istiod, istio: pilot}}
  template:
    metadata: {labels: {app: istiod, istio: pilot, sidecar.istio.io/inject: "false"}}
    spec:
      serviceAccountName: istiod
      containers: [{name: discovery, image: pilot, env: [{name: BLOCKED_CIDRS_IN_JWKS_URIS, value: 169.254.0.0/16}]}]
---
apiVersion: v1
kind: ServiceAccount
metadata: {name: istiod, namespace: istio-system}
---
apiVersion: v1
kind: Service
metadata: {name: istiod, namespace: istio-system, labels: {app: istiod, istio: pilot}}
spec:
  selector: {app: istiod, istio: pilot}
  ports:
  - {name: grpc-xds, port: 15010}
  - {name: https-dns, port: 15012}
  - {name: https-webhook, port: 443, targetPort: 15017}
  - {name: http-monitoring, port: 15014}
---
apiVersion: v1
kind: Service
metadata: {name: istio-egressgateway, namespace: istio-system, labels: {app: istio-egressgateway, istio: egressgateway}}
spec:
  selector: {app: istio-egressgateway, istio: egressgateway}
  ports:
  - {name: http2, port: 80, targetPort: 8080}
  - {name: https, port: 443, targetPort: 8443}
`

// List says how Istio's samples make meshes, and what this library says of them.
type List struct {
	Meshes    []Set        `json:"meshes"`
	LeftOut   []LeftOut    `json:"leftOut"`
	Explained []*Explained `json:"explained"`
}

// LeftOut are files that are no manifests of a mesh.
type LeftOut struct{ File, Reason string }

// Explained is a finding, error or warning, that is true. Of the patterns, an empty one fits everything.
type Explained struct {
	ID       string `json:"id"`       // a regular expression for the whole text
	Resource string `json:"resource"` // a regular expression for the whole text
	Mesh     string `json:"mesh"`     // likewise
	Reason   string `json:"reason"`

	id, resource, mesh *regexp.Regexp
	Used               bool `json:"-"`
}

// Explains tells whether this is the finding.
func (e *Explained) Explains(mesh, id, resource string) bool {
	return e.id.MatchString(id) && e.resource.MatchString(resource) && e.mesh.MatchString(mesh)
}

// ReadSamples reads such a list.
func ReadSamples(file string) (*List, error) {
	content, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	list := &List{}
	if err := yaml.UnmarshalStrict(content, list); err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	for _, e := range list.Explained {
		if e.ID == "" || e.Reason == "" {
			return nil, fmt.Errorf("%s: what is explained needs an id and a reason", file)
		}
		if e.id, err = whole(e.ID); err != nil {
			return nil, err
		}
		if e.resource, err = whole(e.Resource); err != nil {
			return nil, err
		}
		if e.mesh, err = whole(e.Mesh); err != nil {
			return nil, err
		}
	}
	return list, nil
}

func whole(pattern string) (*regexp.Regexp, error) {
	if pattern == "" {
		pattern = ".*"
	}
	return regexp.Compile("^(?:" + pattern + ")$")
}

// Tree is a mesh of all manifests below a folder, and of the ingress gateway that is in no tree.
func Tree(folder string) (Mesh, error) {
	files, err := manifest.Files(folder)
	if err != nil {
		return Mesh{}, err
	}
	mesh := Mesh{Name: "the tree " + filepath.Base(folder), Mesh: analysis.Mesh{Files: []analysis.File{ingressFile}}}
	for _, file := range files {
		content, err := os.ReadFile(file)
		if err != nil {
			return Mesh{}, err
		}
		mesh.Files = append(mesh.Files, analysis.File{Name: strings.TrimPrefix(file, folder+"/"), Text: string(content)})
	}
	return mesh, nil
}

// Samples are the meshes of Istio's samples. A file of samples that nothing names is an error.
func Samples(istio string, list *List) ([]Mesh, error) {
	sets, leftOut := list.Meshes, []string{}
	for _, left := range list.LeftOut {
		leftOut = append(leftOut, left.File)
	}
	folder := filepath.Join(istio, "samples")
	taken := map[string]bool{}
	var meshes []Mesh
	for _, set := range sets {
		common, err := expand(folder, set.Files, taken)
		if err != nil {
			return nil, err
		}
		each, err := expand(folder, set.Each, taken)
		if err != nil {
			return nil, err
		}
		if len(set.Each) == 0 {
			mesh, err := set.mesh(folder, set.Name, common)
			if err != nil {
				return nil, err
			}
			meshes = append(meshes, mesh)
		}
		for _, file := range each {
			mesh, err := set.mesh(folder, set.Name+" with "+file, append(slices.Clone(common), file))
			if err != nil {
				return nil, err
			}
			meshes = append(meshes, mesh)
		}
	}
	if _, err := expand(folder, leftOut, taken); err != nil {
		return nil, err
	}
	return meshes, allTaken(folder, taken)
}

func expand(folder string, patterns []string, taken map[string]bool) ([]string, error) {
	var files []string
	for _, pattern := range patterns {
		found, err := filepath.Glob(filepath.Join(folder, pattern))
		if err != nil {
			return nil, err
		}
		if len(found) == 0 {
			return nil, fmt.Errorf("no sample is like %s", pattern)
		}
		for _, file := range found {
			name, err := filepath.Rel(folder, file)
			if err != nil {
				return nil, err
			}
			taken[name] = true
			files = append(files, name)
		}
	}
	return files, nil
}

func allTaken(folder string, taken map[string]bool) error {
	return filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
		name, relative := filepath.Rel(folder, path)
		switch {
		case err != nil:
			return err
		case relative != nil:
			return relative
		case entry.IsDir() || !slices.Contains([]string{".yaml", ".yml"}, filepath.Ext(path)) || taken[name]:
			return nil
		}
		return fmt.Errorf("no mesh has the sample %s", name)
	})
}

// mesh has the manifests of the files as a cluster has them after they were applied in this order.
func (s Set) mesh(folder, name string, files []string) (Mesh, error) {
	namespace := s.Namespace
	if namespace == "" {
		namespace = "default"
	}
	var documents []manifest.Document
	at := map[string]int{}
	for _, file := range files {
		content, err := os.ReadFile(filepath.Join(folder, file))
		if err != nil {
			return Mesh{}, err
		}
		for _, document := range manifest.Split(file, string(content)) {
			if document.Error != nil {
				return Mesh{}, fmt.Errorf("%s: %w", document, document.Error)
			}
			if completed(document.Object, namespace) {
				document.Text = text(document.Object.Object)
			}
			key := fmt.Sprint(document.GroupVersionKind().GroupKind(), document.Object.GetNamespace(), document.Object.GetName())
			if before, is := at[key]; is {
				documents[before] = document
				continue
			}
			at[key] = len(documents)
			documents = append(documents, document)
		}
	}
	mesh := Mesh{Name: name, Mesh: analysis.Mesh{MeshConfig: s.Config, Files: []analysis.File{complete(analysis.File{Name: "installed.yaml", Text: installed})}}}
	if namespace != "istio-system" {
		mesh.Files = append(mesh.Files, analysis.File{Name: "namespace.yaml", Text: fmt.Sprintf(injected, namespace)})
	}
	// A file's name stands for its content, so each document is a file of its own.
	for i, document := range documents {
		mesh.Files = append(mesh.Files, analysis.File{Name: fmt.Sprintf("%d-%s", i, document.File), Text: strings.TrimSpace(document.Text) + "\n"})
	}
	return mesh, nil
}
