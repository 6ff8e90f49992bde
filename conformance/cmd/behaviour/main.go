// Command behaviour sends requests through real Envoys that do what istiod tells the proxies of a mesh, and judges what becomes of them.
//
//	behaviour -envoy PROGRAM -cases CASES.yaml [-dir DIR] [-set NAME=VALUE]... FILE|FOLDER...
//
// The files are the mesh: the rendered tree and, for gateways, the output of `istioctl manifest generate`. Nothing leaves loopback; a key set of the
// program's own stands in for every jwksUri. One line a case; exit status 1 where one differs. See internal/behaviour for the cases' fields.
package main

import (
	"flag"
	"fmt"
	"os"
	"strings"

	"policycortex.com/istio/conformance/internal/behaviour"
	"policycortex.com/istio/conformance/internal/istiolog"
	"policycortex.com/istio/conformance/internal/manifest"
)

func main() {
	program := flag.String("envoy", "envoy", "the Envoy to run")
	file := flag.String("cases", "", "the cases, a YAML file")
	dir := flag.String("dir", "", "where bootstraps and logs go; a temporary folder by default")
	values := map[string]string{}
	flag.Func("set", "NAME=VALUE for ${NAME} in the cases", func(text string) error {
		name, value, ok := strings.Cut(text, "=")
		if !ok {
			return fmt.Errorf("want NAME=VALUE")
		}
		values[name] = value
		return nil
	})
	flag.Parse()
	differences, err := run(*program, *file, *dir, values, flag.Args())
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(2)
	}
	if differences > 0 {
		os.Exit(1)
	}
}

func run(program, file, dir string, values map[string]string, paths []string) (differences int, err error) {
	if err := istiolog.ToStandardError(); err != nil {
		return 0, err
	}
	cases, err := behaviour.ReadCases(file, values)
	if err != nil {
		return 0, err
	}
	if dir == "" {
		if dir, err = os.MkdirTemp("", "behaviour-"); err != nil {
			return 0, err
		}
		defer os.RemoveAll(dir)
	}
	documents, err := manifest.Read(paths...)
	if err != nil {
		return 0, err
	}
	runner, err := behaviour.NewRunner(program, dir, documents)
	if err != nil {
		return 0, err
	}
	runner.Run(cases, func(result behaviour.Result) {
		if result.Difference == "" {
			fmt.Printf("ok      %s: %s\n", result.Case.Name, result.Seen)
			return
		}
		differences++
		fmt.Printf("FAILED  %s: %s (seen: %s)\n", result.Case.Name, result.Difference, result.Seen)
	})
	return differences, nil
}
