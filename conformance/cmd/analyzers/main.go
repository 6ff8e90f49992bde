// Command analyzers holds this library's analysis of whole meshes against that of istiod's own analyzers, with every kind enabled: what they find,
// we find on the same resource. See README.md.
//
//	analyzers -istio FOLDER -jar istio.jar -program Analyses.java -known analyzers.yaml [-mutants N -seeds 1,2 MESH.yaml|FOLDER...]
//
// The meshes are those of the tests of Istio's analyzers; with -mutants, changed copies of those, of Istio's samples, and of the meshes that are named.
//
// Exit status 1: there is a difference that the file of known ones does not explain.
package main

import (
	"flag"
	"fmt"
	"os"

	"policycortex.com/istio/conformance/internal/istiolog"
)

func main() {
	var o options
	flag.StringVar(&o.istio, "istio", "", "the folder of the istio module")
	flag.StringVar(&o.jar, "jar", "", "this library: dsl-cli/target/istio.jar")
	flag.StringVar(&o.program, "program", "", "the program that asks it: ours/Analyses.java")
	flag.StringVar(&o.known, "known", "", "the differences that are known: analyzers.yaml")
	flag.StringVar(&o.kept, "keep", "", "a folder for the meshes that the two part on")
	flag.StringVar(&o.only, "only", "", "only meshes whose name has this part")
	flag.BoolVar(&o.verbose, "v", false, "every finding of both")
	flag.Parse()
	exitOn(istiolog.ToStandardError())
	run, err := newRun(o)
	exitOn(err)
	exitOn(run.everything())
	if !run.report() {
		os.Exit(1)
	}
}

func exitOn(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(2)
	}
}
