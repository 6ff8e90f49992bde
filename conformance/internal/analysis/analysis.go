// Package analysis asks Istio's analyzers about a whole mesh.
package analysis

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strings"

	"istio.io/istio/pkg/config/analysis/analyzers"
	"istio.io/istio/pkg/config/analysis/local"

	"policycortex.com/istio/conformance/internal/finding"
	"policycortex.com/istio/conformance/internal/installation"
	"policycortex.com/istio/conformance/internal/manifest"
	"policycortex.com/istio/conformance/internal/standin"
)

// File is a text of manifests with its name.
type File struct{ Name, Text string }

// Mesh is what the analyzers look at. MeshConfig and MeshNetworks are YAML; empty for Istio's defaults.
type Mesh struct {
	Files                    []File
	MeshConfig, MeshNetworks string
}

// InProcess runs every analyzer with every kind enabled: Services, Namespaces, Pods and Secrets are known, where they are not
// among the documents by stand-ins; so are the Service and the Pod of Istio's own ingress gateway.
func InProcess(documents []manifest.Document) ([]finding.Finding, error) {
	meshConfig, err := installation.MeshConfigText(documents)
	if err != nil {
		return nil, err
	}
	files, err := files(documents)
	if err != nil {
		return nil, err
	}
	return analyze(Mesh{Files: files, MeshConfig: meshConfig}, true)
}

// Analyze runs every analyzer with every kind enabled on exactly these files.
func Analyze(mesh Mesh) ([]finding.Finding, error) { return analyze(mesh, false) }

func analyze(mesh Mesh, defaults bool) ([]finding.Finding, error) {
	analyzer := local.NewSourceAnalyzer(analyzers.AllCombined(), "", "istio-system", nil)
	if mesh.MeshConfig != "" {
		if err := withFile(mesh.MeshConfig, analyzer.AddFileKubeMeshConfig); err != nil {
			return nil, err
		}
	}
	if mesh.MeshNetworks != "" {
		if err := withFile(mesh.MeshNetworks, analyzer.AddFileKubeMeshNetworks); err != nil {
			return nil, err
		}
	}
	sources := make([]local.ReaderSource, len(mesh.Files))
	for i, file := range mesh.Files {
		sources[i] = local.ReaderSource{Name: file.Name, Reader: strings.NewReader(file.Text)}
	}
	// What cannot be read is left out, and the rest is analyzed.
	unread := analyzer.AddTestReaderKubeSource(sources)
	if defaults {
		if unread != nil {
			return nil, unread
		}
		if err := analyzer.AddDefaultResources(); err != nil {
			return nil, err
		}
	}
	stop := make(chan struct{})
	defer close(stop)
	result, err := analyzer.Analyze(stop)
	if err != nil {
		return nil, err
	}
	var findings []finding.Finding
	for _, message := range result.Messages {
		f := finding.Finding{
			Judge: "analyzers", Severity: strings.ToLower(message.Type.Level().String()), Code: message.Type.Code(),
			Message: fmt.Sprintf(message.Type.Template(), message.Parameters...),
		}
		if message.Resource != nil {
			f.Resource = message.Resource.Origin.FriendlyName()
			if reference := message.Resource.Origin.Reference(); reference != nil {
				f.Reference = reference.String()
			}
		}
		findings = append(findings, f)
	}
	return findings, nil
}

func withFile(text string, use func(string) error) error {
	name, remove, err := temporary(text)
	if err != nil {
		return err
	}
	defer remove()
	return use(name)
}

func files(documents []manifest.Document) ([]File, error) {
	pods, err := standin.Pods(documents)
	if err != nil {
		return nil, err
	}
	secrets, err := standin.Secrets(documents, pods)
	if err != nil {
		return nil, err
	}
	podText, err := standin.YAML(pods)
	if err != nil {
		return nil, err
	}
	secretText, err := standin.YAML(secrets)
	if err != nil {
		return nil, err
	}
	var order []string
	byFile := map[string]*strings.Builder{}
	for _, d := range documents {
		if d.IsInstallation() {
			continue
		}
		text := byFile[d.File]
		if text == nil {
			text = &strings.Builder{}
			byFile[d.File] = text
			order = append(order, d.File)
		}
		text.WriteString("---\n" + d.Text + "\n")
	}
	files := []File{{"stand-in pods", podText}, {"stand-in secrets", secretText}}
	for _, file := range order {
		files = append(files, File{file, byFile[file].String()})
	}
	return files, nil
}

// Istioctl asks the real `istioctl analyze`, offline, about every namespace. The installation manifest is not among the files that it gets;
// its MeshConfig is.
func Istioctl(program string, documents []manifest.Document) ([]finding.Finding, error) {
	meshConfig, remove, err := meshConfigFile(documents)
	if err != nil {
		return nil, err
	}
	defer remove()
	arguments := []string{"analyze", "--use-kube=false", "-A", "-o", "json", "--meshConfigFile", meshConfig}
	seen := map[string]bool{}
	for _, d := range documents {
		if !d.IsInstallation() && !seen[d.File] {
			seen[d.File] = true
			arguments = append(arguments, d.File)
		}
	}
	command := exec.Command(program, arguments...)
	var out, errs bytes.Buffer
	command.Stdout, command.Stderr = &out, &errs
	err = command.Run()
	// Status 79 says that there are findings; any other that istioctl could not do its work.
	var exit *exec.ExitError
	if err != nil && (!errors.As(err, &exit) || exit.ExitCode() != 79) {
		return nil, fmt.Errorf("istioctl: %w: %s", err, errs.String())
	}
	var messages []struct {
		Code, Level, Origin, Reference, Message string
	}
	if err := json.Unmarshal(out.Bytes(), &messages); err != nil {
		return nil, fmt.Errorf("istioctl: %w: %s%s", err, out.String(), errs.String())
	}
	var findings []finding.Finding
	for _, m := range messages {
		findings = append(findings, finding.Finding{
			Judge: "istioctl", Severity: strings.ToLower(m.Level), Code: m.Code, Resource: m.Origin, Reference: m.Reference, Message: m.Message,
		})
	}
	return findings, nil
}

func meshConfigFile(documents []manifest.Document) (name string, remove func(), err error) {
	text, err := installation.MeshConfigText(documents)
	if err != nil {
		return "", nil, err
	}
	return temporary(text)
}

func temporary(text string) (name string, remove func(), err error) {
	file, err := os.CreateTemp("", "mesh-*.yaml")
	if err != nil {
		return "", nil, err
	}
	_, err = file.WriteString(text)
	return file.Name(), func() { _ = os.Remove(file.Name()) }, errors.Join(err, file.Close())
}
