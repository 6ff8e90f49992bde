package main

import (
	"bytes"
	"fmt"
	"os/exec"
	"path/filepath"

	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"
	"k8s.io/apimachinery/pkg/runtime"
)

// others are the programs that are asked about a document which this project refuses.
type others struct{ bin, kubeconfig string }

// cluster asks an API server, which stores nothing: the object need not be alone in its cluster.
func (o *others) cluster(object map[string]any) bool {
	u := unstructured.Unstructured{Object: runtime.DeepCopyJSON(object)}
	u.SetNamespace("default")
	return o.takes(u, "is invalid", "kubectl", "--kubeconfig", o.kubeconfig, "create", "--dry-run=server", "-f", "-")
}

// installer asks istioctl.
func (o *others) installer(object map[string]any) bool {
	return o.takes(unstructured.Unstructured{Object: object}, "failed to convert to proto", "istioctl", "manifest", "generate", "-f", "-")
}

// An answer that is no refusal, such as that nobody is there, counts as taking it: then the document is reported.
func (o *others) takes(object unstructured.Unstructured, refusal, program string, arguments ...string) bool {
	text, err := object.MarshalJSON()
	if err != nil {
		return true
	}
	command := exec.Command(filepath.Join(o.bin, program), arguments...)
	command.Stdin = bytes.NewReader(text)
	answer, err := command.CombinedOutput()
	if err != nil && !bytes.Contains(answer, []byte(refusal)) {
		fmt.Printf("%s: %v: %.300s\n", program, err, answer)
		return true
	}
	return err == nil
}
