package main

import (
	"fmt"
	"os"
	"slices"
	"strings"

	"sigs.k8s.io/yaml"
)

// bound is a group of fields with values on both sides of a limit; see bounds.yaml.
type bound struct {
	Values []string
	Length int
	In     []struct {
		APIVersion, Kind string
		Specs            []string
	}
}

// bounds asks about each value in each field.
func (r *run) bounds(file string) error {
	text, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	var all []bound
	if err := yaml.UnmarshalStrict(text, &all); err != nil {
		return fmt.Errorf("%s: %w", file, err)
	}
	var questions []question
	for _, group := range all {
		values := group.Values
		if group.Length > 0 {
			values = texts(group.Length)
		}
		for _, in := range group.In {
			if r.kind != "" && r.kind != in.Kind {
				continue
			}
			for _, spec := range in.Specs {
				for i, value := range values {
					questions = append(questions, question{
						name: fmt.Sprintf("%s %s with value %d", in.Kind, spec, i),
						text: fmt.Sprintf("apiVersion: %s\nkind: %s\nmetadata: {name: a, namespace: b}\nspec: %s\n", in.APIVersion, in.Kind, strings.ReplaceAll(spec, "@", value)),
					})
				}
			}
		}
	}
	for part := range slices.Chunk(questions, batch) {
		if _, err := r.ask("at a limit", part); err != nil {
			return err
		}
	}
	return nil
}

// texts are about as long as a limit, be it one of bytes or of code points.
func texts(limit int) (all []string) {
	for _, letter := range []string{"a", "é", "😀"} {
		for _, count := range []int{limit / len(letter), limit} {
			for length := count - 1; length <= count+1; length++ {
				all = append(all, strings.Repeat(letter, length))
			}
		}
	}
	return all
}
