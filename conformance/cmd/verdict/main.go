// Command verdict says whether a cluster with Istio would take manifests of Istio's kinds.
//
//	verdict -crds crd-all.gen.yaml [-allow allowed.yaml] FILE|FOLDER...
//
// Standard output has one JSON line for each such document, the accepted ones too; see admission.Verdict for the fields. Kubernetes' own kinds
// are the API server's to judge and are left out. Exit status 1: a document is refused or warned of, and the allow list does not name it.
package main

import (
	"bufio"
	"encoding/json"
	"flag"
	"fmt"
	"os"

	"policycortex.com/istio/conformance/internal/admission"
	"policycortex.com/istio/conformance/internal/finding"
	"policycortex.com/istio/conformance/internal/istiolog"
	"policycortex.com/istio/conformance/internal/manifest"
)

type line struct {
	File      string `json:"file"`
	Document  int    `json:"document"`
	Line      int    `json:"line"`
	Kind      string `json:"kind"`
	Namespace string `json:"namespace,omitempty"`
	Name      string `json:"name"`
	admission.Verdict
	Allowed string `json:"allowed,omitempty"`
}

func main() {
	crds := flag.String("crds", "", "Istio's CRDs: manifests/charts/base/files/crd-all.gen.yaml of the istio module")
	allowed := flag.String("allow", "", "the list of findings that are let pass")
	flag.Parse()
	objections, err := run(*crds, *allowed, flag.Args())
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(2)
	}
	if objections > 0 {
		os.Exit(1)
	}
}

func run(crds, allowed string, paths []string) (objections int, err error) {
	if err := istiolog.ToStandardError(); err != nil {
		return 0, err
	}
	list, err := finding.ReadAllowList(allowed)
	if err != nil {
		return 0, err
	}
	judge, err := admission.NewJudge(crds)
	if err != nil {
		return 0, err
	}
	documents, err := manifest.Read(paths...)
	if err != nil {
		return 0, err
	}
	out := bufio.NewWriter(os.Stdout)
	lines := json.NewEncoder(out)
	lines.SetEscapeHTML(false)
	for _, document := range documents {
		if document.Error == nil && (!document.IsIstio() || document.IsInstallation()) {
			continue
		}
		verdict := judge.Judge(document)
		findings := findings(document, verdict)
		objections += list.Mark(findings)
		l := line{
			File: document.File, Document: document.Index, Line: document.Line,
			Kind: document.Object.GetKind(), Namespace: document.Object.GetNamespace(), Name: document.Object.GetName(), Verdict: verdict,
		}
		for _, f := range findings {
			l.Allowed += f.Allowed
		}
		if err := lines.Encode(l); err != nil {
			return 0, err
		}
	}
	return objections, out.Flush()
}

func findings(document manifest.Document, verdict admission.Verdict) (findings []finding.Finding) {
	for _, answer := range []struct{ judge, severity, message string }{
		{"schema", "error", verdict.Schema},
		{"istiod", "error", verdict.Decode},
		{"istiod", "error", verdict.Istio},
		{"istiod", "warning", verdict.Warnings},
	} {
		if answer.message != "" {
			findings = append(findings, finding.Finding{Judge: answer.judge, Severity: answer.severity, Resource: document.String(), Message: answer.message})
		}
	}
	return findings
}
