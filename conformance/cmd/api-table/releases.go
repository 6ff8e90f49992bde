package main

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"strings"
)

const module = "istio.io/api"

//go:embed releases.txt
var pinned string

// release is one release's API: its files lie in a folder.
type release struct {
	minor string // 1.22
	dir   string
}

// allReleases finds the pinned releases and, last, the one that go.mod in the folder conformance asks for.
func allReleases(conformance string) ([]release, error) {
	var all []release
	for _, line := range strings.Split(pinned, "\n") {
		fields := strings.Fields(line)
		if len(fields) == 0 || strings.HasPrefix(fields[0], "#") {
			continue
		}
		if len(fields) != 3 {
			return nil, fmt.Errorf("releases.txt: want RELEASE VERSION SUM, have %q", line)
		}
		dir, err := download(fields[1], fields[2])
		if err != nil {
			return nil, err
		}
		all = append(all, release{fields[0], dir})
	}
	var newest struct{ Version, Dir string }
	if err := goJSON(conformance, &newest, "list", "-m", "-json", module); err != nil {
		return nil, err
	}
	if newest.Dir == "" {
		return nil, fmt.Errorf("%s is not downloaded: go mod download in %s", module, conformance)
	}
	minor := strings.Join(strings.SplitN(strings.TrimPrefix(newest.Version, "v"), ".", 3)[:2], ".")
	if all[len(all)-1].minor == minor {
		return nil, fmt.Errorf("releases.txt pins %s, and go.mod asks for it too: only older releases are pinned", minor)
	}
	return append(all, release{minor, newest.Dir}), nil
}

func download(version, sum string) (string, error) {
	empty, err := os.MkdirTemp("", "api-table")
	if err != nil {
		return "", err
	}
	defer os.RemoveAll(empty)
	var got struct{ Dir, Sum, Error string }
	if err := goJSON(empty, &got, "mod", "download", "-json", module+"@"+version); err != nil && got.Error == "" {
		return "", err
	}
	if got.Error != "" {
		return "", fmt.Errorf("%s %s: %s", module, version, got.Error)
	}
	if got.Sum != sum {
		return "", fmt.Errorf("%s %s has the sum %s, and releases.txt says %s", module, version, got.Sum, sum)
	}
	return got.Dir, nil
}

func goJSON(dir string, into any, args ...string) error {
	command := exec.Command("go", args...)
	command.Dir = dir
	command.Env = append(os.Environ(), "GOFLAGS=-mod=mod", "GOWORK=off")
	if args[0] == "list" {
		command.Env = append(command.Env, "GOFLAGS=-mod=readonly")
	}
	command.Stderr = os.Stderr
	output, err := command.Output()
	if len(output) > 0 {
		if parsed := json.Unmarshal(output, into); parsed != nil {
			return parsed
		}
	}
	if err != nil {
		return fmt.Errorf("go %s: %w", strings.Join(args, " "), err)
	}
	return nil
}
