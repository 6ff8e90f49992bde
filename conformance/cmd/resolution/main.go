// Command resolution says what istiod's configuration of every proxy of a mesh shows about names, rules and policies.
//
//	resolution FILE|FOLDER...
//	resolution -random 200 -seed 1 -classes CLASSPATH [-keep FOLDER]
//
// Standard output has one line a fact, sorted; see dataplane.Resolution. With -random it makes meshes by chance and holds the library's facts against
// istiod's instead; exit status 1: they differ.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"policycortex.com/istio/conformance/internal/dataplane"
	"policycortex.com/istio/conformance/internal/istiolog"
	"policycortex.com/istio/conformance/internal/manifest"
	"policycortex.com/istio/conformance/internal/resolution"
)

func main() {
	random := flag.Int("random", 0, "how many meshes are made by chance")
	seed := flag.Uint64("seed", 1, "the number of the first of them")
	classes := flag.String("classes", "", "the class path of the library and its tests")
	kept := flag.String("keep", "", "a folder for the meshes that the two part on")
	flag.Parse()
	exitOn(istiolog.ToStandardError())
	if *random == 0 {
		lines, err := facts(flag.Args()...)
		for _, line := range lines {
			fmt.Println(line)
		}
		exitOn(err)
		return
	}
	different, err := compare(*random, *seed, *classes, *kept)
	exitOn(err)
	if different > 0 {
		os.Exit(1)
	}
}

func exitOn(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(2)
	}
}

func facts(paths ...string) ([]string, error) {
	documents, err := manifest.Read(paths...)
	if err != nil {
		return nil, err
	}
	return ask(documents)
}

func ask(documents []manifest.Document) ([]string, error) {
	mesh, err := dataplane.NewMesh(documents, `{"keys":[]}`)
	if err != nil {
		return nil, err
	}
	return mesh.Resolution()
}

// compare tells how many meshes the two part on.
func compare(count int, seed uint64, classes, kept string) (int, error) {
	var meshes []string
	for i := range count {
		meshes = append(meshes, resolution.Mesh(seed+uint64(i)))
	}
	ours, err := resolution.Ours(classes, meshes)
	if err != nil {
		return 0, err
	}
	different, said := 0, 0
	for i, text := range meshes {
		number := seed + uint64(i)
		theirs, err := ask(manifest.Split("mesh.yaml", text))
		if err != nil {
			return 0, fmt.Errorf("mesh %d: %w", number, err)
		}
		said += len(theirs)
		if slices.Equal(ours[i], theirs) {
			continue
		}
		different++
		fmt.Printf("mesh %d\n", number)
		for _, line := range without(theirs, ours[i]) {
			fmt.Println("  istiod only:      " + line)
		}
		for _, line := range without(ours[i], theirs) {
			fmt.Println("  the library only: " + line)
		}
		if kept != "" {
			if err := os.WriteFile(filepath.Join(kept, fmt.Sprintf("%d.yaml", number)), []byte(text), 0o644); err != nil {
				return 0, err
			}
		}
	}
	fmt.Printf("%d facts of %d meshes, made by chance from number %d on: %d meshes differ\n", said, count, seed, different)
	return different, nil
}

func without(all, others []string) []string {
	var left []string
	for _, line := range all {
		if !slices.Contains(others, line) {
			left = append(left, line)
		}
	}
	return left
}
