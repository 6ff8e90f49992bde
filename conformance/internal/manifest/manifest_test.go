package manifest

import (
	"os"
	"path/filepath"
	"testing"
)

func TestSplitKeepsTheLineOfEachDocument(t *testing.T) {
	documents := Split("f.yaml", "# a comment\n---\napiVersion: v1\nkind: Namespace\nmetadata:\n  name: a\n---\n\n---\n\napiVersion: networking.istio.io/v1\nkind: Gateway\nmetadata:\n  name: b\n  namespace: shop\n")
	if len(documents) != 2 {
		t.Fatalf("got %d documents, want 2: %v", len(documents), documents)
	}
	for i, want := range []string{"f.yaml:3 Namespace a", "f.yaml:11 Gateway shop/b"} {
		if got := documents[i].String(); got != want {
			t.Errorf("document %d is %q, want %q", i, got, want)
		}
	}
	if documents[0].IsIstio() || !documents[1].IsIstio() {
		t.Error("a Gateway is Istio's and a Namespace is not")
	}
}

func TestSplitKeepsWhatIsNoObjectAsAnError(t *testing.T) {
	for _, text := range []string{"kind: [", "just text", "kind: Pod\n"} {
		documents := Split("f.yaml", text)
		if len(documents) != 1 || documents[0].Error == nil {
			t.Errorf("%q: want one document with an error, got %v", text, documents)
		}
	}
}

func TestFilesLeavesKustomizationsOut(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"b.yaml", "a.yml", "kustomization.yaml", "notes.txt"} {
		if err := os.WriteFile(filepath.Join(dir, name), nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	files, err := Files(dir)
	if err != nil {
		t.Fatal(err)
	}
	if len(files) != 2 || filepath.Base(files[0]) != "a.yml" || filepath.Base(files[1]) != "b.yaml" {
		t.Errorf("got %v", files)
	}
}
