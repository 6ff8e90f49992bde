package main

import (
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/envoyproxy/protoc-gen-validate/validate"
	"google.golang.org/protobuf/proto"
	"google.golang.org/protobuf/reflect/protoreflect"
	"google.golang.org/protobuf/types/known/durationpb"
)

// rules are what Envoy demands of a field, as one word; empty if nothing.
func rules(field protoreflect.FieldDescriptor) string {
	all, _ := proto.GetExtension(field.Options(), validate.E_Rules).(*validate.FieldRules)
	if all == nil {
		return ""
	}
	var words []string
	collect("", all.ProtoReflect(), &words)
	if len(words) == 0 {
		return ""
	}
	slices.Sort(words)
	if field.HasOptionalKeyword() {
		words = append(words, "optional")
	}
	return strings.Join(words, ",")
}

// The type that a rule is for is the field's own, so only the rule is said; except for the parts of lists and maps.
func collect(prefix string, rules protoreflect.Message, words *[]string) {
	rules.Range(func(field protoreflect.FieldDescriptor, value protoreflect.Value) bool {
		name := string(field.Name())
		switch {
		case name == "items" || name == "keys" || name == "values":
			collect(name+".", value.Message(), words)
		case field.Message() != nil && field.Message().FullName() != "google.protobuf.Duration":
			collect(prefix, value.Message(), words)
		case field.IsList():
			var values []string
			for i := range value.List().Len() {
				values = append(values, text(field, value.List().Get(i)))
			}
			*words = append(*words, prefix+name+":"+strings.Join(values, "|"))
		case field.Kind() == protoreflect.BoolKind && name != "const" && name != "strict":
			if value.Bool() {
				*words = append(*words, prefix+name)
			}
		default:
			*words = append(*words, prefix+name+":"+text(field, value))
		}
		return true
	})
}

func text(field protoreflect.FieldDescriptor, value protoreflect.Value) string {
	switch field.Kind() {
	case protoreflect.MessageKind:
		duration, ok := value.Message().Interface().(*durationpb.Duration)
		if !ok {
			fmt.Fprintf(os.Stderr, "%s is a rule of a kind that is not known here\n", field.FullName())
			os.Exit(1)
		}
		return fmt.Sprint(duration.AsDuration().Nanoseconds())
	case protoreflect.EnumKind:
		return string(field.Enum().Values().ByNumber(value.Enum()).Name())
	case protoreflect.StringKind:
		return escape(value.String())
	default:
		return fmt.Sprint(value.Interface())
	}
}

// What parts rules or words is written as in a URL.
func escape(text string) string {
	var out strings.Builder
	for _, b := range []byte(text) {
		if b <= ' ' || b > '~' || strings.IndexByte("%,|+:", b) >= 0 {
			fmt.Fprintf(&out, "%%%02X", b)
		} else {
			out.WriteByte(b)
		}
	}
	return out.String()
}
