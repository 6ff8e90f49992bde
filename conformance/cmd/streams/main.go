// Command streams puts streams of YAML and JSON to the decoder that kubectl reads files with, and to this library: odd separators, directives, escapes,
// headers of block texts, flow collections, comments, tabs.
//
//	streams [-n 20000] [-seed 1] [-all] -jar istio.jar -program ours/Streams.java
//
// It prints the first stream of each sort of difference, and the counts. Exit status 1: the library takes what kubectl refuses, reads another value, or
// refuses what kubectl takes though nothing would be lost: it does refuse what stands behind the end of a document, which kubectl leaves out.
package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"maps"
	"os"
	"regexp"
	"slices"

	"policycortex.com/istio/conformance/internal/ours"
)

// answer is the library's answer to one stream.
type answer struct {
	Manifests []any    `json:"manifests"`
	Errors    []string `json:"errors"`
	Thrown    string   `json:"thrown"`
}

func main() {
	jar := flag.String("jar", "", "the library")
	program := flag.String("program", "", "Streams.java")
	count := flag.Int("n", 20000, "how many streams")
	seed := flag.Int64("seed", 1, "of the first")
	each := flag.Int("each", 1, "print so many of each sort of difference")
	file := flag.String("file", "", "put this file alone")
	flag.Parse()
	differences, err := run(*jar, *program, *file, *seed, *count, *each)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(2)
	}
	if differences > 0 {
		os.Exit(1)
	}
}

func run(jar, program, file string, seed int64, count, each int) (int, error) {
	texts := make([]string, count)
	for i := range texts {
		texts[i] = generate(seed + int64(i))
	}
	if file != "" {
		text, err := os.ReadFile(file)
		if err != nil {
			return 0, err
		}
		texts = []string{string(text)}
	}
	questions := make([][]string, len(texts))
	for i, text := range texts {
		questions[i] = []string{text}
	}
	answers, err := ours.Answers[answer](jar, program, questions)
	if err != nil {
		return 0, err
	}
	counts, printed := map[string]int{}, map[string]int{}
	differences := 0
	for i, text := range texts {
		sort, reason := compare(text, answers[i])
		counts[sort]++
		if reason == "" {
			continue
		}
		differences++
		name := sort + ": " + places.ReplaceAllString(reason, "")
		if printed[name]++; printed[name] <= each {
			objects, refusal := kubernetes(text)
			fmt.Printf("%s\n    seed %d: %q\n    kubectl: %s %v\n    ours: %s %v %s\n", name, seed+int64(i), text, print(objects), refusal,
				print(answers[i].Manifests), answers[i].Errors, answers[i].Thrown)
		}
	}
	fmt.Printf("%d streams", len(texts))
	for _, name := range slices.Sorted(maps.Keys(counts)) {
		fmt.Printf(", %d %s", counts[name], name)
	}
	fmt.Println()
	return differences, nil
}

// What stands behind the end of a document, and what kubectl itself does not look at.
var (
	behindEnd = regexp.MustCompile("a second document begins here|takes no directive")
	ofFields  = regexp.MustCompile("^YAML-(UNKNOWN-FIELD|MISSING-FIELD) ")
	// Where a mark of byte order begins a line that is not the first, Go's YAML loses the letters at the beginning of lines after it.
	mark = regexp.MustCompile("^YAML-CHARACTER .* a mark of byte order stands here")
)

var places = regexp.MustCompile(`\d+|'.'`)

func compare(text string, our answer) (sort, reason string) {
	objects, refusal := kubernetes(text)
	switch {
	case our.Thrown != "":
		return "thrown", our.Thrown
	case refusal != nil && len(our.Errors) > 0:
		return "refused by both", ""
	case refusal != nil && len(our.Manifests) == 0 && len(objects) == 0:
		return "no manifest for either", ""
	case refusal != nil:
		return "taken by us only", refusal.Error()
	case len(our.Errors) > 0 && all(our.Errors, ofFields):
		return "refused by us for fields that the API server refuses", ""
	case len(our.Errors) > 0 && all(our.Errors, behindEnd, mark, ofFields):
		return "refused by us for what would be lost", ""
	case len(our.Errors) > 0:
		return "refused by us only", our.Errors[0]
	case print(objects) != print(our.Manifests):
		return "another value", print(objects)
	}
	return "read alike", ""
}

// all tells whether each error is of one of the sorts.
func all(errors []string, sorts ...*regexp.Regexp) bool {
	return !slices.ContainsFunc(errors, func(e string) bool {
		return !slices.ContainsFunc(sorts, func(sort *regexp.Regexp) bool { return sort.MatchString(e) })
	})
}

func print(objects []any) string {
	text, err := json.Marshal(objects)
	if err != nil {
		return err.Error()
	}
	var value []any
	if err := json.Unmarshal(text, &value); err != nil {
		return err.Error()
	}
	alike(value)
	text, err = json.Marshal(withoutSign(value))
	if err != nil {
		return err.Error()
	}
	if len(value) == 0 {
		return "nothing"
	}
	return string(text)
}

// alike leaves out null metadata, as the API server does, for the library keeps none.
func alike(objects []any) {
	for _, object := range objects {
		fields, _ := object.(map[string]any)
		metadata, isMap := fields["metadata"].(map[string]any)
		maps.DeleteFunc(metadata, func(_ string, value any) bool { return value == nil })
		if _, has := fields["metadata"]; has && len(metadata) == 0 && (isMap || fields["metadata"] == nil) {
			delete(fields, "metadata")
		}
	}
}

// withoutSign makes 0 of -0: they are the same number, and only a float has both.
func withoutSign(value any) any {
	switch v := value.(type) {
	case []any:
		for i := range v {
			v[i] = withoutSign(v[i])
		}
	case map[string]any:
		for name := range v {
			v[name] = withoutSign(v[name])
		}
	case float64:
		return v + 0
	}
	return value
}
