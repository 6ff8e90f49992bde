package tree

import (
	"reflect"
	"testing"

	"sigs.k8s.io/yaml"
)

func TestWhatIsWrittenReadsAsWritten(t *testing.T) {
	value := map[string]any{
		"on": "y", "list": []any{int64(1), "1", nil, true, 1.5, []any{}, map[string]any{}, []any{[]any{"a: b"}}},
		"plain": []any{"a b", "a:b", "null", "1e3", "1.2.3.4", "/a", "-a", ".5", "_", "e1", "Yes", ".", "a: b", "a #b", "a:"}, "nested": []any{map[string]any{"a": []any{map[string]any{"b": "c", "d": map[string]any{"e": "f"}}}}},
		"odd": map[string]any{"": "\"\\\n\t\x7f\u2028\ufeff☃😀", "#": "- x", "a\nb": "{{ .Values }}"},
	}
	document := Of(value)
	value["list"].([]any)[0] = 1.0
	for style := range Styles {
		var back map[string]any
		text := document.YAML(style)
		if err := yaml.UnmarshalStrict([]byte(text), &back); err != nil {
			t.Fatalf("%v in\n%s", err, text)
		}
		if !reflect.DeepEqual(value, back) {
			t.Errorf("got %v, want %v in\n%s", back, value, text)
		}
	}
}

func TestANameMayStandTwice(t *testing.T) {
	node := Object("a", 1)
	node.Fields = append(node.Fields, Field{"a", Of("2")})
	if got, want := node.YAML(Quoted), "\"a\": 1\n\"a\": \"2\"\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
