// Command streams puts streams of YAML and JSON to the decoder that kubectl reads files with, and to this library: odd separators, directives, escapes,
// headers of block texts, flow collections, comments, tabs.
//
//	streams [-n 20000] [-seed 1] [-all] -jar istio.jar -program ours/Streams.java
//
// It prints the first stream of each sort of difference, and the counts. Exit status 1: the library takes what kubectl refuses, reads another value, or
// refuses what kubectl takes though nothing would be lost: it does refuse what stands behind the end of a document, which kubectl leaves out.
package main

import (
	"bufio"
	"encoding/binary"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"maps"
	"os"
	"os/exec"
	"regexp"
	"slices"
)

// ours is the library's answer to one stream.
type ours struct {
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
	answers, err := ask(jar, program, texts)
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
			fmt.Printf("%s\n    seed %d: %q\n    ours: %v %v %s\n", name, seed+int64(i), text, print(answers[i].Manifests), answers[i].Errors, answers[i].Thrown)
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
)

var places = regexp.MustCompile(`\d+|'.'`)

func compare(text string, ours ours) (sort, reason string) {
	objects, refusal := kubernetes(text)
	switch {
	case ours.Thrown != "":
		return "thrown", ours.Thrown
	case refusal != nil && len(ours.Errors) > 0:
		return "refused by both", ""
	case refusal != nil && len(ours.Manifests) == 0 && len(objects) == 0:
		return "no manifest for either", ""
	case refusal != nil:
		return "taken by us only", refusal.Error()
	case len(ours.Errors) > 0 && !slices.ContainsFunc(ours.Errors, func(e string) bool { return !behindEnd.MatchString(e) }):
		return "refused by us for what would be lost", ""
	case len(ours.Errors) > 0 && !slices.ContainsFunc(ours.Errors, func(e string) bool { return !ofFields.MatchString(e) }):
		return "refused by us for fields that the API server refuses", ""
	case len(ours.Errors) > 0:
		return "refused by us only", ours.Errors[0]
	case print(objects) != print(ours.Manifests):
		return "another value", fmt.Sprint("kubectl: ", print(objects))
	}
	return "read alike", ""
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
	text, err = json.Marshal(withoutSign(value))
	if err != nil {
		return err.Error()
	}
	if len(value) == 0 {
		return "nothing"
	}
	return string(text)
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

func ask(jar, program string, texts []string) ([]ours, error) {
	command := exec.Command("java", "-Xmx1g", "-XX:+UseSerialGC", "--class-path", jar, program)
	command.Stderr = os.Stderr
	in, err := command.StdinPipe()
	if err != nil {
		return nil, err
	}
	out, err := command.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := command.Start(); err != nil {
		return nil, err
	}
	go func() {
		to := bufio.NewWriterSize(in, 1<<16)
		for _, text := range texts {
			_ = binary.Write(to, binary.BigEndian, uint32(len(text)))
			_, _ = io.WriteString(to, text)
		}
		_ = to.Flush()
		_ = in.Close()
	}()
	lines := json.NewDecoder(bufio.NewReaderSize(out, 1<<20))
	answers := make([]ours, len(texts))
	for i := range answers {
		if err := lines.Decode(&answers[i]); err != nil {
			return nil, fmt.Errorf("the library stopped after %d streams: %w", i, err)
		}
	}
	return answers, command.Wait()
}
