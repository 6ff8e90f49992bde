package apiserver

import (
	gojson "encoding/json"
	"errors"
	"fmt"
	"regexp"
	"strings"

	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"
	"k8s.io/apimachinery/pkg/util/json"
	strictjson "sigs.k8s.io/json"
	"sigs.k8s.io/yaml"
)

// Read makes an object of a text as kubectl does, and refuses a name that stands twice in one object, as the API server does of a body in YAML.
func Read(text string) (*unstructured.Unstructured, error) {
	raw, twice, err := toJSON(text)
	if err != nil {
		return nil, err
	}
	object := &unstructured.Unstructured{}
	if err := json.Unmarshal(raw, &object.Object); err != nil {
		return nil, err
	}
	return object, twice
}

// toJSON makes what kubectl sends of a text, and tells of a name that stands twice. 80.0 is 80 there, of JSON too.
func toJSON(text string) (raw []byte, twice, err error) {
	if gojson.Valid([]byte(text)) { // else it may be YAML all the same
		var value any
		repeated, err := strictjson.UnmarshalStrict([]byte(text), &value)
		if err != nil {
			return nil, nil, err // a number that is too large
		}
		raw, err = json.Marshal(value)
		return raw, errors.Join(repeated...), err
	}
	if raw, err = yaml.YAMLToJSON([]byte(text)); err != nil {
		return nil, nil, err
	}
	return raw, Twice(text), nil
}

var merge = regexp.MustCompile(`(^|[\s{,])<<(\s*:)`)

// Twice is the error about a name that is written twice in one object of a document. The API server says the same of a name that a merge brings
// and that stands beside it too, of a body in YAML; kubectl, which sends JSON, takes whatever stands later.
func Twice(document string) error {
	_, err := yaml.YAMLToJSONStrict([]byte(document))
	if err == nil || !strings.Contains(err.Error(), alreadySet) || !strings.Contains(document, "<<") {
		return err
	}
	count := 0
	_, again := yaml.YAMLToJSONStrict([]byte(merge.ReplaceAllStringFunc(document, func(found string) string {
		count++
		return strings.Replace(found, "<<", fmt.Sprintf("merge-%d", count), 1)
	})))
	if again == nil {
		return nil
	}
	return err
}

const alreadySet = "already set in map"
