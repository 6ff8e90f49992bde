package main

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"

	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"
	"k8s.io/apimachinery/pkg/runtime"
	utilyaml "k8s.io/apimachinery/pkg/util/yaml"
	kjson "sigs.k8s.io/json"

	"policycortex.com/istio/conformance/internal/apiserver"
)

// kubernetes reads a stream as kubectl does, up to the first document that it refuses.
func kubernetes(text string) (objects []any, refusal error) {
	decoder := utilyaml.NewYAMLOrJSONDecoder(strings.NewReader(text), 4096)
	for {
		var raw runtime.RawExtension
		if err := decoder.Decode(&raw); errors.Is(err, io.EOF) {
			return objects, twice(text)
		} else if err != nil {
			return objects, err
		}
		raw.Raw = bytes.TrimSpace(raw.Raw)
		if len(raw.Raw) == 0 || bytes.Equal(raw.Raw, []byte("null")) {
			continue
		}
		object, _, err := unstructured.UnstructuredJSONScheme.Decode(raw.Raw, nil, nil)
		if err != nil {
			return objects, err
		}
		u, ok := object.(*unstructured.Unstructured)
		if !ok {
			return objects, fmt.Errorf("a list")
		}
		if u.GetAPIVersion() == "" {
			return objects, fmt.Errorf("no apiVersion")
		}
		var strict any
		if twice, err := kjson.UnmarshalStrict(raw.Raw, &strict); err != nil || len(twice) > 0 {
			return objects, fmt.Errorf("%v %v", err, twice)
		}
		objects = append(objects, u.Object)
	}
}

// twice says whether a name stands twice in an object, which the API server refuses of a text that it is sent as it is.
func twice(text string) error {
	reader := utilyaml.NewYAMLReader(bufio.NewReader(strings.NewReader(text)))
	for {
		document, err := reader.Read()
		if err != nil {
			return nil
		}
		if err := apiserver.Twice(string(document)); err != nil && strings.Contains(err.Error(), "already set in map") {
			return err
		}
	}
}
