package ours

import (
	"fmt"
	"strconv"
	"strings"

	"policycortex.com/istio/conformance/internal/analysis"
)

// MeshFinding is a finding about a mesh.
type MeshFinding struct {
	Source   string   `json:"source"` // READER, RULE, CHECK
	Severity string   `json:"severity"`
	ID       string   `json:"id"`
	Codes    []string `json:"codes,omitempty"` // what istioctl calls it
	Resource string   `json:"resource"`
	Related  []string `json:"related,omitempty"`
	Path     string   `json:"path,omitempty"`
	Message  string   `json:"message"`
}

func (f MeshFinding) String() string {
	return strings.TrimSpace(fmt.Sprintf("%s %s %s %s: %s", f.Severity, f.ID, f.Resource, f.Path, f.Message))
}

// MeshAnswer is the answer to one mesh.
type MeshAnswer struct {
	Findings     []MeshFinding
	Skipped      []string // ids of checks that could not say anything, each with the reason
	Thrown       string   // what was thrown, if anything was
	Microseconds int
}

// meshConfig is how a cluster has it.
const meshConfig = `apiVersion: v1
kind: ConfigMap
metadata:
  name: istio
  namespace: istio-system
data:
`

// Analyze asks about all the meshes and answers in their order; the program is Analyses.java.
func (l *Library) Analyze(meshes []analysis.Mesh) ([]MeshAnswer, error) {
	sent := l.send(func(to frames) {
		for _, mesh := range meshes {
			files := mesh.Files
			if mesh.MeshConfig != "" || mesh.MeshNetworks != "" {
				files = append([]analysis.File{{Name: "mesh-config.yaml", Text: meshConfig + block("mesh", mesh.MeshConfig) + block("meshNetworks", mesh.MeshNetworks)}}, files...)
			}
			to.count(len(files))
			for _, file := range files {
				to.text(file.Name)
				to.text(file.Text)
			}
		}
	})
	answers := make([]MeshAnswer, 0, len(meshes))
	for range meshes {
		lines, err := l.block()
		if err != nil {
			return nil, fmt.Errorf("the library stopped after %d meshes: %w", len(answers), err)
		}
		var answer MeshAnswer
		for _, line := range lines {
			answer.add(strings.Split(line, "\t"))
		}
		answers = append(answers, answer)
	}
	return answers, <-sent
}

func (a *MeshAnswer) add(fields []string) {
	switch fields[0] {
	case "finding":
		a.Findings = append(a.Findings, MeshFinding{
			Source: fields[1], Severity: fields[2], ID: fields[3], Codes: list(fields[4], ","),
			Resource: fields[5], Related: list(fields[6], "|"), Path: fields[7], Message: fields[8],
		})
	case "skipped":
		a.Skipped = append(a.Skipped, fields[1]+": "+fields[2])
	case "thrown":
		a.Thrown = fields[1]
	case "took":
		a.Microseconds, _ = strconv.Atoi(fields[1])
	}
}

func list(text, separator string) []string {
	if text == "" {
		return nil
	}
	return strings.Split(text, separator)
}

func block(key, text string) string {
	if text == "" {
		return ""
	}
	return "  " + key + ": |\n    " + strings.ReplaceAll(strings.TrimRight(text, "\n"), "\n", "\n    ") + "\n"
}
