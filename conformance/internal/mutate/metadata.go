package mutate

import (
	"strings"

	"policycortex.com/istio/conformance/internal/tree"
)

var objectNames = append(append(words(`a my-name v1 a.b a..b a. .a -a a- A a_b 1 1a a/b a%b . .. ä 日本 a:b *`), "", " ", "a b", "a\n"), long(62, 63, 64, 252, 253)...)

var annotations = words(`istio.io/dry-run internal.istio.io/webhook-always-reject internal.istio.io/parent-namespace internal.istio.io/parents
	internal.istio.io/gateway-semantics internal.istio.io/route-semantics networking.istio.io/exportTo kubectl.kubernetes.io/last-applied-configuration a`)

var labels = words(`networking.istio.io/enable-autoallocate-ip istio.io/use-waypoint istio.io/rev app`)

func (m *Mutator) metadata(document *tree.Node) bool {
	metadata := document.Get("metadata")
	if metadata == nil || metadata.Kind != tree.Map {
		return false
	}
	switch m.random.IntN(14) {
	case 0, 1:
		metadata.Set("name", tree.Of(pick(m.random, objectNames)))
	case 2, 3:
		metadata.Set("namespace", tree.Of(pick(m.random, append([]string{"ns1", "default", "istio-system"}, objectNames...))))
	case 4:
		m.entry(metadata, "labels", oddText(m.random, keyMeanings, "labels"), tree.Of(oddText(m.random, meanings, "labels{}")))
	case 5, 6:
		m.entry(metadata, "labels", pick(m.random, labels), tree.Of(pick(m.random, words("false FALSE False true none None waypoint a_b v1"))))
	case 7:
		m.entry(metadata, "annotations", oddText(m.random, keyMeanings, "labels"), tree.Of(pick(m.random, oddTexts)))
	case 8, 9, 10:
		m.entry(metadata, "annotations", pick(m.random, annotations), tree.Of(pick(m.random, append(words("gateway Gateway mesh a"), append(pools["dryrun"].good, pools["dryrun"].odd...)...))))
	case 11:
		m.entry(metadata, pick(m.random, words("labels annotations")), "a", pick(m.random, []*tree.Node{tree.Of(1), tree.Of(true), tree.Of(nil), tree.Of(""), {Kind: tree.Map}, {Kind: tree.List}}))
	case 12:
		m.other(metadata)
	default:
		name := pick(m.random, words("name namespace labels annotations"))
		metadata.Set(name, pick(m.random, []*tree.Node{tree.Of(nil), tree.Of(1), tree.Of("a"), tree.Of(true), {Kind: tree.Map}, {Kind: tree.List}}))
	}
	return true
}

func (m *Mutator) entry(metadata *tree.Node, in, name string, value *tree.Node) {
	object := metadata.Get(in)
	if object == nil || object.Kind != tree.Map {
		object = &tree.Node{Kind: tree.Map}
		metadata.Set(in, object)
	}
	object.Set(name, value.Copy())
}

// What people seldom write: the rest of ObjectMeta. A resourceVersion is left out: it depends on what is in the cluster.
func (m *Mutator) other(metadata *tree.Node) {
	owner := tree.Object("apiVersion", "v1", "kind", "Pod", "name", "a", "uid", "1")
	if m.random.IntN(2) == 0 {
		owner.Set(pick(m.random, words("apiVersion kind name uid controller blockOwnerDeletion foo")), pick(m.random, []*tree.Node{tree.Of(""), tree.Of("v1"), tree.Of("Event"), tree.Of(true), tree.Of(1), tree.Of(nil), tree.Of("a/b/c"), tree.Of("apps/")}).Copy())
	}
	owners := &tree.Node{Kind: tree.List, Items: []*tree.Node{owner}}
	if m.random.IntN(3) == 0 {
		owners.Items = append(owners.Items, owner.Copy())
	}
	choices := []struct {
		name   string
		values []*tree.Node
	}{
		{"generateName", []*tree.Node{tree.Of("a-"), tree.Of("a"), tree.Of(""), tree.Of("A-"), tree.Of(strings.Repeat("a", 300)), tree.Of("a.-"), tree.Of("-"), tree.Of(1), tree.Of("a_"), tree.Of("a--"), tree.Of(".")}},
		{"finalizers", []*tree.Node{tree.Of([]string{"a.com/b"}), tree.Of([]string{"a"}), tree.Of([]string{"a b"}), tree.Of([]string{"orphan", "foregroundDeletion"}), tree.Of([]string{""}), tree.Of("a"), {Kind: tree.List, Items: []*tree.Node{tree.Of(nil)}}, tree.Of([]string{"a/b/c"}), {Kind: tree.List}}},
		{"ownerReferences", []*tree.Node{owners, {Kind: tree.List}, tree.Of("a"), {Kind: tree.List, Items: []*tree.Node{tree.Of(nil)}}, {Kind: tree.List, Items: []*tree.Node{{Kind: tree.Map}}}}},
		{"creationTimestamp", []*tree.Node{tree.Of(nil), tree.Of("2020-01-01T00:00:00Z"), tree.Of("2020-01-01"), tree.Of(1), tree.Of(""), tree.Of("2020-01-01T00:00:00.5+01:00"), tree.Of("2020-13-01T00:00:00Z")}},
		{"deletionTimestamp", []*tree.Node{tree.Of(nil), tree.Of("2020-01-01T00:00:00Z"), tree.Of("a")}},
		{"deletionGracePeriodSeconds", []*tree.Node{tree.Of(1), tree.Of(-1), tree.Of("1"), tree.Of(1.5), tree.Of(nil)}},
		{"generation", []*tree.Node{tree.Of(1), tree.Of(-1), tree.Of("1"), tree.Of(1.5), tree.Of(nil), tree.Of(1e30)}},
		{"uid", []*tree.Node{tree.Of("a"), tree.Of(1), tree.Of("")}},
		{"selfLink", []*tree.Node{tree.Of("a"), tree.Of(1)}},
		{"managedFields", []*tree.Node{{Kind: tree.List}, tree.Of("a"), {Kind: tree.List, Items: []*tree.Node{tree.Object("manager", "a", "operation", "Apply", "fieldsType", "FieldsV1", "apiVersion", "v1")}}, {Kind: tree.List, Items: []*tree.Node{tree.Object("operation", "Foo")}}, {Kind: tree.List, Items: []*tree.Node{tree.Object("foo", 1)}}}},
		{"clusterName", []*tree.Node{tree.Of("a")}},
		{"foo", []*tree.Node{tree.Of("a"), tree.Of(nil)}},
		{"Name", []*tree.Node{tree.Of("a")}},
	}
	choice := pick(m.random, choices)
	metadata.Set(choice.name, pick(m.random, choice.values).Copy())
	if choice.name == "generateName" && m.random.IntN(2) == 0 {
		metadata.Set("name", tree.Of(pick(m.random, []any{"", nil})))
	}
}

func (m *Mutator) version(document *tree.Node) bool {
	kind := pick(m.random, m.all)
	switch m.random.IntN(6) {
	case 0, 1:
		document.Set("apiVersion", tree.Of(kind.APIVersion))
	case 2:
		document.Set("kind", tree.Of(kind.Name))
	case 3:
		document.Set("kind", tree.Of(m.slip(kind.Name)))
	case 4:
		group, version, _ := strings.Cut(kind.APIVersion, "/")
		document.Set("apiVersion", tree.Of(pick(m.random, []string{group, version, group + "/", "/" + version, group + "/v2", group + "/v1/x", m.slip(group) + "/" + version, strings.ToUpper(group) + "/" + version, ""})))
	default:
		document.Set(pick(m.random, words("apiVersion kind")), pick(m.random, []*tree.Node{tree.Of(1), tree.Of(nil), {Kind: tree.Map}, tree.Of(true)}))
	}
	return true
}

func (m *Mutator) status(document *tree.Node) bool {
	condition := tree.Object("type", "Ready", "status", "True", pick(m.random, words("reason message foo observedGeneration lastTransitionTime")), pick(m.random, []any{"a", 1, nil, "2020-01-01T00:00:00Z"}))
	document.Set("status", pick(m.random, []*tree.Node{
		{Kind: tree.Map}, tree.Of(nil), tree.Of("a"), tree.Of(1), {Kind: tree.List},
		tree.Object("conditions", &tree.Node{Kind: tree.List, Items: []*tree.Node{condition}}),
		tree.Object("foo", "a"), tree.Object("conditions", "a"), tree.Object("observedGeneration", pick(m.random, []any{1, "1", "a", true, 1.5})),
		tree.Object("validationMessages", pick(m.random, []*tree.Node{tree.Of("a"), {Kind: tree.List, Items: []*tree.Node{tree.Object("level", "ERROR", "documentationUrl", "a")}}, {Kind: tree.List, Items: []*tree.Node{tree.Object("foo", 1)}}})),
	}).Copy())
	return true
}
