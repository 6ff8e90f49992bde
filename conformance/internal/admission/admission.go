// Package admission says what a cluster with Istio would answer to a manifest: the API server by Istio's CRDs, istiod by its webhook.
package admission

import (
	"encoding/json"
	"errors"
	"fmt"

	istiocrd "istio.io/istio/pilot/pkg/config/kube/crd"
	"istio.io/istio/pkg/config/crd"
	"istio.io/istio/pkg/config/schema/collections"
	"istio.io/istio/pkg/config/schema/resource"

	"policycortex.com/istio/conformance/internal/manifest"
)

// Verdict is the answer to one document; all empty means accepted in silence.
type Verdict struct {
	Schema   string `json:"schema,omitempty"`   // what the API server would refuse: OpenAPI, unknown fields, CEL rules
	Decode   string `json:"decode,omitempty"`   // why the document cannot be read as its kind
	Istio    string `json:"istio,omitempty"`    // what istiod's webhook would refuse
	Warnings string `json:"warnings,omitempty"` // what istiod's webhook warns of
}

// Refused tells whether the document would not get into the cluster.
func (v Verdict) Refused() bool { return v.Schema != "" || v.Decode != "" || v.Istio != "" }

// Judge holds the schemas; it is made once.
type Judge struct{ schemas *crd.Validator }

// NewJudge reads Istio's CRDs from the file crd-all.gen.yaml.
func NewJudge(crds string) (*Judge, error) {
	schemas, err := crd.NewValidatorFromFilesWithOptions([]string{crds}, crd.WithoutCRDValidation())
	if err != nil {
		return nil, err
	}
	return &Judge{schemas}, nil
}

// Judge answers for one document of an Istio kind.
func (j *Judge) Judge(document manifest.Document) (verdict Verdict) {
	// Istio's validation must not panic; where it does, that is an answer worth seeing and no reason to lose the others.
	defer func() {
		if r := recover(); r != nil {
			verdict.Decode = fmt.Sprint("panic: ", r)
		}
	}()
	if document.Error != nil {
		return Verdict{Decode: document.Error.Error()}
	}
	verdict.Schema = text(j.schemas.ValidateCustomResource(document.Object.DeepCopy())) // a copy: the check fills defaults in
	warnings, refusal, err := validate(document)
	verdict.Warnings, verdict.Istio, verdict.Decode = text(warnings), text(refusal), text(err)
	return verdict
}

func validate(document manifest.Document) (warnings, refusal, err error) {
	gvk := document.GroupVersionKind()
	schema, known := collections.All.FindByGroupVersionAliasesKind(resource.FromKubernetesGVK(&gvk))
	if !known {
		return nil, nil, errors.New("no such kind")
	}
	raw, err := document.Object.MarshalJSON()
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
