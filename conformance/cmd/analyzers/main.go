// Command analyzers holds this library's analysis of whole meshes against that of istiod's own analyzers, with every kind enabled: what they find,
// we find on the same resource. See README.md.
//
//	analyzers -istio FOLDER -jar istio.jar -program Analyses.java -known analyzers.yaml -samples samples.yaml [-seeds 1,2] [-mutants N] [FOLDER...]
//
// The meshes are those of the tests of Istio's analyzers, Istio's samples, the folders that are named, and changed copies of the latter two.
//
// Exit status 1: there is a difference that the file of known ones does not explain.
package main

import (
	"flag"
	"fmt"
	"os"
	"strconv"
	"strings"

	"policycortex.com/istio/conformance/internal/istiolog"
)

func main() {
	var o options
	var seeds string
	flag.StringVar(&o.istio, "istio", "", "the folder of the istio module")
	flag.StringVar(&o.jar, "jar", "", "this library: dsl-cli/target/istio.jar")
	flag.StringVar(&o.program, "program", "", "the program that asks it: ours/Analyses.java")
	flag.StringVar(&o.known, "known", "", "the differences that are known: analyzers.yaml")
	flag.StringVar(&o.samples, "samples", "", "how Istio's samples make meshes: samples.yaml")
	flag.StringVar(&seeds, "seeds", "1", "seeds of mutations, separated by commas")
	flag.IntVar(&o.mutants, "mutants", 200, "changed meshes for each seed")
	flag.StringVar(&o.kept, "keep", "", "a folder for the meshes that the two part on")
	flag.StringVar(&o.only, "only", "", "only meshes whose name has this part")
	flag.BoolVar(&o.verbose, "v", false, "every finding of both")
	flag.Parse()
	o.trees = flag.Args()
	for _, text := range strings.Split(seeds, ",") {
		seed, err := strconv.ParseUint(text, 10, 64)
		exitOn(err)
		o.seeds = append(o.seeds, seed)
	}
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
