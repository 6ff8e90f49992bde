// Package apiserver says what Kubernetes' API server answers to the creation of an object of Istio's kinds, field validation being strict as kubectl
// asks for it. It takes the steps that the API server takes for custom resources, in their order, with the API server's own code.
package apiserver

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"

	"k8s.io/apiextensions-apiserver/pkg/apis/apiextensions"
	apiextensionsv1 "k8s.io/apiextensions-apiserver/pkg/apis/apiextensions/v1"
	structuralschema "k8s.io/apiextensions-apiserver/pkg/apiserver/schema"
	"k8s.io/apiextensions-apiserver/pkg/apiserver/schema/cel"
	structuraldefaulting "k8s.io/apiextensions-apiserver/pkg/apiserver/schema/defaulting"
	structurallisttype "k8s.io/apiextensions-apiserver/pkg/apiserver/schema/listtype"
	schemaobjectmeta "k8s.io/apiextensions-apiserver/pkg/apiserver/schema/objectmeta"
	structuralpruning "k8s.io/apiextensions-apiserver/pkg/apiserver/schema/pruning"
	"k8s.io/apiextensions-apiserver/pkg/apiserver/validation"
	"k8s.io/apimachinery/pkg/api/equality"
	metavalidation "k8s.io/apimachinery/pkg/api/validation"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"
	"k8s.io/apimachinery/pkg/runtime/schema"
	"k8s.io/apimachinery/pkg/util/validation/field"
	utilyaml "k8s.io/apimachinery/pkg/util/yaml"
	celconfig "k8s.io/apiserver/pkg/apis/cel"
)

// Server holds the schemas of the CRDs; it is made once.
type Server struct {
	kinds map[schema.GroupVersionKind]*kind
	// OpenAPI has each kind's schema as the CRD spells it.
	OpenAPI map[schema.GroupVersionKind]*apiextensionsv1.JSONSchemaProps
	// Plurals has each kind's name in URLs.
	Plurals map[schema.GroupVersionKind]string
}

type kind struct {
	schema     validation.SchemaCreateValidator
	structural *structuralschema.Structural
	cel        *cel.Validator
	status     bool
}

// New reads CRDs from a file of several documents.
func New(crds string) (*Server, error) {
	text, err := os.ReadFile(crds)
	if err != nil {
		return nil, err
	}
	server := &Server{map[schema.GroupVersionKind]*kind{}, map[schema.GroupVersionKind]*apiextensionsv1.JSONSchemaProps{}, map[schema.GroupVersionKind]string{}}
	documents := utilyaml.NewYAMLOrJSONDecoder(bytes.NewReader(text), 1<<20)
	for {
		var crd apiextensionsv1.CustomResourceDefinition
		if err := documents.Decode(&crd); errors.Is(err, io.EOF) {
			return server, nil
		} else if err != nil {
			return nil, err
		}
		if crd.Kind != "CustomResourceDefinition" {
			continue
		}
		if err := server.add(&crd); err != nil {
			return nil, fmt.Errorf("%s: %w", crd.Name, err)
		}
	}
}

func (s *Server) add(crd *apiextensionsv1.CustomResourceDefinition) error {
	for _, version := range crd.Spec.Versions {
		gvk := schema.GroupVersionKind{Group: crd.Spec.Group, Version: version.Name, Kind: crd.Spec.Names.Kind}
		var internal apiextensions.JSONSchemaProps
		if err := apiextensionsv1.Convert_v1_JSONSchemaProps_To_apiextensions_JSONSchemaProps(version.Schema.OpenAPIV3Schema, &internal, nil); err != nil {
			return err
		}
		structural, err := structuralschema.NewStructural(&internal)
		if err != nil {
			return err
		}
		validator, _, err := validation.NewSchemaValidator(&internal)
		if err != nil {
			return err
		}
		s.Plurals[gvk] = crd.Spec.Names.Plural
		s.OpenAPI[gvk] = version.Schema.OpenAPIV3Schema
		s.kinds[gvk] = &kind{validator, structural, cel.NewValidator(structural, true, celconfig.PerCallLimit), version.Subresources != nil && version.Subresources.Status != nil}
	}
	return nil
}

// Create returns the object as it would be stored and shown to webhooks, or why it would be refused: with nothing where it cannot be read. The given
// object is left alone.
func (s *Server) Create(given *unstructured.Unstructured) (*unstructured.Unstructured, error) {
	object := given.DeepCopy()
	kind, known := s.kinds[object.GroupVersionKind()]
	if !known {
		return nil, fmt.Errorf("no such kind: %v", object.GroupVersionKind())
	}
	if err := kind.coerce(object); err != nil {
		return nil, err
	}
	structuraldefaulting.Default(object.Object, kind.structural)
	if object.GetNamespace() == "" {
		object.SetNamespace("default")
	}
	if object.GetName() == "" && object.GetGenerateName() != "" {
		object.SetName(generated(object.GetGenerateName()))
	}
	if kind.status {
		delete(object.Object, "status")
	}
	object.SetOwnerReferences(distinct(object.GetOwnerReferences()))
	object.SetGeneration(1)
	object.SetManagedFields(nil) // the field manager makes them anew
	return object, kind.validate(object).ToAggregate()
}

// distinct keeps the first of equal owners.
func distinct(owners []metav1.OwnerReference) (kept []metav1.OwnerReference) {
	for _, owner := range owners {
		if !slices.ContainsFunc(kept, func(other metav1.OwnerReference) bool { return equality.Semantic.DeepEqual(other, owner) }) {
			kept = append(kept, owner)
		}
	}
	return kept
}

// generated is what names.SimpleNameGenerator makes, with the same letters for everybody.
func generated(prefix string) string {
	return prefix[:min(len(prefix), 58)] + "bcdfg"
}

// Unknown fields, metadata of wrong types, nulls: what happens while a request is decoded.
func (k *kind) coerce(object *unstructured.Unstructured) error {
	for _, name := range []string{"kind", "apiVersion"} {
		if _, _, err := unstructured.NestedString(object.Object, name); err != nil {
			return err
		}
	}
	version, name := object.GetAPIVersion(), object.GetKind()
	meta, found, unknown, err := schemaobjectmeta.GetObjectMetaWithOptions(object.Object, schemaobjectmeta.ObjectMetaOptions{ReturnUnknownFieldPaths: true})
	if err != nil {
		return err
	}
	unknown = append(unknown, structuralpruning.PruneWithOptions(object.Object, k.structural, true, structuralschema.UnknownFieldPathOptions{TrackUnknownFieldPaths: true})...)
	structuraldefaulting.PruneNonNullableNullsWithoutDefaults(object.Object, k.structural)
	malformed, more := schemaobjectmeta.CoerceWithOptions(nil, object.Object, k.structural, false, schemaobjectmeta.CoerceOptions{ReturnUnknownFieldPaths: true})
	if malformed != nil {
		return malformed
	}
	object.SetKind(name)
	object.SetAPIVersion(version)
	if found {
		if err := schemaobjectmeta.SetObjectMeta(object.Object, meta); err != nil {
			return err
		}
	}
	if unknown = append(unknown, more...); len(unknown) > 0 {
		return fmt.Errorf("strict decoding error: unknown fields %q", unknown)
	}
	return nil
}

func (k *kind) validate(object *unstructured.Unstructured) field.ErrorList {
	errs := metavalidation.ValidateObjectMetaAccessor(object, true, metavalidation.NameIsDNSSubdomain, field.NewPath("metadata"))
	errs = append(errs, validation.ValidateCustomResource(nil, object.Object, k.schema)...)
	errs = append(errs, schemaobjectmeta.Validate(nil, object.Object, k.structural, false)...)
	errs = append(errs, structurallisttype.ValidateListSetsAndMaps(nil, k.structural, object.Object)...)
	if k.cel == nil || hasBlocking(errs) {
		return errs
	}
	broken, _ := k.cel.Validate(context.Background(), nil, k.structural, object.Object, nil, celconfig.RuntimeCELCostBudget)
	return append(errs, broken...)
}

// CEL rules are not asked about an object whose shape is wrong.
func hasBlocking(errs field.ErrorList) bool {
	for _, err := range errs {
		switch err.Type {
		case field.ErrorTypeNotSupported, field.ErrorTypeRequired, field.ErrorTypeTooLong, field.ErrorTypeTooMany, field.ErrorTypeTypeInvalid:
			return true
		}
	}
	return false
}
