package resolution

import "policycortex.com/istio/conformance/internal/ours"

// Ours are the library's facts of each mesh. The classes are a class path with the library and its tests.
func Ours(classes string, meshes []string) ([][]string, error) {
	questions := make([][]string, len(meshes))
	for i, mesh := range meshes {
		questions[i] = []string{mesh}
	}
	return ours.Blocks(classes, "com.policycortex.istio.mesh.ResolutionAnswers", questions)
}
