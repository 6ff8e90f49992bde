// Command documents compares, document by document, what this project reads and writes again with what an API server would store.
//
//	documents -list FILE FOLDER...                              puts the names of their files into FILE, for the program that reads and writes
//	documents -crds crd-all.gen.yaml -bin FOLDER -kubeconfig FILE -written LINES FOLDER...
//	                                                            compares; LINES is what that program printed
//
// Files with Helm's or Go's templates are no YAML yet and are left out, and so is every document without apiVersion and kind. A difference is
// a field that is lost or changed, a document that is refused though the API server takes it, or one that is read though it is no YAML.
package main

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"policycortex.com/istio/conformance/internal/admission"
	"policycortex.com/istio/conformance/internal/apiserver"
	"policycortex.com/istio/conformance/internal/storage"
)

func main() {
	crds := flag.String("crds", "", "Istio's CRDs: manifests/charts/base/files/crd-all.gen.yaml of the istio module")
	list := flag.String("list", "", "only put the names of the files into this one")
	bin := flag.String("bin", "", "where kubectl and istioctl are, who are asked about what is refused here")
	kubeconfig := flag.String("kubeconfig", "", "of an API server, for kubectl")
	written := flag.String("written", "", "what was read and written: one JSON line a manifest or finding")
	flag.Parse()
	files, err := filesOf(flag.Args())
	var different int
	if err == nil && *list != "" {
		err = os.WriteFile(*list, []byte(strings.Join(files, "\n")), 0o600)
	} else if err == nil {
		different, err = compare(*crds, *written, files, &others{*bin, *kubeconfig})
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(2)
	}
	if different > 0 {
		os.Exit(1)
	}
}

func filesOf(folders []string) ([]string, error) {
	var files []string
	for _, folder := range folders {
		err := filepath.WalkDir(folder, func(path string, entry os.DirEntry, err error) error {
			if err != nil || entry.IsDir() || !slices.Contains([]string{".yaml", ".yml"}, filepath.Ext(path)) {
				return err
			}
			text, err := os.ReadFile(path)
			if err == nil && !bytes.Contains(text, []byte("{{")) {
				files = append(files, path)
			}
			return err
		})
		if err != nil {
			return nil, err
		}
	}
	return files, nil
}

func compare(crds, written string, files []string, others *others) (int, error) {
	server, err := apiserver.New(crds)
	if err != nil {
		return 0, err
	}
	judge, err := admission.NewJudge(crds)
	if err != nil {
		return 0, err
	}
	c := &comparison{server: &storage.Server{CRDs: server}, judge: judge, kinds: map[string]int{}, cluster: others.cluster, installer: others.installer}
	return c.compare(written, files)
}
