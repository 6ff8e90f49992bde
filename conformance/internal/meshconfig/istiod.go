package meshconfig

import (
	"google.golang.org/protobuf/proto"
	"google.golang.org/protobuf/reflect/protopath"
	"google.golang.org/protobuf/reflect/protorange"
	"google.golang.org/protobuf/reflect/protoreflect"
	meshconfig "istio.io/api/mesh/v1alpha1"
	"istio.io/istio/pkg/util/protomarshal"
)

// Keys are those of the ConfigMap, and what each holds.
var Keys = map[string]protoreflect.MessageDescriptor{
	"mesh":         (&meshconfig.MeshConfig{}).ProtoReflect().Descriptor(),
	"meshNetworks": (&meshconfig.MeshNetworks{}).ProtoReflect().Descriptor(),
}

func empty(key string) proto.Message {
	if key == "mesh" {
		return &meshconfig.MeshConfig{}
	}
	return &meshconfig.MeshNetworks{}
}

// Answer is what istiod's decoder says.
type Answer struct {
	Value   proto.Message // nil where it refuses
	Message string        // why it refuses
	Drops   string        // what it does not know and leaves out, if anything
}

// Istiod reads a text as istiod does: it leaves out what it does not know, and only its log says so.
func Istiod(key, text string) (answer Answer) {
	if err := protomarshal.ApplyYAMLStrict(text, empty(key)); err != nil {
		answer.Drops = err.Error()
	}
	value := empty(key)
	if err := protomarshal.ApplyYAML(text, value); err != nil {
		return Answer{Message: err.Error()}
	}
	answer.Value = value
	return answer
}

// HasUnknownConstant tells whether an enumeration's field has a number without a name: istiod keeps it.
func HasUnknownConstant(message proto.Message) bool {
	found := false
	_ = protorange.Range(message.ProtoReflect(), func(values protopath.Values) error {
		last := values.Index(-1)
		field := values.Index(-1).Step.FieldDescriptor
		if last.Step.Kind() == protopath.ListIndexStep {
			field = values.Index(-2).Step.FieldDescriptor
		} else if last.Step.Kind() != protopath.FieldAccessStep {
			return nil
		}
		number, is := last.Value.Interface().(protoreflect.EnumNumber)
		found = found || is && field().Enum().Values().ByNumber(number) == nil
		return nil
	})
	return found
}
