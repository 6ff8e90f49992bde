// Command resolution says what istiod's configuration of every proxy of a mesh shows about names, rules and policies.
//
//	resolution FILE|FOLDER...
//
// Standard output has one line a fact, sorted; see dataplane.Resolution.
package main

import (
	"fmt"
	"os"

	"policycortex.com/istio/conformance/internal/dataplane"
	"policycortex.com/istio/conformance/internal/istiolog"
	"policycortex.com/istio/conformance/internal/manifest"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(2)
	}
}

func run(paths []string) error {
	if err := istiolog.ToStandardError(); err != nil {
		return err
	}
	documents, err := manifest.Read(paths...)
	if err != nil {
		return err
	}
	mesh, err := dataplane.NewMesh(documents, `{"keys":[]}`)
	if err != nil {
		return err
	}
	lines, err := mesh.Resolution()
	for _, line := range lines {
		fmt.Println(line)
	}
	return err
}
