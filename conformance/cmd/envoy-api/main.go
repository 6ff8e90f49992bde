// Command envoy-api prints the messages that istiod knows by name, with their fields and with what Envoy demands of them (the rules of
// protoc-gen-validate): what the value of an EnvoyFilter may consist of. The library keeps the table as a resource; its head says how it reads.
//
//	envoy-api > ../dsl-core/src/main/resources/com/policycortex/istio/validation/envoy-api.txt
package main

import (
	"bufio"
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"

	udpa "github.com/cncf/xds/go/udpa/annotations"
	"github.com/envoyproxy/protoc-gen-validate/validate"
	"google.golang.org/protobuf/proto"
	"google.golang.org/protobuf/reflect/protoreflect"
	"google.golang.org/protobuf/reflect/protoregistry"

	_ "policycortex.com/istio/conformance/internal/admission"
)

const head = `# Messages of protobuf that istiod knows by name, made by conformance/cmd/envoy-api from the release in conformance/go.mod.
# M NAME                    a message
# NAME TYPE [JSON-NAME] [@N] [=RULE,...] a field of it; the name in JSON is given where it is not the usual one; N: which oneof it belongs to;
#                           a rule is one of protoc-gen-validate, NAME[:VALUE], of the items of a list or map after items. keys. values.;
#                           "optional": the field is not judged where it is not set
# @N NAME                   a oneof of which one must be set
# E NAME CONSTANT[:NUMBER]... an enumeration; numbers are given where they are not one more than the one before, from 0
# Types: s text, y bytes, b truth, i int32, l int64, u uint32, w uint64, f float, d double, eNAME enumeration, mNAME message;
# before it * list, % and the key's type: map, ! required.
`

func main() {
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	fmt.Fprint(out, head)
	enums := map[string]protoreflect.EnumDescriptor{}
	for _, message := range messages() {
		if frozen(message) {
			fmt.Fprintf(os.Stderr, "%s is frozen: istiod warns of it now, and the library should\n", message.FullName())
			os.Exit(1)
		}
		fmt.Fprintf(out, "M %s\n", message.FullName())
		for i := range message.Fields().Len() {
			field := message.Fields().Get(i)
			fmt.Fprintf(out, "%s %s", name(field), fieldType(field, enums))
			if field.JSONName() != camel(string(field.Name())) {
				fmt.Fprintf(out, " %s", field.JSONName())
			}
			if oneof := field.ContainingOneof(); oneof != nil && !oneof.IsSynthetic() {
				fmt.Fprintf(out, " @%d", oneof.Index())
			}
			if rules := rules(field); rules != "" {
				fmt.Fprintf(out, " =%s", rules)
			}
			fmt.Fprintln(out)
		}
		for i := range message.Oneofs().Len() {
			oneof := message.Oneofs().Get(i)
			if required, _ := proto.GetExtension(oneof.Options(), validate.E_Required).(bool); required {
				fmt.Fprintf(out, "@%d %s\n", i, oneof.Name())
			}
		}
	}
	for _, enum := range slices.Sorted(maps.Keys(enums)) {
		fmt.Fprintf(out, "E %s", enum)
		next := protoreflect.EnumNumber(0)
		for i := range enums[enum].Values().Len() {
			constant := enums[enum].Values().Get(i)
			fmt.Fprintf(out, " %s", constant.Name())
			if constant.Number() != next {
				fmt.Fprintf(out, ":%d", constant.Number())
			}
			next = constant.Number() + 1
		}
		fmt.Fprintln(out)
	}
}

func messages() (all []protoreflect.MessageDescriptor) {
	protoregistry.GlobalTypes.RangeMessages(func(message protoreflect.MessageType) bool {
		all = append(all, message.Descriptor())
		return true
	})
	slices.SortFunc(all, func(a, b protoreflect.MessageDescriptor) int {
		return strings.Compare(string(a.FullName()), string(b.FullName()))
	})
	return all
}

// Of a frozen package istiod says that it is deprecated; no such package was left when this was written.
func frozen(message protoreflect.MessageDescriptor) bool {
	options := message.ParentFile().Options()
	if !proto.HasExtension(options, udpa.E_FileStatus) {
		return false
	}
	status, _ := proto.GetExtension(options, udpa.E_FileStatus).(*udpa.StatusAnnotation)
	return status.GetPackageVersionStatus() == udpa.PackageVersionStatus_FROZEN
}

func name(field protoreflect.FieldDescriptor) string {
	if field.Kind() == protoreflect.GroupKind {
		return string(field.Message().Name())
	}
	return string(field.Name())
}

// camel is the name in JSON that protobuf gives by default.
func camel(name string) string {
	var out strings.Builder
	upper := false
	for _, r := range name {
		switch {
		case r == '_':
			upper = true
		case upper:
			out.WriteString(strings.ToUpper(string(r)))
			upper = false
		default:
			out.WriteRune(r)
		}
	}
	return out.String()
}

func fieldType(field protoreflect.FieldDescriptor, enums map[string]protoreflect.EnumDescriptor) string {
	switch {
	case field.IsMap():
		return "%" + kind(field.MapKey(), enums) + kind(field.MapValue(), enums)
	case field.IsList():
		return "*" + kind(field, enums)
	case field.Cardinality() == protoreflect.Required:
		return "!" + kind(field, enums)
	default:
		return kind(field, enums)
	}
}

func kind(field protoreflect.FieldDescriptor, enums map[string]protoreflect.EnumDescriptor) string {
	switch field.Kind() {
	case protoreflect.StringKind:
		return "s"
	case protoreflect.BytesKind:
		return "y"
	case protoreflect.BoolKind:
		return "b"
	case protoreflect.Int32Kind, protoreflect.Sint32Kind, protoreflect.Sfixed32Kind:
		return "i"
	case protoreflect.Int64Kind, protoreflect.Sint64Kind, protoreflect.Sfixed64Kind:
		return "l"
	case protoreflect.Uint32Kind, protoreflect.Fixed32Kind:
		return "u"
	case protoreflect.Uint64Kind, protoreflect.Fixed64Kind:
		return "w"
	case protoreflect.FloatKind:
		return "f"
	case protoreflect.DoubleKind:
		return "d"
	case protoreflect.EnumKind:
		enums[string(field.Enum().FullName())] = field.Enum()
		return "e" + string(field.Enum().FullName())
	default:
		return "m" + string(field.Message().FullName())
	}
}
