package dataplane

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"policycortex.com/istio/conformance/internal/manifest"
)

var update = flag.Bool("update", false, "write what istiod says in the place of what is expected")

// The Java library's own tests read the same meshes and facts.
const meshes = "../../../dsl-mesh/src/test/resources/com/policycortex/istio/mesh/resolution/*.yaml"

func TestResolutionIsWhatTheLibraryIsHeldTo(t *testing.T) {
	files, err := filepath.Glob(meshes)
	if err != nil || len(files) == 0 {
		t.Fatalf("no meshes at %s: %v", meshes, err)
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			documents, err := manifest.Read(file)
			if err != nil {
				t.Fatal(err)
			}
			mesh, err := NewMesh(documents, "")
			if err != nil {
				t.Fatal(err)
			}
			lines, err := mesh.Resolution()
			if err != nil {
				t.Fatal(err)
			}
			said := strings.Join(lines, "\n") + "\n"
			expected := strings.TrimSuffix(file, ".yaml") + ".facts"
			if *update {
				if err := os.WriteFile(expected, []byte(said), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			facts, err := os.ReadFile(expected)
			if err != nil {
				t.Fatal(err)
			}
			if said != string(facts) {
				t.Errorf("istiod says\n%s\nand %s says\n%s", said, expected, facts)
			}
		})
	}
}
