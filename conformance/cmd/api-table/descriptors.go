package main

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"google.golang.org/protobuf/proto"
	"google.golang.org/protobuf/reflect/protodesc"
	"google.golang.org/protobuf/reflect/protoreflect"
	"google.golang.org/protobuf/reflect/protoregistry"
	"google.golang.org/protobuf/types/descriptorpb"

	// What Istio's descriptors stand on.
	_ "google.golang.org/genproto/googleapis/api/annotations"
	_ "google.golang.org/protobuf/types/known/anypb"
	_ "google.golang.org/protobuf/types/known/durationpb"
	_ "google.golang.org/protobuf/types/known/structpb"
	_ "google.golang.org/protobuf/types/known/timestamppb"
	_ "google.golang.org/protobuf/types/known/wrapperspb"
)

// readMesh reads MeshConfig and MeshNetworks from the descriptors that the generated Go of a release holds. The code itself cannot be compiled
// beside that of another release: both would register the same messages.
func readMesh(dir string) (map[string]*kind, error) {
	files := &fileSet{dir: dir, read: map[string]protoreflect.FileDescriptor{}}
	kinds := map[string]*kind{}
	for _, one := range []struct{ message, file string }{{"MeshConfig", "config"}, {"MeshNetworks", "network"}} {
		file, err := files.FindFileByPath("mesh/v1alpha1/" + one.file + ".proto")
		if err != nil {
			return nil, err
		}
		message := file.Messages().ByName(protoreflect.Name(one.message))
		if message == nil {
			return nil, fmt.Errorf("there is no message %s", one.message)
		}
		read := &kind{name: one.message}
		walkMessage("", message, nil, &read.fields)
		kinds[one.message] = read
	}
	return kinds, nil
}

// fileSet finds Istio's files in a release and all others in the program.
type fileSet struct {
	dir  string
	read map[string]protoreflect.FileDescriptor
}

func (s *fileSet) FindFileByPath(path string) (protoreflect.FileDescriptor, error) {
	if read, ok := s.read[path]; ok {
		return read, nil
	}
	if strings.HasPrefix(path, "google/") {
		return protoregistry.GlobalFiles.FindFileByPath(path)
	}
	if strings.HasPrefix(path, "k8s.io/") {
		return nil, protoregistry.NotFound // a placeholder will do; see kubernetesSelector
	}
	raw, err := rawDescriptor(filepath.Join(s.dir, strings.TrimSuffix(path, ".proto")+".pb.go"))
	if err != nil {
		return nil, err
	}
	var described descriptorpb.FileDescriptorProto
	if err := proto.Unmarshal(raw, &described); err != nil {
		return nil, err
	}
	file, err := protodesc.FileOptions{AllowUnresolvable: true}.New(&described, s)
	if err != nil {
		return nil, err
	}
	s.read[path] = file
	return file, nil
}

func (s *fileSet) FindDescriptorByName(name protoreflect.FullName) (protoreflect.Descriptor, error) {
	for _, file := range s.read {
		if found := inFile(file, name); found != nil {
			return found, nil
		}
	}
	return protoregistry.GlobalFiles.FindDescriptorByName(name)
}

func inFile(file protoreflect.FileDescriptor, name protoreflect.FullName) protoreflect.Descriptor {
	var found protoreflect.Descriptor
	var in func(messages protoreflect.MessageDescriptors, enums protoreflect.EnumDescriptors)
	in = func(messages protoreflect.MessageDescriptors, enums protoreflect.EnumDescriptors) {
		for i := range enums.Len() {
			if enums.Get(i).FullName() == name {
				found = enums.Get(i)
			}
		}
		for i := range messages.Len() {
			if messages.Get(i).FullName() == name {
				found = messages.Get(i)
			}
			in(messages.Get(i).Messages(), messages.Get(i).Enums())
		}
	}
	in(file.Messages(), file.Enums())
	return found
}

// rawDescriptor finds the variable or constant …_rawDesc, a list of bytes or a text.
func rawDescriptor(path string) ([]byte, error) {
	file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.SkipObjectResolution)
	if err != nil {
		return nil, err
	}
	for _, declaration := range file.Decls {
		general, ok := declaration.(*ast.GenDecl)
		if !ok {
			continue
		}
		for _, spec := range general.Specs {
			value, ok := spec.(*ast.ValueSpec)
			if ok && len(value.Names) == 1 && len(value.Values) == 1 && strings.HasSuffix(value.Names[0].Name, "_proto_rawDesc") {
				return literal(value.Values[0])
			}
		}
	}
	return nil, fmt.Errorf("%s has no descriptor", path)
}

func literal(of ast.Expr) ([]byte, error) {
	switch of := of.(type) {
	case *ast.BasicLit:
		if of.Kind == token.STRING {
			text, err := strconv.Unquote(of.Value)
			return []byte(text), err
		}
		number, err := strconv.ParseUint(of.Value, 0, 8)
		return []byte{byte(number)}, err
	case *ast.BinaryExpr:
		left, err := literal(of.X)
		if err != nil {
			return nil, err
		}
		right, err := literal(of.Y)
		return append(left, right...), err
	case *ast.CompositeLit:
		bytes := make([]byte, 0, len(of.Elts))
		for _, element := range of.Elts {
			one, err := literal(element)
			if err != nil {
				return nil, err
			}
			bytes = append(bytes, one...)
		}
		return bytes, nil
	}
	return nil, fmt.Errorf("a descriptor is no %T", of)
}

func walkMessage(path string, message protoreflect.MessageDescriptor, above []protoreflect.FullName, into *[]field) {
	if slices.Contains(above, message.FullName()) {
		return
	}
	above = append(slices.Clone(above), message.FullName())
	for i := range message.Fields().Len() {
		one := message.Fields().Get(i)
		row := field{path: strings.TrimPrefix(path+"."+one.JSONName(), "."), oneof: armsOf(one)}
		value, inner := one, row.path
		switch {
		case one.IsMap():
			row.kind = "object"
			*into = append(*into, row)
			value, inner = one.MapValue(), row.path+".*"
			row = field{path: inner}
		case one.IsList():
			row.kind = "array"
			*into = append(*into, row)
			inner = row.path + "[]"
			row = field{path: inner}
		}
		describe(value, &row)
		*into = append(*into, row)
		if value.Message() != nil && value.Message().FullName() == kubernetesSelector {
			for _, row := range selectorFields {
				row.path = inner + row.path
				*into = append(*into, row)
			}
		} else if value.Message() != nil && row.kind == "object" && !row.open {
			walkMessage(inner, value.Message(), above, into)
		}
	}
}

// kubernetesSelector was part of MeshConfig before Istio had a copy of its own. Kubernetes registers no descriptor of it.
const kubernetesSelector = "k8s.io.apimachinery.pkg.apis.meta.v1.LabelSelector"

var selectorFields = []field{
	{path: ".matchLabels", kind: "object"},
	{path: ".matchLabels.*", kind: "string"},
	{path: ".matchExpressions", kind: "array"},
	{path: ".matchExpressions[]", kind: "object"},
	{path: ".matchExpressions[].key", kind: "string"},
	{path: ".matchExpressions[].operator", kind: "string"},
	{path: ".matchExpressions[].values", kind: "array"},
	{path: ".matchExpressions[].values[]", kind: "string"},
}

func armsOf(one protoreflect.FieldDescriptor) string {
	oneof := one.ContainingOneof()
	if oneof == nil || oneof.IsSynthetic() || oneof.Fields().Len() < 2 {
		return ""
	}
	var arms []string
	for i := range oneof.Fields().Len() {
		arms = append(arms, oneof.Fields().Get(i).JSONName())
	}
	slices.Sort(arms)
	return strings.Join(arms, "|")
}

// describe says what protobuf's JSON has for a value.
func describe(value protoreflect.FieldDescriptor, row *field) {
	switch value.Kind() {
	case protoreflect.BoolKind:
		row.kind = "boolean"
	case protoreflect.StringKind, protoreflect.BytesKind:
		row.kind = "string"
	case protoreflect.FloatKind, protoreflect.DoubleKind:
		row.kind = "number"
	case protoreflect.EnumKind:
		row.kind = "string"
		for i := range value.Enum().Values().Len() {
			row.constant = append(row.constant, string(value.Enum().Values().Get(i).Name()))
		}
	case protoreflect.MessageKind:
		switch value.Message().FullName() {
		case "google.protobuf.Duration":
			row.kind, row.limits = "string", []string{"format=duration"}
		case "google.protobuf.Struct":
			row.kind, row.open = "object", true
		case "google.protobuf.BoolValue":
			row.kind = "boolean"
		case "google.protobuf.StringValue":
			row.kind = "string"
		case "google.protobuf.FloatValue", "google.protobuf.DoubleValue":
			row.kind = "number"
		case "google.protobuf.Int32Value", "google.protobuf.Int64Value", "google.protobuf.UInt32Value", "google.protobuf.UInt64Value":
			row.kind = "integer"
		default:
			row.kind = "object"
		}
	default:
		row.kind = "integer"
	}
}
