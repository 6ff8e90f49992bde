package resolution

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"os"
	"os/exec"
	"strings"
)

// Ours are the library's facts of each mesh, in one JVM. The classes are a class path with the library and its tests.
func Ours(classes string, meshes []string) ([][]string, error) {
	var questions bytes.Buffer
	for _, mesh := range meshes {
		_ = binary.Write(&questions, binary.BigEndian, uint32(len(mesh)))
		questions.WriteString(mesh)
	}
	command := exec.Command("java", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", classes, "com.policycortex.istio.mesh.ResolutionAnswers")
	command.Stdin, command.Stderr = &questions, os.Stderr
	said, err := command.Output()
	if err != nil {
		return nil, fmt.Errorf("the library: %w", err)
	}
	var answers [][]string
	var answer []string
	for _, line := range strings.Split(strings.TrimSuffix(string(said), "\n"), "\n") {
		if line == "" {
			answers, answer = append(answers, answer), nil
		} else {
			answer = append(answer, line)
		}
	}
	if len(answers) != len(meshes) {
		return nil, fmt.Errorf("the library answered about %d of %d meshes", len(answers), len(meshes))
	}
	return answers, nil
}
