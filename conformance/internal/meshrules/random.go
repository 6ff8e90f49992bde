package meshrules

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"

	"google.golang.org/protobuf/reflect/protoreflect"
)

// Chance makes and changes texts. Numbers, texts, durations and names of constants are of the type that their field has: how other types are read is
// compared elsewhere.
type Chance struct {
	*rand.Rand
	Size int // of 12: how likely a field is
}

// Message is one with some of its fields.
func (c *Chance) Message(of protoreflect.MessageDescriptor, depth int) map[string]any {
	fields := map[string]any{}
	size := max(1, c.Size-2*depth)
	for i := range of.Fields().Len() {
		field := of.Fields().Get(i)
		if c.IntN(12) < size {
			c.put(fields, field, depth)
		}
	}
	return fields
}

// Of several alternatives there is one.
func (c *Chance) put(fields map[string]any, field protoreflect.FieldDescriptor, depth int) {
	if oneof := field.ContainingOneof(); oneof != nil {
		for i := range oneof.Fields().Len() {
			delete(fields, oneof.Fields().Get(i).JSONName())
		}
	}
	fields[field.JSONName()] = c.value(field, depth)
}

func (c *Chance) value(field protoreflect.FieldDescriptor, depth int) any {
	switch {
	case field.IsMap():
		entries := map[string]any{}
		for range c.IntN(3) {
			entries[c.key(field)] = c.single(field.MapValue(), depth+1)
		}
		return entries
	case field.IsList():
		list := []any{}
		for range c.IntN(4) {
			list = append(list, c.single(field, depth+1))
		}
		return list
	}
	return c.single(field, depth+1)
}

func (c *Chance) key(field protoreflect.FieldDescriptor) string {
	if field.MapKey().Kind() != protoreflect.StringKind {
		return "1"
	}
	return pick(c, "a", "b", "region1/zone1/*", "region1/zone2/*", "region1", "ISTIO_META_DNS_AUTO_ALLOCATE", "network-1")
}

func (c *Chance) single(field protoreflect.FieldDescriptor, depth int) any {
	switch field.Kind() {
	case protoreflect.BoolKind:
		return c.IntN(2) == 0
	case protoreflect.EnumKind:
		values := field.Enum().Values()
		return string(values.Get(c.IntN(values.Len())).Name())
	case protoreflect.StringKind, protoreflect.BytesKind:
		return c.text(field)
	case protoreflect.Uint32Kind, protoreflect.Uint64Kind:
		return pick(c, 0, 1, 50, 80, 100, 101, 15443, 65535, 65536, 4294967295)
	case protoreflect.DoubleKind, protoreflect.FloatKind:
		return pick(c, 0, 0.5, 1, 100, -1)
	case protoreflect.MessageKind:
		return c.message(field.Message(), depth)
	}
	return pick(c, 0, 1, -1, 50, 100, 101, 15001, 65534, 65535, 65536, 2147483647, -2147483648)
}

func (c *Chance) message(of protoreflect.MessageDescriptor, depth int) any {
	switch of.FullName() {
	case "google.protobuf.Duration":
		return pick(c, "0s", "0", "1ms", "0.001s", "0.0005s", "1500us", "1.5s", "1s", "-1s", "-0.001s", "45s", "1h", "3600.001s", "1h0.0001s", "10s", "1m30s")
	case "google.protobuf.BoolValue":
		return c.IntN(2) == 0
	case "google.protobuf.UInt32Value", "google.protobuf.UInt64Value":
		return pick(c, 0, 1, 65534, 65535, 65536)
	case "google.protobuf.Int32Value", "google.protobuf.Int64Value":
		return pick(c, 0, 1, -1, 65534, 65535, 65536)
	case "google.protobuf.DoubleValue", "google.protobuf.FloatValue":
		return pick(c, 0, 0.5, 20, 100, 100.5, -1)
	case "google.protobuf.StringValue":
		return "a"
	case "google.protobuf.Struct":
		return map[string]any{"a": "b"}
	}
	if depth > 8 {
		return map[string]any{}
	}
	return c.Message(of, depth)
}

var (
	hosts = []string{
		"", "a", "a.b", "a.b.", "A.b", "a..b", ".a", "*", "*.a.b", "*a.b", "a.*", "a_b.c", "-a.b", "1.2.3.4", "1.2.3", "a.1", "::1", "fe80::1%eth0", "a b",
		"ns/a.b", "*/a.b", "./a.b", "~/a.b", "/a.b", "ns/", "ns/a", "ns/*", "ns/*.a.b", "ns/1.2.3.4", "a/b/c", "ä.b", "cluster.local", "01.2.3.4",
	}
	addresses = []string{
		"", "a", "a:", ":80", "a:80", "a.b:0", "a.b:65535", "a.b:65536", "a.b:-1", "a.b:+80", "a.b:0080", "a.b:http", "a:b:80", "[::1]:80", "::1:80", "[::1]", "[a]:80",
		"[::1]80", "[::1]:80:", "a[]:80", "[::1]]:80", "1.2.3.4:80", "1.2.3:80", "$(HOST_IP):80", "$(HOST_IP)", "$(HOST_IP)$(HOST_IP):80", "a_b:80", "http://a:80",
		"[fe80::1%eth0]:80", "a.b.:80", "*.b:80", "a.b:99999999999999999999",
	}
	texts = map[string][]string{
		"fromCidr":       {"", "10.0.0.0/8", "10.0.0.1/8", "10.0.0.0/33", "10.0.0.0", "10.0.0.0/08", "::/0", "::1", "::/129", "10.0.0.0/8/8", "a/8", "10.0.0", "fe80::%a/64", "fe80::1%a"},
		"statusOnError":  {"", "0", "00", "200", "403", "418", "+403", "-403", "-0", "0403", "99999999999", "a", "4 03", "511", "512", "299", "451", "425", "2147483648"},
		"pathPrefix":     {"", "/", "/a", "a", "//", "//a b", "/%zz", "/%41", "http://a", "/a?b=%zz", "/a#%zz", "/a\tb", "*", ":", "/a:b"},
		"credentialName": {"", "a", "configmap://a/b", "configmap://", "configmap://b", "kubernetes://a"},
		"from":           {"", "a", "b", "a/b", "*", "a*", "a/*", "region1/zone1/*", "region1", "region1/zone1/sub1"},
		"to":             {"", "a", "b", "a/b", "*", "c"},
		"ecdhCurves":     {"", "P-224", "P-256", "P-384", "P-521", "X25519", "p-256", "X25519MLKEM768", "X25519Kyber768Draft00"},
		"failoverPriority": {
			"a", "a=b", "", "topology.kubernetes.io/region", "topology.kubernetes.io/zone", "topology.istio.io/subzone", "topology.kubernetes.io/zone=a",
		},
		"retryOn": {"", "5xx"},
	}
	plain = []string{"", "a", "b", "/etc/a", "istio-proxy"}
)

func (c *Chance) text(field protoreflect.FieldDescriptor) string {
	name := field.JSONName()
	if some, has := texts[name]; has {
		return some[c.IntN(len(some))]
	}
	var some []string
	switch name {
	case "address", "discoveryAddress", "statsdUdpAddress", "envoyMetricsServiceAddress", "zipkinAddress":
		some = addresses
		if c.IntN(4) == 0 {
			some = hosts
		}
	case "hosts", "trustDomain", "trustDomainAliases", "service", "registryServiceName", "fromRegistry":
		some = hosts
	default:
		some = plain
	}
	return some[c.IntN(len(some))]
}

// Change changes a text once: a field gets another value, goes away or comes, somewhere within.
func (c *Chance) Change(fields map[string]any, of protoreflect.MessageDescriptor, depth int) string {
	names := slices.Sorted(maps.Keys(fields))
	if len(names) > 0 && c.IntN(4) > 0 {
		name := names[c.IntN(len(names))]
		if field := of.Fields().ByJSONName(name); field != nil {
			if within, is := c.child(fields[name], field); is && c.IntN(5) > 0 {
				return name + "." + c.Change(within, message(field), depth+1)
			}
			if c.IntN(6) == 0 {
				delete(fields, name)
				return name + " removed"
			}
			c.put(fields, field, depth)
			return name + " changed"
		}
	}
	if of.Fields().Len() == 0 {
		return "nothing to change"
	}
	field := of.Fields().Get(c.IntN(of.Fields().Len()))
	c.put(fields, field, depth)
	return field.JSONName() + " set"
}

func message(field protoreflect.FieldDescriptor) protoreflect.MessageDescriptor {
	if field.IsMap() {
		return field.MapValue().Message()
	}
	return field.Message()
}

// A message below a field, in a list or map too.
func (c *Chance) child(value any, field protoreflect.FieldDescriptor) (map[string]any, bool) {
	of := message(field)
	if of == nil || of.FullName().Parent() == "google.protobuf" {
		return nil, false
	}
	switch {
	case field.IsMap():
		entries, _ := value.(map[string]any)
		keys := slices.Sorted(maps.Keys(entries))
		if len(keys) == 0 {
			return nil, false
		}
		value = entries[keys[c.IntN(len(keys))]]
	case field.IsList():
		list, _ := value.([]any)
		if len(list) == 0 {
			return nil, false
		}
		value = list[c.IntN(len(list))]
	}
	within, is := value.(map[string]any)
	return within, is
}

func pick[T any](c *Chance, from ...T) T { return from[c.IntN(len(from))] }

// Copy is deep.
func Copy(value any) any {
	switch value := value.(type) {
	case map[string]any:
		copied := map[string]any{}
		for key, element := range value {
			copied[key] = Copy(element)
		}
		return copied
	case []any:
		copied := make([]any, len(value))
		for i, element := range value {
			copied[i] = Copy(element)
		}
		return copied
	}
	return value
}

// Made are texts by chance, then changed copies of others.
func (c *Chance) Made(key string, count int) (made []Text) {
	for i := range count {
		c.Size = 1 + i%4
		made = append(made, Text{fmt.Sprintf("random %s %d", key, i), key, c.Message(Descriptor(key), 0)})
	}
	return made
}

// Changed are copies of some texts, each changed once to three times.
func (c *Chance) Changed(from []Text, count int) (changed []Text) {
	c.Size = 2
	for range count {
		text := from[c.IntN(len(from))]
		text.Fields = Copy(text.Fields).(map[string]any)
		for range 1 + c.IntN(3) {
			text.Name += ", " + c.Change(text.Fields, Descriptor(text.Key), 0)
		}
		changed = append(changed, text)
	}
	return changed
}
