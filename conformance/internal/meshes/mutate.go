package meshes

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"

	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"

	"policycortex.com/istio/conformance/internal/analysis"
	"policycortex.com/istio/conformance/internal/manifest"
)

// Mutator makes changed copies of meshes, the same for the same seed.
type Mutator struct {
	random *rand.Rand
	bases  []Mesh
}

// NewMutator makes a mutator of these meshes.
func NewMutator(seed uint64, bases []Mesh) *Mutator {
	return &Mutator{rand.New(rand.NewPCG(seed, seed)), bases}
}

// change is one way to change a mesh; it tells what it did, or nothing where there was nothing to change.
type change func(m *Mutator, objects []*unstructured.Unstructured) ([]*unstructured.Unstructured, string)

var changes = []change{remove, remove, move, rename, double, another, another, another, another, another, drop, drop, swap, label}

// Mesh is the next changed copy, with one to three changes.
func (m *Mutator) Mesh() Mesh {
	for {
		base := m.bases[m.random.IntN(len(m.bases))]
		objects := objectsOf(base)
		var done []string
		for range 1 + m.random.IntN(3) {
			if len(objects) == 0 {
				break
			}
			var what string
			if objects, what = changes[m.random.IntN(len(changes))](m, objects); what != "" {
				done = append(done, what)
			}
		}
		if len(done) == 0 || len(objects) == 0 {
			continue
		}
		mesh := Mesh{Name: base.Name + "; " + strings.Join(done, "; "), Changed: true, Mesh: analysis.Mesh{MeshConfig: base.MeshConfig, MeshNetworks: base.MeshNetworks}}
		for i, object := range objects {
			completed(object, "default")
			mesh.Files = append(mesh.Files, analysis.File{Name: fmt.Sprintf("%d.yaml", i), Text: text(object.Object)})
		}
		return mesh
	}
}

func objectsOf(mesh Mesh) []*unstructured.Unstructured {
	var objects []*unstructured.Unstructured
	for _, file := range mesh.Files {
		for _, document := range manifest.Split(file.Name, file.Text) {
			if document.Error == nil && !document.Object.IsList() {
				objects = append(objects, document.Object)
			}
		}
	}
	return objects
}

func (m *Mutator) pick(objects []*unstructured.Unstructured) (int, *unstructured.Unstructured) {
	i := m.random.IntN(len(objects))
	return i, objects[i]
}

func named(object *unstructured.Unstructured) string {
	return object.GetKind() + " " + object.GetNamespace() + "/" + object.GetName()
}

func remove(m *Mutator, objects []*unstructured.Unstructured) ([]*unstructured.Unstructured, string) {
	i, object := m.pick(objects)
	return slices.Delete(objects, i, i+1), "without " + named(object)
}

func move(m *Mutator, objects []*unstructured.Unstructured) ([]*unstructured.Unstructured, string) {
	_, object := m.pick(objects)
	_, other := m.pick(objects)
	if object.GetNamespace() == "" || other.GetNamespace() == "" || object.GetNamespace() == other.GetNamespace() {
		return objects, ""
	}
	what := named(object) + " moved to " + other.GetNamespace()
	object.SetNamespace(other.GetNamespace())
	return unique(objects), what
}

func rename(m *Mutator, objects []*unstructured.Unstructured) ([]*unstructured.Unstructured, string) {
	_, object := m.pick(objects)
	what := named(object) + " renamed"
	object.SetName(object.GetName() + "-renamed")
	return unique(objects), what
}

func double(m *Mutator, objects []*unstructured.Unstructured) ([]*unstructured.Unstructured, string) {
	_, object := m.pick(objects)
	second := object.DeepCopy()
	second.SetName(object.GetName() + "-second")
	return unique(append(objects, second)), named(object) + " twice"
}

// unique keeps the last of a kind, namespace and name, as a cluster does.
func unique(objects []*unstructured.Unstructured) []*unstructured.Unstructured {
	last := map[string]int{}
	for i, object := range objects {
		last[object.GroupVersionKind().GroupKind().String()+named(object)] = i
	}
	var kept []*unstructured.Unstructured
	for i, object := range objects {
		if last[object.GroupVersionKind().GroupKind().String()+named(object)] == i {
			kept = append(kept, object)
		}
	}
	return kept
}

// place is a value within an object, and how to put another one there.
type place struct {
	object *unstructured.Unstructured
	path   string
	key    string // of the field that holds it, or whose list it is in
	value  any
	set    func(any)
	drop   func()
}

// places are all values of the objects below spec, and the annotations that Istio reads.
func places(objects []*unstructured.Unstructured) []place {
	var all []place
	for _, object := range objects {
		if spec, is := object.Object["spec"].(map[string]any); is {
			walk(object, "spec", spec, &all)
		}
	}
	return all
}

func walk(object *unstructured.Unstructured, path string, fields map[string]any, all *[]place) {
	for _, key := range slices.Sorted(maps.Keys(fields)) {
		at := path + "." + key
		*all = append(*all, place{object, at, key, fields[key], func(value any) { fields[key] = value }, func() { delete(fields, key) }})
		visit(object, at, key, fields[key], func(value any) { fields[key] = value }, all)
	}
}

func visit(object *unstructured.Unstructured, path, key string, value any, set func(any), all *[]place) {
	switch value := value.(type) {
	case map[string]any:
		walk(object, path, value, all)
	case []any:
		for i, element := range value {
			at := fmt.Sprintf("%s[%d]", path, i)
			*all = append(*all, place{
				object, at, key, element, func(other any) { value[i] = other },
				func() { set(slices.Delete(slices.Clone(value), i, i+1)) },
			})
			visit(object, at, key, element, func(other any) { value[i] = other }, all)
		}
	}
}

// What else a field may hold than what it holds elsewhere.
var values = map[string][]any{
	"exportTo":       {".", "*", "elsewhere"},
	"host":           {"nowhere", "nowhere.example.com"},
	"hosts":          {"*", "*.example.com", "nowhere.example.com", "./*", "*/*"},
	"number":         {int64(80), int64(443), int64(8080), int64(1)},
	"port":           {int64(80), int64(443), int64(9999)},
	"targetPort":     {int64(80), int64(9080), "http"},
	"protocol":       {"TCP", "HTTP", "HTTPS", "TLS", "GRPC"},
	"name":           {"http-web", "tcp-any", "web"},
	"subset":         {"v1", "v2", "v9"},
	"gateways":       {"mesh", "nowhere", "elsewhere/gateway"},
	"credentialName": {"nothing"},
	"mode":           {"SIMPLE", "MUTUAL", "ISTIO_MUTUAL", "DISABLE", "STRICT", "PERMISSIVE", "PASSTHROUGH"},
	"namespaces":     {"elsewhere", "*-elsewhere", "default"},
	"version":        {"v1", "v2", "v9"},
	"app":            {"nothing"},
	"istio":          {"ingressgateway", "nothing"},
	"prefix":         {"/", "/api"},
}

// another gives a field the value that one of the same name has elsewhere, or one that is worth a try.
func another(m *Mutator, objects []*unstructured.Unstructured) ([]*unstructured.Unstructured, string) {
	all := places(objects)
	var scalars []place
	byKey := map[string][]any{}
	for _, p := range all {
		switch p.value.(type) {
		case map[string]any, []any, nil:
		default:
			byKey[p.key] = append(byKey[p.key], p.value)
			if len(values[p.key]) > 0 {
				scalars = append(scalars, p)
			}
		}
	}
	if len(scalars) == 0 {
		return objects, ""
	}
	p := scalars[m.random.IntN(len(scalars))]
	choices := append(slices.Clone(values[p.key]), byKey[p.key]...)
	value := choices[m.random.IntN(len(choices))]
	if fmt.Sprint(value) == fmt.Sprint(p.value) {
		return objects, ""
	}
	p.set(value)
	return objects, fmt.Sprintf("%s %s: %v for %v", named(p.object), p.path, value, p.value)
}

func drop(m *Mutator, objects []*unstructured.Unstructured) ([]*unstructured.Unstructured, string) {
	all := places(objects)
	if len(all) == 0 {
		return objects, ""
	}
	p := all[m.random.IntN(len(all))]
	p.drop()
	return objects, fmt.Sprintf("%s without %s", named(p.object), p.path)
}

// swap turns the order of a list round, for example of routes.
func swap(m *Mutator, objects []*unstructured.Unstructured) ([]*unstructured.Unstructured, string) {
	lists := slices.DeleteFunc(places(objects), func(p place) bool {
		list, is := p.value.([]any)
		return !is || len(list) < 2
	})
	if len(lists) == 0 {
		return objects, ""
	}
	p := lists[m.random.IntN(len(lists))]
	list := slices.Clone(p.value.([]any))
	slices.Reverse(list)
	p.set(list)
	return objects, fmt.Sprintf("%s %s turned round", named(p.object), p.path)
}

// label changes what the injector and the registry look at in metadata.
func label(m *Mutator, objects []*unstructured.Unstructured) ([]*unstructured.Unstructured, string) {
	_, object := m.pick(objects)
	labels, annotations := object.GetLabels(), object.GetAnnotations()
	if labels == nil {
		labels = map[string]string{}
	}
	if annotations == nil {
		annotations = map[string]string{}
	}
	what := ""
	switch object.GetKind() {
	case "Namespace":
		key := []string{"istio-injection", "istio.io/rev", "istio.io/dataplane-mode"}[m.random.IntN(3)]
		value := map[string]string{"istio-injection": "enabled", "istio.io/rev": "canary", "istio.io/dataplane-mode": "ambient"}[key]
		if _, there := labels[key]; there {
			delete(labels, key)
			what = "without " + key
		} else {
			labels[key] = value
			what = "with " + key
		}
	case "Service":
		annotations["networking.istio.io/exportTo"] = []string{".", "*", "elsewhere"}[m.random.IntN(3)]
		what = "exported to " + annotations["networking.istio.io/exportTo"]
	default:
		return objects, ""
	}
	object.SetLabels(labels)
	object.SetAnnotations(annotations)
	return objects, named(object) + " " + what
}
