// Command analyze asks Istio's analyzers about a whole mesh.
//
//	analyze [-istioctl PROGRAM | -from FILE|FOLDER]... [-allow allowed.yaml] FILE|FOLDER...
//
// Without -istioctl the analyzers run in this process, every kind enabled: services, namespaces, pods and secrets are known, from the
// files where they are there, by stand-ins where they are not. With it, that istioctl is asked, offline.
// With -from the states between that mesh and this one are judged, document after document, as kubectl applies them.
// The MeshConfig comes from the installation manifest, if one is among the files.
//
// Standard output has one JSON line a finding. Exit status 1: one of level warning or error is not on the allow list.
package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"

	"policycortex.com/istio/conformance/internal/analysis"
	"policycortex.com/istio/conformance/internal/finding"
	"policycortex.com/istio/conformance/internal/istiolog"
	"policycortex.com/istio/conformance/internal/manifest"
)

func main() {
	istioctl := flag.String("istioctl", "", "the istioctl to ask in place of the analyzers in this process")
	allowed := flag.String("allow", "", "the list of findings that are let pass")
	var from []string
	flag.Func("from", "a file or folder of the mesh before; may be repeated", func(path string) error {
		from = append(from, path)
		return nil
	})
	flag.Parse()
	objections, err := run(*istioctl, *allowed, from, flag.Args())
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(2)
	}
	if objections > 0 {
		os.Exit(1)
	}
}

func run(istioctl, allowed string, from, paths []string) (objections int, err error) {
	if err := istiolog.ToStandardError(); err != nil {
		return 0, err
	}
	list, err := finding.ReadAllowList(allowed)
	if err != nil {
		return 0, err
	}
	documents, err := manifest.Read(paths...)
	if err != nil {
		return 0, err
	}
	var findings []finding.Finding
	switch {
	case istioctl != "":
		findings, err = analysis.Istioctl(istioctl, documents)
	case len(from) > 0:
		var before []manifest.Document
		if before, err = manifest.Read(from...); err == nil {
			findings, err = analysis.Transition(before, documents)
		}
	default:
		findings, err = analysis.InProcess(documents)
	}
	if err != nil {
		return 0, err
	}
	list.Mark(findings)
	lines := json.NewEncoder(os.Stdout)
	lines.SetEscapeHTML(false)
	for _, f := range findings {
		if f.Allowed == "" && f.Severity != "info" {
			objections++
		}
		if err := lines.Encode(f); err != nil {
			return 0, err
		}
	}
	return objections, nil
}
