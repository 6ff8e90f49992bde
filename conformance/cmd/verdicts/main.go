// Command verdicts holds this library's verdict on manifests against that of the real API server's schemas and the real istiod: over the documents
// that Istio keeps, over such with one to three things broken, and over random ones. See README.md.
//
//	verdicts -istio FOLDER -crds crd-all.gen.yaml -jar istio.jar -program Verdicts.java -known verdicts.yaml [-seeds 1,2] [-mutants N] [-random N]
//
// Exit status 1: there is a difference that the file of known ones does not explain, or a message of Istio's that nothing provoked though it should.
package main

import (
	"flag"
	"fmt"
	"os"
	"strconv"
	"strings"

	"sigs.k8s.io/yaml"

	"policycortex.com/istio/conformance/internal/comparison"
	"policycortex.com/istio/conformance/internal/istiolog"
)

type options struct {
	istio, crds, jar, program, known, kept, also, examples, combinations, kubernetesBases, only, kind, testClasses, habits, limits string
	seeds                                                                                                                          []uint64
	mutants, random, combined, model, server                                                                                       int
	quiet, every                                                                                                                   bool
}

func main() {
	var o options
	var seeds string
	flag.StringVar(&o.istio, "istio", "", "the folder of the istio module")
	flag.StringVar(&o.crds, "crds", "", "Istio's CRDs: manifests/charts/base/files/crd-all.gen.yaml of that module")
	flag.StringVar(&o.jar, "jar", "", "this library: dsl-cli/target/istio.jar")
	flag.StringVar(&o.program, "program", "", "the program that asks it: ours/Verdicts.java")
	flag.StringVar(&o.known, "known", "", "what is known of warnings and messages: verdicts.yaml")
	flag.StringVar(&o.kept, "keep", "", "a folder for the documents that the verdicts part on")
	flag.StringVar(&o.examples, "examples", "", "the folder of the examples of the library's rules")
	flag.StringVar(&o.also, "also", "", "a folder with more documents to judge")
	flag.StringVar(&o.kubernetesBases, "kubernetes", "", "a folder with manifests of Kubernetes' own kinds: these are broken instead, and the running API server is asked")
	flag.StringVar(&seeds, "seeds", "1", "seeds of mutations, separated by commas")
	flag.StringVar(&o.kind, "kind", "", "documents of one kind are broken and made, instead of all")
	flag.StringVar(&o.only, "only", "", "one kind of mutation, instead of all")
	flag.IntVar(&o.mutants, "mutants", 10000, "broken documents for each seed")
	flag.IntVar(&o.random, "random", 2000, "random documents for each seed")
	flag.StringVar(&o.combinations, "combinations", "", "templates of manifests: combinations.yaml")
	flag.IntVar(&o.combined, "combined", 5000, "manifests made of the templates for each seed")
	flag.IntVar(&o.server, "server", 0, "the port of a running API server (conformance/cluster) that is asked too, whether it says what the schemas say")
	flag.IntVar(&o.model, "model", 0, "random values of the library's model for each seed")
	flag.StringVar(&o.limits, "bounds", "", "fields with values at their limits: bounds.yaml")
	flag.StringVar(&o.habits, "people", "", "what people write beside what is good: people.yaml")
	flag.StringVar(&o.testClasses, "classes", "", "the class path of the library and its tests, which make them")
	flag.BoolVar(&o.every, "every", false, "each field of each kind is given each value that its schema makes worth a look; for the first seed")
	flag.BoolVar(&o.quiet, "quiet", false, "only differences and the summary")
	flag.Parse()
	for _, text := range strings.Split(seeds, ",") {
		seed, err := strconv.ParseUint(text, 10, 64)
		exitOn(err)
		o.seeds = append(o.seeds, seed)
	}
	exitOn(istiolog.ToStandardError())
	known, err := readKnown(o.known)
	exitOn(err)
	run, err := newRun(o, known)
	exitOn(err)
	exitOn(run.everything())
	if !run.report() {
		os.Exit(1)
	}
}

// known is what the file says.
type known struct {
	comparison.Warnings
	Unreachable []unreachable
}

// unreachable are messages that no document provokes: some, or all of some functions.
type unreachable struct {
	Messages, Functions []string
	Reason              string
}

func readKnown(file string) (*known, error) {
	text, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	known := &known{}
	if err := yaml.UnmarshalStrict(text, known); err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	return known, known.Compile()
}

func exitOn(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(2)
	}
}
