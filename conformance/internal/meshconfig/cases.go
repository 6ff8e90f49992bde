package meshconfig

import (
	"regexp"
	"slices"
	"strings"

	"google.golang.org/protobuf/reflect/protoreflect"
)

// Case is a text of one of the two keys of istiod's ConfigMap.
type Case struct {
	Key   string // mesh, meshNetworks
	Sort  string // the kind of the field, and what is odd
	Text  string
	Loses bool // of two values istiod takes one
}

const both = "by both names"

// snake is what most fields are called in the protocol.
func snake(name string) string {
	return strings.ToLower(capital.ReplaceAllString(name, "_$1"))
}

var capital = regexp.MustCompile("([A-Z])")

// Cases are every field of the message with every spelling of a value, and with every spelling of its name.
func Cases(key string, message protoreflect.MessageDescriptor) (cases []Case) {
	walk(message, nil, func(text string) string { return "{" + text + "}" }, func(around func(string) string, field protoreflect.FieldDescriptor) {
		add := func(sort, text string) {
			cases = append(cases, Case{key, kind(field) + " " + sort, around(text), strings.HasPrefix(sort, both)})
		}
		name := field.JSONName()
		for _, value := range values(field) {
			add(value, name+": "+value)
		}
		usual := usual(field)
		for _, other := range []string{
			string(field.Name()), snake(name), strings.ToLower(name), strings.ToUpper(name[:1]) + name[1:], strings.ReplaceAll(string(field.Name()), "_", "-"), "\"" + name + "\"", name + "X",
		} {
			add("by another name", other+": "+usual)
		}
		if string(field.Name()) != name {
			add(both, name+": "+usual+", "+string(field.Name())+": "+usual)
			add(both+", one of them null", name+": null, "+string(field.Name())+": "+usual)
		}
	})
	return cases
}

// kind is what a field holds.
func kind(field protoreflect.FieldDescriptor) string {
	element, container := field, ""
	if field.IsMap() {
		element, container = field.MapValue(), "map of "
	} else if field.IsList() {
		container = "list of "
	}
	switch {
	case element.Kind() != protoreflect.MessageKind:
		return container + element.Kind().String()
	case strings.HasPrefix(string(element.Message().FullName()), "google.protobuf."):
		return container + string(element.Message().Name())
	default:
		return container + "message"
	}
}

// values are what a field is tried with: a list and a map with each spelling as an element too.
func values(field protoreflect.FieldDescriptor) (values []string) {
	values = append(values, spellings...)
	element := field
	around := func(text string) string { return "[" + text + "]" }
	if field.IsMap() {
		element = field.MapValue()
		around = func(text string) string { return "{key: " + text + "}" }
	}
	own := []string{usualElement(element)}
	if element.Enum() != nil {
		own = append(own, constants(element.Enum())...)
	}
	if !field.IsList() && !field.IsMap() {
		return append(values, own...)
	}
	for _, text := range append(own, spellings...) {
		values = append(values, around(text))
	}
	return values
}

// usual is a value that every reader takes.
func usual(field protoreflect.FieldDescriptor) string {
	switch {
	case field.IsMap():
		return "{key: " + usualElement(field.MapValue()) + "}"
	case field.IsList():
		return "[" + usualElement(field) + "]"
	default:
		return usualElement(field)
	}
}

func usualElement(field protoreflect.FieldDescriptor) string {
	switch field.Kind() {
	case protoreflect.BoolKind:
		return "true"
	case protoreflect.StringKind:
		return "text"
	case protoreflect.BytesKind:
		return "aGk="
	case protoreflect.EnumKind:
		return string(field.Enum().Values().Get(0).Name())
	case protoreflect.MessageKind:
		switch field.Message().FullName() {
		case "google.protobuf.Duration":
			return "5s"
		case "google.protobuf.BoolValue":
			return "true"
		case "google.protobuf.StringValue":
			return "text"
		case "google.protobuf.Struct":
			return "{a: b}"
		}
		if strings.HasPrefix(string(field.Message().FullName()), "google.protobuf.") {
			return "1"
		}
		return "{}"
	default:
		return "1"
	}
}

// walk visits every field once for each way that leads to it without a message twice.
func walk(
	message protoreflect.MessageDescriptor, within []protoreflect.FullName, around func(string) string,
	visit func(around func(string) string, field protoreflect.FieldDescriptor),
) {
	if slices.Contains(within, message.FullName()) {
		return
	}
	within = append(slices.Clone(within), message.FullName())
	for i := range message.Fields().Len() {
		field := message.Fields().Get(i)
		visit(around, field)
		element := field
		if field.IsMap() {
			element = field.MapValue()
		}
		if element.Kind() != protoreflect.MessageKind || strings.HasPrefix(string(element.Message().FullName()), "google.protobuf.") {
			continue
		}
		walk(element.Message(), within, func(text string) string {
			switch {
			case field.IsMap():
				return around(field.JSONName() + ": {key: {" + text + "}}")
			case field.IsList():
				return around(field.JSONName() + ": [{" + text + "}]")
			default:
				return around(field.JSONName() + ": {" + text + "}")
			}
		}, visit)
	}
}
