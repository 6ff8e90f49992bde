// Package admission says what a cluster with Istio would answer to a manifest: the API server by Istio's CRDs, istiod by its webhook.
package admission

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"github.com/hashicorp/go-multierror"
	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"

	istiocrd "istio.io/istio/pilot/pkg/config/kube/crd"
	"istio.io/istio/pkg/config/schema/collections"
	"istio.io/istio/pkg/config/schema/resource"

	"policycortex.com/istio/conformance/internal/apiserver"
	"policycortex.com/istio/conformance/internal/manifest"
)

// Verdict is the answer to one document; all empty means accepted in silence.
type Verdict struct {
	Schema   string `json:"schema,omitempty"`   // what the API server would refuse: OpenAPI, unknown fields, CEL rules, metadata
	Decode   string `json:"decode,omitempty"`   // why the document cannot be read as its kind
	Istio    string `json:"istio,omitempty"`    // what istiod's webhook would refuse
	Warnings string `json:"warnings,omitempty"` // what istiod's webhook warns of, one a line
}

// Refused tells whether the document would not get into the cluster.
func (v Verdict) Refused() bool { return v.Schema != "" || v.Decode != "" || v.Istio != "" }

// Judge holds the schemas; it is made once.
type Judge struct{ Server *apiserver.Server }

// NewJudge reads Istio's CRDs from the file crd-all.gen.yaml.
func NewJudge(crds string) (*Judge, error) {
	server, err := apiserver.New(crds)
	if err != nil {
		return nil, err
	}
	return &Judge{server}, nil
}

// Judge answers for one document of an Istio kind.
func (j *Judge) Judge(document manifest.Document) (verdict Verdict) {
	if document.Error != nil {
		return Verdict{Decode: document.Error.Error()}
	}
	return j.JudgeObject(document.Object)
}

// JudgeObject answers for one object of an Istio kind. istiod is asked too where the API server refuses, which it is not in a cluster.
func (j *Judge) JudgeObject(object *unstructured.Unstructured) (verdict Verdict) {
	// Istio's validation must not panic; where it does, that is an answer worth seeing and no reason to lose the others.
	defer func() {
		if r := recover(); r != nil {
			verdict.Decode = fmt.Sprint("panic: ", r)
		}
	}()
	seen, err := j.Server.Create(object)
	if verdict.Schema = text(err); err != nil {
		if seen == nil {
			seen = object.DeepCopy()
		}
		if namespace, found, _ := unstructured.NestedString(object.Object, "metadata", "namespace"); !found || namespace == "" {
			_ = unstructured.SetNestedField(seen.Object, "default", "metadata", "namespace")
		}
		if name, found, _ := unstructured.NestedString(object.Object, "metadata", "name"); !found || name == "" {
			_ = unstructured.SetNestedField(seen.Object, "unnamed", "metadata", "name")
		}
	}
	warnings, refusal, err := validate(seen)
	verdict.Warnings, verdict.Istio, verdict.Decode = lines(warnings), text(refusal), text(err)
	return verdict
}

func validate(object *unstructured.Unstructured) (warnings, refusal, err error) {
	gvk := object.GroupVersionKind()
	schema, known := collections.All.FindByGroupVersionAliasesKind(resource.FromKubernetesGVK(&gvk))
	if !known {
		return nil, nil, errors.New("no such kind")
	}
	raw, err := object.MarshalJSON()
	if err != nil {
		return nil, nil, err
	}
	var kind istiocrd.IstioKind
	if err := json.Unmarshal(raw, &kind); err != nil {
		return nil, nil, err
	}
	config, err := istiocrd.ConvertObject(schema, &kind, "cluster.local")
	if err != nil {
		return nil, nil, err
	}
	warnings, refusal = schema.ValidateConfig(*config)
	return warnings, refusal, nil
}

func text(err error) string {
	if err == nil {
		return ""
	}
	return err.Error()
}

func lines(err error) string {
	var several *multierror.Error
	if !errors.As(err, &several) {
		return strings.ReplaceAll(text(err), "\n", " ")
	}
	all := make([]string, 0, len(several.Errors))
	for _, one := range several.Errors {
		all = append(all, strings.ReplaceAll(one.Error(), "\n", " "))
	}
	return strings.Join(all, "\n")
}
