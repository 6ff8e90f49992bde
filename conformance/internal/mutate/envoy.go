package mutate

import (
	"slices"
	"strings"

	"google.golang.org/protobuf/reflect/protoreflect"
	"google.golang.org/protobuf/reflect/protoregistry"

	"policycortex.com/istio/conformance/internal/tree"
)

// What a patch is applied to, and which message of Envoy's that is.
var envoyMessages = map[string]protoreflect.FullName{
	"CLUSTER": "envoy.config.cluster.v3.Cluster", "LISTENER": "envoy.config.listener.v3.Listener", "FILTER_CHAIN": "envoy.config.listener.v3.FilterChain",
	"NETWORK_FILTER": "envoy.config.listener.v3.Filter", "LISTENER_FILTER": "envoy.config.listener.v3.ListenerFilter",
	"HTTP_FILTER":         "envoy.extensions.filters.network.http_connection_manager.v3.HttpFilter",
	"ROUTE_CONFIGURATION": "envoy.config.route.v3.RouteConfiguration", "VIRTUAL_HOST": "envoy.config.route.v3.VirtualHost", "HTTP_ROUTE": "envoy.config.route.v3.Route",
	"EXTENSION_CONFIG": "envoy.config.core.v3.TypedExtensionConfig", "BOOTSTRAP": "envoy.config.bootstrap.v3.Bootstrap",
}

// envoyValue gives a patch a value that fits what it is applied to, or nearly.
func (m *Mutator) envoyValue(document *tree.Node) bool {
	if document.Get("kind").Text() != "EnvoyFilter" {
		return false
	}
	s, found := m.where(document, func(s site) bool {
		return isObject(s) && strings.HasSuffix(s.path, ".configPatches[]") && envoyMessages[s.node.Get("applyTo").Text()] != ""
	})
	if !found {
		return false
	}
	message, err := protoregistry.GlobalTypes.FindMessageByName(envoyMessages[s.node.Get("applyTo").Text()])
	if err != nil {
		return false
	}
	if s.node.Get("patch") == nil || s.node.Get("patch").Kind != tree.Map {
		s.node.Set("patch", tree.Object("operation", "MERGE"))
	}
	m.generator.left = 40
	s.node.Get("patch").Set("value", m.generator.envoy(message.Descriptor(), 6))
	return true
}

// envoy is a message as JSON.
func (g *Generator) envoy(message protoreflect.MessageDescriptor, depth int) *tree.Node {
	g.left--
	if form := g.ownForm(message, depth); form != nil {
		return form
	}
	object := &tree.Node{Kind: tree.Map}
	fields := message.Fields()
	for range g.random.IntN(4) + 1 {
		if fields.Len() == 0 || depth < 0 || g.left < 0 {
			break
		}
		field := fields.Get(g.random.IntN(fields.Len()))
		name := string(field.Name())
		if g.random.IntN(4) == 0 {
			name = field.JSONName()
		}
		if g.random.IntN(60) == 0 {
			name += "x"
		}
		object.Set(name, g.envoyField(field, depth))
	}
	return object
}

func (g *Generator) envoyField(field protoreflect.FieldDescriptor, depth int) *tree.Node {
	switch {
	case g.random.IntN(50) == 0:
		return g.anything(1)
	case field.IsMap():
		object := &tree.Node{Kind: tree.Map}
		for range g.random.IntN(3) {
			key := pick(g.random, words("a b 1 2"))
			if field.MapKey().Kind() != protoreflect.StringKind {
				key = pick(g.random, words("1 2 0 -1 a true 1.5 01 4294967296"))
			}
			object.Set(key, g.envoySingle(field.MapValue(), depth))
		}
		return object
	case field.IsList():
		list := &tree.Node{Kind: tree.List}
		for range g.random.IntN(3) {
			list.Items = append(list.Items, g.envoySingle(field, depth))
		}
		return list
	}
	return g.envoySingle(field, depth)
}

func (g *Generator) envoySingle(field protoreflect.FieldDescriptor, depth int) *tree.Node {
	if g.random.IntN(80) == 0 {
		return tree.Of(nil)
	}
	odd := g.random.IntN(12) == 0
	switch field.Kind() {
	case protoreflect.MessageKind, protoreflect.GroupKind:
		return g.envoy(field.Message(), depth-1)
	case protoreflect.EnumKind:
		constants := field.Enum().Values()
		if odd {
			return pick(g.random, []*tree.Node{tree.Of("FOO"), tree.Of(""), tree.Of(1), tree.Of(-1), tree.Of(999), tree.Of(1.5), tree.Of("1"), tree.Of(4294967296)}).Copy()
		}
		return tree.Of(string(constants.Get(g.random.IntN(constants.Len())).Name()))
	case protoreflect.BoolKind:
		if odd {
			return pick(g.random, []*tree.Node{tree.Of("true"), tree.Of(1), tree.Of("")}).Copy()
		}
		return tree.Of(g.random.IntN(2) == 0)
	case protoreflect.StringKind:
		if odd {
			return g.anything(0)
		}
		return tree.Of(pick(g.random, words("a b name /a envoy.filters.http.lua")))
	case protoreflect.BytesKind:
		return tree.Of(goodText(g.random, compile(``, "base64"), ""))
	case protoreflect.FloatKind, protoreflect.DoubleKind:
		if odd {
			return pick(g.random, []*tree.Node{tree.Of("NaN"), tree.Of("1.5"), tree.Of("Infinity"), tree.Of("a"), tree.Of(1e300), tree.Of(" 1"), tree.Of("1e400"), tree.Of("-1e3"), tree.Of("")}).Copy()
		}
		return tree.Of(pick(g.random, numbers))
	default:
		if odd {
			return pick(g.random, []*tree.Node{tree.Of("80"), tree.Of(" 80"), tree.Of("080"), tree.Of("+80"), tree.Of("-0"), tree.Of("1e3"), tree.Of(1e21), tree.Of(1.5), tree.Of(""), tree.Of("null"), tree.Of("a"), tree.Of("99999999999999999999")}).Copy()
		}
		if g.random.IntN(3) > 0 {
			return tree.Of(g.random.IntN(100))
		}
		return tree.Of(pick(g.random, integers))
	}
}

// ownForm is the JSON of a message that has a form of its own; nil for all others.
func (g *Generator) ownForm(message protoreflect.MessageDescriptor, depth int) *tree.Node {
	switch message.FullName() {
	case "google.protobuf.Any":
		return g.extension(depth)
	case "google.protobuf.Duration":
		return tree.Of(goodText(g.random, compile(``, "duration"), ""))
	case "google.protobuf.Timestamp":
		return tree.Of(pick(g.random, append(words("2020-01-01T00:00:00Z 2020-01-01T00:00:00.123456789+01:00 2020-01-01 2020-01-01t00:00:00Z 2020-01-01T0:00:00Z 2020-01-01T24:00:00Z 2020-02-30T00:00:00Z 2020-01-01T00:00:00,5Z 2020-01-01T00:00:00+24:00 2020-01-01T00:00:00+25:00 2020-01-01T00:00:60Z 2020-01-01T00:00:00 12020-01-01T00:00:00Z"), "")))
	case "google.protobuf.Struct":
		object := tree.Object("a", g.anything(2))
		return pick(g.random, []*tree.Node{object, object, object, tree.Of("a"), {Kind: tree.List}})
	case "google.protobuf.Value":
		return g.anything(2)
	case "google.protobuf.ListValue":
		return pick(g.random, []*tree.Node{{Kind: tree.List}, {Kind: tree.List, Items: []*tree.Node{g.anything(1)}}, {Kind: tree.Map}})
	case "google.protobuf.BoolValue", "google.protobuf.BytesValue", "google.protobuf.StringValue", "google.protobuf.Int32Value", "google.protobuf.UInt32Value",
		"google.protobuf.Int64Value", "google.protobuf.UInt64Value", "google.protobuf.FloatValue", "google.protobuf.DoubleValue":
		return g.envoySingle(message.Fields().ByNumber(1), depth)
	}
	return nil
}

var extensions []protoreflect.MessageDescriptor

// extension is a message of any type, with its name.
func (g *Generator) extension(depth int) *tree.Node {
	if extensions == nil {
		protoregistry.GlobalTypes.RangeMessages(func(message protoreflect.MessageType) bool {
			if name := string(message.Descriptor().FullName()); strings.HasPrefix(name, "envoy.extensions") || strings.HasPrefix(name, "google.protobuf.") || strings.HasPrefix(name, "udpa") || strings.HasPrefix(name, "xds") || strings.HasPrefix(name, "stats") {
				extensions = append(extensions, message.Descriptor())
			}
			return true
		})
		slices.SortFunc(extensions, func(a, b protoreflect.MessageDescriptor) int {
			return strings.Compare(string(a.FullName()), string(b.FullName()))
		})
	}
	message := pick(g.random, extensions)
	url := "type.googleapis.com/" + string(message.FullName())
	object := g.envoy(message, depth-1)
	if own := g.ownForm(message, 0); own != nil || g.random.IntN(60) == 0 {
		object = tree.Object("value", object)
	}
	switch g.random.IntN(60) {
	case 0:
		url = string(message.FullName())
	case 1:
		url += "x"
	case 2:
		url = strings.Replace(url, ".v3.", ".v2.", 1)
	case 3:
		url = "a/b/" + string(message.FullName())
	case 4:
		return object
	}
	if object.Kind != tree.Map {
		object = &tree.Node{Kind: tree.Map}
	}
	object.Set("@type", tree.Of(url))
	return object
}
