// Package storage says what an API server stores of a manifest: what the schema does not know is dropped, null where the schema does not allow it too,
// defaults are filled in, and the metadata is written anew. What the server adds of its own (a generation, a cluster IP) is left out.
package storage

import (
	"fmt"

	"k8s.io/apiextensions-apiserver/pkg/apiserver/schema/objectmeta"
	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/client-go/kubernetes/scheme"

	"policycortex.com/istio/conformance/internal/apiserver"
)

// Server knows Kubernetes' own kinds and those of its CRDs.
type Server struct{ CRDs *apiserver.Server }

// Store returns what is stored of an object, which stays as it is. There is nothing where the object cannot be read, and an error also where it can
// but is refused.
func (s *Server) Store(object map[string]any) (map[string]any, error) {
	u := &unstructured.Unstructured{Object: object}
	kind := u.GroupVersionKind()
	switch {
	case s.CRDs.OpenAPI[kind] != nil:
		stored, err := s.CRDs.Create(u)
		if stored == nil {
			return nil, err
		}
		return s.asGiven(object, stored.Object, err)
	case IsBuiltIn(object):
		return builtIn(object)
	default:
		return s.asGiven(object, runtime.DeepCopyJSON(object), nil)
	}
}

// IsBuiltIn tells Kubernetes' own kinds, which are Go structures in the server.
func IsBuiltIn(object map[string]any) bool {
	return scheme.Scheme.Recognizes((&unstructured.Unstructured{Object: object}).GroupVersionKind())
}

// A server has its own status and its own view of some metadata.
func (s *Server) asGiven(given, stored map[string]any, refusal error) (map[string]any, error) {
	for _, name := range []string{"metadata", "status"} {
		if value, ok := given[name]; ok {
			stored[name] = runtime.DeepCopyJSONValue(value)
		} else {
			delete(stored, name)
		}
	}
	metadata, found, err := objectmeta.GetObjectMeta(stored, false)
	if err == nil && found {
		err = objectmeta.SetObjectMeta(stored, metadata)
	}
	if err != nil {
		return nil, err
	}
	return stored, refusal
}

func builtIn(object map[string]any) (map[string]any, error) {
	kind := (&unstructured.Unstructured{Object: object}).GroupVersionKind()
	typed, err := scheme.Scheme.New(kind)
	if err != nil {
		return nil, err
	}
	refusal := runtime.DefaultUnstructuredConverter.FromUnstructuredWithValidation(object, typed, true)
	if refusal != nil && !runtime.IsStrictDecodingError(refusal) {
		return nil, refusal
	}
	stored, err := runtime.DefaultUnstructuredConverter.ToUnstructured(typed)
	if err != nil {
		return nil, fmt.Errorf("%v: %w", kind, err)
	}
	return stored, refusal
}
