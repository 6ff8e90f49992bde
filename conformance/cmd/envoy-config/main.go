// Command envoy-config makes a stock Envoy on loopback behave as one proxy of a mesh would.
//
//	envoy-config -proxy NAMESPACE/LABELS -upstream PORT [-admin-port PORT] [-access-log FILE] -out BOOTSTRAP.json FILE|FOLDER...
//
// LABELS are those of the proxy's pod, such as app=core-api,version=v1. Every cluster leads to the upstream port. The access log
// has one JSON line a request, keyed by the request header x-case; the response header x-conformance-cluster names the cluster.
// Standard output is one JSON object: listener name -> loopback address. Beside the bootstrap lie client.crt and client.key, for mutual TLS, of -principal.
package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"google.golang.org/protobuf/encoding/protojson"

	"policycortex.com/istio/conformance/internal/dataplane"
	"policycortex.com/istio/conformance/internal/envoy"
	"policycortex.com/istio/conformance/internal/istiolog"
	"policycortex.com/istio/conformance/internal/manifest"
	"policycortex.com/istio/conformance/internal/pki"
)

type options struct {
	proxy, accessLog, out, principal string
	upstream, admin                  uint
}

func main() {
	var o options
	flag.StringVar(&o.proxy, "proxy", "", "NAMESPACE/LABELS of the proxy's pod")
	flag.UintVar(&o.upstream, "upstream", 18080, "the port that every cluster leads to")
	flag.UintVar(&o.admin, "admin-port", 19000, "of Envoy's own interface")
	flag.StringVar(&o.accessLog, "access-log", "", "a file for one JSON line a request")
	flag.StringVar(&o.out, "out", "bootstrap.json", "the bootstrap to write")
	flag.StringVar(&o.principal, "principal", "cluster.local/ns/default/sa/client", "of the client certificate")
	flag.Parse()
	if err := run(o, flag.Args()); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(2)
	}
}

func run(o options, paths []string) error {
	if err := istiolog.ToStandardError(); err != nil {
		return err
	}
	namespace, selector, ok := strings.Cut(o.proxy, "/")
	if !ok {
		return fmt.Errorf("-proxy NAMESPACE/LABELS is required")
	}
	documents, err := manifest.Read(paths...)
	if err != nil {
		return err
	}
	mesh, err := dataplane.NewMesh(documents, `{"keys":[]}`)
	if err != nil {
		return err
	}
	told, err := mesh.Ask(namespace, selector)
	if err != nil {
		return err
	}
	authority, err := pki.NewAuthority()
	if err != nil {
		return err
	}
	identity, err := authority.Workload("cluster.local/ns/" + namespace + "/sa/proxy")
	if err != nil {
		return err
	}
	client, err := authority.Workload(o.principal)
	if err != nil {
		return err
	}
	placed, err := told.Place(dataplane.Loopback{
		Upstream: uint32(o.upstream), Admin: uint32(o.admin), AccessLog: o.accessLog, Root: authority.Root(), Identity: identity,
		Address: envoy.Addresses(),
	})
	if err != nil {
		return err
	}
	bootstrap, err := protojson.MarshalOptions{Indent: " "}.Marshal(placed.Bootstrap)
	if err != nil {
		return err
	}
	dir := filepath.Dir(o.out)
	for file, content := range map[string][]byte{
		o.out: bootstrap, filepath.Join(dir, "client.crt"): client.Certificate, filepath.Join(dir, "client.key"): client.Key,
	} {
		if err := os.WriteFile(file, content, 0o600); err != nil {
			return err
		}
	}
	return json.NewEncoder(os.Stdout).Encode(placed.Addresses)
}
