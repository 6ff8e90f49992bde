// Command api-table writes down Istio's API as this project's tests and its checks for older releases need it.
//
//	api-table [-check] PROJECT
//
// In the folder PROJECT it writes three tables, or with -check says whether they differ from what it would write:
//
//   - every field of every kind, from the CRDs: type, required, constants, limits, oneofs, CEL rules, the release that introduced it;
//   - every field of MeshConfig and MeshNetworks, from the descriptors in Istio's generated Go;
//   - what came after the oldest release, for checks at run time.
//
// The newest API is the module istio.io/api that conformance/go.mod asks for; the older ones are those of releases.txt, whose sums are pinned there.
// A field's release is the first whose API has it. Of a release the first version counts: what a patch brought later is the next release's.
package main

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
)

const (
	kindsTable   = "dsl-core/src/test/resources/com/policycortex/istio/release/kinds.tsv"
	meshTable    = "dsl-core/src/test/resources/com/policycortex/istio/release/mesh-config.tsv"
	releaseTable = "dsl-core/src/main/resources/com/policycortex/istio/release/releases.tsv"
)

func main() {
	check := flag.Bool("check", false, "write nothing; exit status 1 where a table is stale")
	flag.Parse()
	if flag.NArg() != 1 {
		fmt.Fprintln(os.Stderr, "usage: api-table [-check] PROJECT")
		os.Exit(2)
	}
	stale, err := run(flag.Arg(0), *check)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(2)
	}
	if stale {
		fmt.Fprintln(os.Stderr, "run api-table without -check, and hold the model against the new tables: ApiCoverageTest")
		os.Exit(1)
	}
}

func run(project string, check bool) (stale bool, err error) {
	releases, err := allReleases(filepath.Join(project, "conformance"))
	if err != nil {
		return false, err
	}
	var apis []*api
	for _, release := range releases {
		read, err := readAPI(release)
		if err != nil {
			return false, fmt.Errorf("istio.io/api of %s: %w", release.minor, err)
		}
		apis = append(apis, read)
	}
	history := newHistory(apis)
	for _, table := range []struct {
		path  string
		write func(*bytes.Buffer)
	}{
		{kindsTable, history.writeKinds},
		{meshTable, history.writeMesh},
		{releaseTable, history.writeReleases},
	} {
		var want bytes.Buffer
		table.write(&want)
		file := filepath.Join(project, table.path)
		if !check {
			if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
				return false, err
			}
			if err := os.WriteFile(file, want.Bytes(), 0o644); err != nil {
				return false, err
			}
			continue
		}
		have, err := os.ReadFile(file)
		if err != nil || !bytes.Equal(have, want.Bytes()) {
			fmt.Fprintf(os.Stderr, "%s is stale\n", table.path)
			stale = true
		}
	}
	return stale, nil
}
