// Command samples asks this library about Istio's samples, each as a mesh: what it says of a valid mesh is true, and explained in a list.
//
//	samples -istio FOLDER -jar istio.jar -program Analyses.java -list samples.yaml [-v]
//
// Exit status 1: there is an error or a warning that the list does not explain, or the list explains what is not found.
package main

import (
	"cmp"
	"flag"
	"fmt"
	"maps"
	"os"
	"slices"

	"policycortex.com/istio/conformance/internal/analysis"
	"policycortex.com/istio/conformance/internal/meshes"
	"policycortex.com/istio/conformance/internal/ours"
)

func main() {
	istio := flag.String("istio", "", "the folder of the istio module")
	jar := flag.String("jar", "", "this library: dsl-cli/target/istio.jar")
	program := flag.String("program", "", "the program that asks it: ours/Analyses.java")
	file := flag.String("list", "", "the samples and what is said of them: samples.yaml")
	verbose := flag.Bool("v", false, "every finding")
	flag.Parse()
	good, err := run(*istio, *jar, *program, *file, *verbose)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(2)
	}
	if !good {
		os.Exit(1)
	}
}

func run(istio, jar, program, file string, verbose bool) (bool, error) {
	list, err := meshes.ReadSamples(file)
	if err != nil {
		return false, err
	}
	samples, err := meshes.Samples(istio, list)
	if err != nil {
		return false, err
	}
	library, err := ours.Start(jar, program)
	if err != nil {
		return false, err
	}
	questions := make([]analysis.Mesh, len(samples))
	for i, sample := range samples {
		questions[i] = sample.Mesh
	}
	answers, err := library.Analyze(questions)
	if err != nil {
		return false, err
	}
	counts := map[string]int{}
	unexplained := map[string]string{} // what is said, and of which mesh first
	for i, sample := range samples {
		if answers[i].Thrown != "" {
			unexplained["thrown: "+answers[i].Thrown] = sample.Name
		}
		for _, f := range answers[i].Findings {
			counts[f.Severity]++
			if verbose {
				fmt.Printf("%s: %s\n", sample.Name, f)
			}
			if f.Severity != "info" && !explained(list, sample, f) {
				counts["not explained"]++
				if text := f.String(); unexplained[text] == "" {
					unexplained[text] = sample.Name
				}
			}
		}
	}
	for _, text := range slices.SortedFunc(maps.Keys(unexplained), cmp.Compare) {
		fmt.Printf("not explained: %s\n    first in %s\n", text, unexplained[text])
	}
	unused := 0
	for _, e := range list.Explained {
		if !e.Used {
			unused++
			fmt.Printf("explained, and not found: %s of %q in %q\n", e.ID, e.Resource, e.Mesh)
		}
	}
	fmt.Printf("samples: %d meshes; %d errors, %d warnings, %d hints; %d not explained, %d explanations without use\n",
		len(samples), counts["error"], counts["warning"], counts["info"], counts["not explained"], unused)
	return len(unexplained) == 0 && unused == 0, library.Stop()
}

func explained(list *meshes.List, sample meshes.Mesh, f ours.MeshFinding) bool {
	for _, e := range list.Explained {
		if e.Explains(sample.Name, f.ID, f.Resource) {
			e.Used = true
			return true
		}
	}
	return false
}
