// Package behaviour sends requests to the proxies of a mesh and compares what becomes of them with what is expected.
package behaviour

import (
	"errors"
	"fmt"
	"os"
	"strings"

	"sigs.k8s.io/yaml"
)

// Case is one request, sent once or many times to one proxy.
type Case struct {
	Name    string
	Proxy   Proxy
	Request Request
	Times   int
	Expect  Expectation
}

// Proxy names a proxy and one of its listeners.
type Proxy struct {
	Namespace string
	Labels    string // such as app=core-api; of the first pod that has them
	Listener  string // outbound/PORT, inbound/PORT or gateway/PORT
}

// Request is what a client sends.
type Request struct {
	Method  string // GET where empty
	Host    string
	Path    string
	Headers map[string]string
	From    string // the client's principal for mutual TLS; empty: plain text
	TLS     bool   // TLS with Host as the server name and no client certificate
	Token   *Token // a signed JWT, as a bearer
}

// Token is what a JWT claims.
type Token struct {
	Issuer   string
	Audience string
	Expired  bool
	Forged   bool // signed with a key that the issuer does not have
}

// Expectation is what becomes of the request.
type Expectation struct {
	Status   int
	Refused  bool               // the connection is closed without an answer
	Location string             // of a redirect
	Clusters map[string]float64 // the share of each cluster; 0 and 1 are exact, between them five standard deviations are let pass
}

// ReadCases reads cases from a YAML file; ${NAME} in it is replaced by the value of that name.
func ReadCases(file string, values map[string]string) ([]Case, error) {
	text, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	var missing []string
	replaced := os.Expand(string(text), func(name string) string {
		value, ok := values[name]
		if !ok {
			missing = append(missing, name)
		}
		return value
	})
	if len(missing) > 0 {
		return nil, fmt.Errorf("%s: no value for %s", file, strings.Join(missing, ", "))
	}
	var cases []Case
	if err := yaml.UnmarshalStrict([]byte(replaced), &cases); err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	var problems []error
	for i := range cases {
		c := &cases[i]
		c.Times = max(c.Times, 1)
		if c.Request.Method == "" {
			c.Request.Method = "GET"
		}
		if problem := c.problem(); problem != "" {
			problems = append(problems, fmt.Errorf("%s: case %d %q: %s", file, i, c.Name, problem))
		}
	}
	return cases, errors.Join(problems...)
}

func (c *Case) problem() string {
	switch {
	case c.Name == "" || c.Proxy.Namespace == "" || c.Proxy.Labels == "" || c.Proxy.Listener == "" || c.Request.Path == "":
		return "a name, a proxy with namespace, labels and listener, and a path are required"
	case c.Expect.Refused == (c.Expect.Status != 0):
		return "expects either a status or a refused connection"
	case c.Request.TLS && c.Request.From != "":
		return "a request has a client certificate or none"
	}
	return ""
}
