package storage

import (
	"os"
	"path/filepath"
	"reflect"
	"testing"

	"policycortex.com/istio/conformance/internal/apiserver"
	"policycortex.com/istio/conformance/internal/manifest"
)

const crd = `
apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: {name: widgets.example.com}
spec:
  group: example.com
  names: {kind: Widget, plural: widgets}
  scope: Namespaced
  versions:
  - name: v1
    served: true
    storage: true
    schema:
      openAPIV3Schema:
        type: object
        properties:
          spec:
            type: object
            properties:
              list: {type: array, items: {type: string}}
              size: {type: integer, default: 3}
`

func server(t *testing.T) *Server {
	t.Helper()
	file := filepath.Join(t.TempDir(), "crd.yaml")
	if err := os.WriteFile(file, []byte(crd), 0o600); err != nil {
		t.Fatal(err)
	}
	crds, err := apiserver.New(file)
	if err != nil {
		t.Fatal(err)
	}
	return &Server{crds}
}

func store(t *testing.T, text string) (map[string]any, error) {
	t.Helper()
	documents := manifest.Split("a.yaml", text)
	if len(documents) != 1 || documents[0].Error != nil {
		t.Fatal(documents)
	}
	return server(t).Store(documents[0].Object.Object)
}

func TestNullIsDroppedWhatIsEmptyIsKeptAndDefaultsAreFilledIn(t *testing.T) {
	stored, err := store(t, "{apiVersion: example.com/v1, kind: Widget, metadata: {name: a, labels: {}}, spec: {list: []}}")
	if err != nil {
		t.Fatal(err)
	}
	if want := map[string]any{"list": []any{}, "size": int64(3)}; !reflect.DeepEqual(stored["spec"], want) {
		t.Errorf("got %v, want %v", stored["spec"], want)
	}
	if want := map[string]any{"name": "a"}; !reflect.DeepEqual(stored["metadata"], want) {
		t.Errorf("got %v, want %v", stored["metadata"], want)
	}
	stored, err = store(t, "{apiVersion: example.com/v1, kind: Widget, metadata: {name: a}, spec: {list: null, size: 4}}")
	if want := map[string]any{"size": int64(4)}; err != nil || !reflect.DeepEqual(stored["spec"], want) {
		t.Errorf("got %v and %v, want %v", stored["spec"], err, want)
	}
}

func TestUnknownFieldsAreRefused(t *testing.T) {
	for _, text := range []string{
		"{apiVersion: example.com/v1, kind: Widget, metadata: {name: a}, spec: {lists: []}}",
		"{apiVersion: v1, kind: ConfigMap, metadata: {name: a}, dta: {a: b}}",
	} {
		if _, err := store(t, text); err == nil {
			t.Errorf("%s is taken", text)
		}
	}
}

func TestBuiltInKindsForgetWhatIsEmpty(t *testing.T) {
	stored, err := store(t, "{apiVersion: v1, kind: ConfigMap, metadata: {name: a}, data: {}}")
	if _, there := stored["data"]; err != nil || there {
		t.Errorf("got %v and %v", stored, err)
	}
}

func TestDifferencesNameTheirPlaces(t *testing.T) {
	ours := map[string]any{"a": []any{"x", int64(1)}, "b": "60s", "c": true, "n": int64(2)}
	theirs := map[string]any{"a": []any{"y", float64(1)}, "b": "1m", "d": nil, "n": int64(3)}
	want := []string{`.a[0]: ours "x", stored "y"`, `.c: ours true, not stored`, `.d: not ours, stored <nil>`, `.n: ours 2, stored 3`}
	if got := Differences(ours, theirs); !reflect.DeepEqual(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}
