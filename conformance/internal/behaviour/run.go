package behaviour

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"fmt"
	"io"
	"maps"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"policycortex.com/istio/conformance/internal/dataplane"
	"policycortex.com/istio/conformance/internal/envoy"
	"policycortex.com/istio/conformance/internal/manifest"
	"policycortex.com/istio/conformance/internal/pki"
)

// Result is what one case came to.
type Result struct {
	Case       Case
	Seen       string // what the requests met
	Difference string // from what was expected; empty: passed
}

// Runner runs cases against real Envoys.
type Runner struct {
	Envoy     string // the program
	Dir       string // for bootstraps and logs
	authority *pki.Authority
	issuer    *issuer
	mesh      *dataplane.Mesh
}

// NewRunner makes a runner for the mesh of the documents.
func NewRunner(program, dir string, documents []manifest.Document) (*Runner, error) {
	authority, err := pki.NewAuthority()
	if err != nil {
		return nil, err
	}
	issuer, err := newIssuer()
	if err != nil {
		return nil, err
	}
	mesh, err := dataplane.NewMesh(documents, issuer.jwks())
	return &Runner{program, dir, authority, issuer, mesh}, err
}

// Run runs the cases in their order, all those of one proxy in one Envoy, and reports each.
func (r *Runner) Run(cases []Case, report func(Result)) {
	var order []Proxy
	byProxy := map[Proxy][]Case{}
	for _, c := range cases {
		key := Proxy{Namespace: c.Proxy.Namespace, Labels: c.Proxy.Labels}
		if byProxy[key] == nil {
			order = append(order, key)
		}
		byProxy[key] = append(byProxy[key], c)
	}
	for i, proxy := range order {
		if err := r.proxy(filepath.Join(r.Dir, fmt.Sprintf("envoy-%d", i)), proxy, byProxy[proxy], report); err != nil {
			for _, c := range byProxy[proxy] {
				report(Result{c, "", err.Error()})
			}
		}
	}
}

func (r *Runner) proxy(dir string, proxy Proxy, cases []Case, report func(Result)) error {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return err
	}
	told, err := r.mesh.Ask(proxy.Namespace, proxy.Labels)
	if err != nil {
		return err
	}
	identity, err := r.authority.Workload("cluster.local/ns/" + proxy.Namespace + "/sa/proxy")
	if err != nil {
		return err
	}
	upstream, stopUpstream, err := envoy.Echo()
	if err != nil {
		return err
	}
	defer stopUpstream()
	admin, err := envoy.FreePort()
	if err != nil {
		return err
	}
	placed, err := told.Place(dataplane.Loopback{
		Upstream: upstream, Admin: admin, Address: envoy.Addresses(), AccessLog: filepath.Join(dir, "access.log"), Root: r.authority.Root(), Identity: identity,
	})
	if err != nil {
		return err
	}
	stop, err := envoy.Start(r.Envoy, dir, placed.Bootstrap)
	if err != nil {
		return err
	}
	defer stop()
	for _, c := range cases {
		address := placed.Addresses[c.Proxy.Listener]
		if address == "" {
			report(Result{c, "", fmt.Sprintf("the proxy has no listener %s, only %v", c.Proxy.Listener, slices.Sorted(maps.Keys(placed.Addresses)))})
			continue
		}
		outcomes, err := r.send(address, c)
		if err != nil {
			report(Result{c, "", err.Error()})
			continue
		}
		report(Result{c, summary(outcomes), compare(c.Expect, outcomes)})
	}
	return nil
}

func (r *Runner) send(address string, c Case) ([]outcome, error) {
	client, err := r.client(address, c.Request)
	if err != nil {
		return nil, err
	}
	defer client.CloseIdleConnections()
	var outcomes []outcome
	for range c.Times {
		request, err := http.NewRequest(c.Request.Method, "http://"+c.Request.host()+c.Request.Path, nil)
		if err != nil {
			return nil, err
		}
		request.Header.Set("x-case", c.Name)
		for name, value := range c.Request.Headers {
			request.Header.Set(name, value)
		}
		if c.Request.Token != nil {
			token, err := r.issuer.sign(*c.Request.Token)
			if err != nil {
				return nil, err
			}
			request.Header.Set("authorization", "Bearer "+token)
		}
		outcomes = append(outcomes, ask(client, request))
	}
	return outcomes, nil
}

func ask(client *http.Client, request *http.Request) outcome {
	response, err := client.Do(request)
	if err != nil {
		return outcome{detail: err.Error()}
	}
	defer response.Body.Close()
	if _, err := io.Copy(io.Discard, response.Body); err != nil {
		return outcome{detail: err.Error()}
	}
	return outcome{status: response.StatusCode, cluster: response.Header.Get(dataplane.ClusterHeader), location: response.Header.Get("location")}
}

// client connects to the address whatever the request's host; the host decides the server name of TLS.
func (r *Runner) client(address string, request Request) (*http.Client, error) {
	var config *tls.Config
	if request.From != "" || request.TLS {
		roots := x509.NewCertPool()
		roots.AppendCertsFromPEM(r.authority.Root())
		// What is tested is whom the proxy lets in. Its own certificate has a SPIFFE name, which Go would not compare with a host.
		config = &tls.Config{RootCAs: roots, InsecureSkipVerify: true, ServerName: strings.Split(request.host(), ":")[0]}
	}
	if request.From != "" {
		leaf, err := r.authority.Workload(request.From)
		if err != nil {
			return nil, err
		}
		certificate, err := leaf.TLS()
		if err != nil {
			return nil, err
		}
		config.Certificates = []tls.Certificate{certificate}
		config.NextProtos = []string{"istio-http/1.1", "istio"} // as a sidecar offers
	}
	dial := func(ctx context.Context, _, _ string) (net.Conn, error) {
		if config == nil {
			return (&net.Dialer{}).DialContext(ctx, "tcp", address)
		}
		return (&tls.Dialer{Config: config}).DialContext(ctx, "tcp", address)
	}
	return &http.Client{
		Timeout:       20 * time.Second,
		Transport:     &http.Transport{DialContext: dial},
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}, nil
}

func (r Request) host() string {
	if r.Host == "" {
		return "localhost"
	}
	return r.Host
}
