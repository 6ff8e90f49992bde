// Package resolution makes meshes by chance and asks the library what their names, rules and policies mean.
package resolution

import (
	"fmt"
	"math/rand/v2"
	"strings"
)

var (
	namespaces = []string{"shop", "bank", "web", "istio-system"}
	names      = []string{"reviews", "ratings", "web"}
	exports    = []string{"", "", "", `["."]`, `["*"]`, `["bank"]`, `["shop", "web"]`}
	times      = []string{"", "", "", `, creationTimestamp: "2024-01-02T00:00:00Z"`, `, creationTimestamp: "2024-01-01T00:00:00Z"`}
)

type maker struct {
	random *rand.Rand
	text   strings.Builder
	seen   map[string]bool
}

// Mesh is a mesh as YAML; the same number gives the same one. Everything in it is valid by itself.
func Mesh(number uint64) string {
	m := &maker{random: rand.New(rand.NewPCG(number, 7)), seen: map[string]bool{}}
	m.config()
	m.repeat(4, m.service)
	m.repeat(2, m.entry)
	for range 2 {
		m.deployment()
	}
	m.repeat(2, m.deployment)
	m.ingress()
	m.repeat(3, m.gateway)
	m.repeat(5, m.routes)
	m.repeat(4, m.rule)
	m.repeat(3, m.sidecar)
	m.repeat(3, m.peers)
	m.repeat(3, m.access)
	m.repeat(2, m.tokens)
	if m.chance(2) {
		m.gatewayAPI()
	}
	return m.text.String()
}

func (m *maker) repeat(most int, make func()) {
	for range m.random.IntN(most + 1) {
		make()
	}
}

func (m *maker) pick(of ...string) string { return of[m.random.IntN(len(of))] }

func (m *maker) chance(of int) bool { return m.random.IntN(of) == 0 }

// some of the texts, at least one.
func (m *maker) some(of ...string) []string {
	var picked []string
	for _, text := range of {
		if m.chance(3) {
			picked = append(picked, text)
		}
	}
	if len(picked) == 0 {
		picked = append(picked, m.pick(of...))
	}
	return picked
}

func list(of []string) string { return `["` + strings.Join(of, `", "`) + `"]` }

// add writes a document, unless there is one of its kind, namespace and name.
func (m *maker) add(apiVersion, kind, namespace, name, metadata, body string) {
	id := kind + " " + namespace + "/" + name
	if m.seen[id] {
		return
	}
	m.seen[id] = true
	if namespace != "" {
		metadata = ", namespace: " + namespace + metadata
	}
	fmt.Fprintf(&m.text, "---\napiVersion: %s\nkind: %s\nmetadata: {name: %s%s}\n%s\n", apiVersion, kind, name, metadata, body)
}

func (m *maker) config() {
	if !m.chance(4) {
		return
	}
	settings := []string{}
	for _, field := range []string{"defaultServiceExportTo", "defaultVirtualServiceExportTo", "defaultDestinationRuleExportTo"} {
		if m.chance(3) {
			settings = append(settings, fmt.Sprintf("    %s: [%q]", field, m.pick(".", "*")))
		}
	}
	if m.chance(3) {
		settings = append(settings, "    outboundTrafficPolicy: {mode: REGISTRY_ONLY}")
	}
	if m.chance(4) {
		settings = append(settings, "    rootNamespace: bank")
	}
	if len(settings) > 0 {
		m.add("install.istio.io/v1alpha1", "IstioOperator", "istio-system", "istio", "", "spec:\n  meshConfig:\n"+strings.Join(settings, "\n"))
	}
}

func (m *maker) service() {
	name := m.pick(names...)
	metadata := ""
	if to := m.pick("", "", "", ".", "*", "~", "bank", "shop,web"); to != "" {
		metadata = fmt.Sprintf(`, annotations: {networking.istio.io/exportTo: %q}`, to)
	}
	ports := "    - {name: http, port: 80}"
	if m.chance(3) {
		ports += "\n    - {name: http-more, port: 8080, targetPort: 9090}"
	}
	if m.chance(4) {
		ports += "\n    - {name: tcp, port: 9000}"
	}
	m.add("v1", "Service", m.pick(namespaces...), name, metadata+m.pick(times...), fmt.Sprintf("spec:\n  selector: {app: %s}\n  ports:\n%s", name, ports))
}

func (m *maker) entry() {
	host := m.pick("api.example.com", "a.example.com", "*.example.com", "reviews.shop.svc.cluster.local", "db.test")
	resolution := "NONE"
	endpoints := ""
	if !strings.HasPrefix(host, "*") {
		resolution = m.pick("DNS", "STATIC")
		endpoints = map[string]string{"DNS": "", "STATIC": "\n  endpoints: [{address: 1.2.3.4}]"}[resolution]
	}
	m.add("networking.istio.io/v1", "ServiceEntry", m.pick(namespaces...), m.pick("entry-a", "entry-b"), m.pick(times...), fmt.Sprintf(
		"spec:\n  hosts: [%q]\n  ports: [{number: %s, name: http, protocol: HTTP}]\n  location: %s\n  resolution: %s%s%s",
		host, m.pick("80", "80", "8080"), m.pick("MESH_EXTERNAL", "MESH_INTERNAL"), resolution, endpoints, m.exportTo()))
}

func (m *maker) exportTo() string {
	if to := m.pick(exports...); to != "" {
		return "\n  exportTo: " + to
	}
	return ""
}

func (m *maker) deployment() {
	name, version := m.pick(names...), m.pick("v1", "v2")
	m.add("apps/v1", "Deployment", m.pick(namespaces...), name+"-"+version, "", fmt.Sprintf(`spec:
  selector: {matchLabels: {app: %[1]s, version: %[2]s}}
  template:
    metadata: {labels: {app: %[1]s, version: %[2]s}}
    spec: {containers: [{name: app, image: app, ports: [{containerPort: 80}]}]}`, name, version))
}

func (m *maker) ingress() {
	m.add("v1", "Service", "edge", "ingress", "", "spec:\n  selector: {istio: ingress}\n  ports:\n    - {name: http, port: 80, targetPort: 8080}\n"+
		"    - {name: https, port: 443, targetPort: 8443}")
	m.add("apps/v1", "Deployment", "edge", "ingress", "", `spec:
  selector: {matchLabels: {istio: ingress}}
  template:
    metadata: {labels: {istio: ingress`+m.pick("", ", gateway.networking.k8s.io/gateway-name: front")+`}}
    spec: {containers: [{name: istio-proxy, image: proxyv2, args: [proxy, router]}]}`)
}

func (m *maker) gateway() {
	servers := ""
	for i := range 1 + m.random.IntN(3) {
		hosts := list(m.some("*", "*.example.com", "a.example.com", "./b.example.com", "shop/c.example.com", "*/d.example.com"))
		server := m.pick("number: 80, protocol: HTTP", "number: 8080, protocol: HTTP", "number: 80, protocol: HTTP2", "number: 443, protocol: HTTPS")
		tls := ""
		if strings.HasSuffix(server, "HTTPS") {
			tls = "\n      tls: {mode: SIMPLE, credentialName: cert}"
		}
		servers += fmt.Sprintf("\n    - port: {name: %s, %s}\n      hosts: %s%s", fmt.Sprint("port-", i), server, hosts, tls)
	}
	m.add("networking.istio.io/v1", "Gateway", m.pick("edge", "shop", "bank"), m.pick("gateway-a", "gateway-b"), m.pick(times...),
		"spec:\n  selector: {istio: ingress}\n  servers:"+servers)
}

func (m *maker) host() string {
	return m.pick("reviews", "ratings", "web", "reviews.shop.svc.cluster.local", "ratings.bank.svc.cluster.local", "web.web.svc.cluster.local",
		"*.shop.svc.cluster.local", "*.cluster.local", "api.example.com", "a.example.com", "b.example.com", "*.example.com", "d.example.com")
}

func (m *maker) routes() {
	name, namespace := m.pick("routes-a", "routes-b", "routes-c"), m.pick(namespaces...)
	hosts := []string{m.host()}
	if other := m.pick("second.test", "third.test"); m.chance(3) {
		hosts = append(hosts, other)
	}
	gateways := m.pick("", "", "", "\n  gateways: [mesh]", "\n  gateways: [edge/gateway-a]", "\n  gateways: [shop/gateway-b, mesh]", "\n  gateways: [gateway-a, bank/gateway-a]")
	rule := "\n    - route: [{destination: {host: " + m.pick("reviews", "reviews.shop.svc.cluster.local", "web.web.svc.cluster.local") + "}}]"
	if m.chance(4) {
		rule = fmt.Sprintf("\n    - match: [{uri: {prefix: /%s}}]", name) + strings.Replace(rule, "- route", "  route", 1)
	}
	if m.chance(6) {
		delegate := m.pick(namespaces...)
		rule = fmt.Sprintf("\n    - match: [{uri: {prefix: /to}}]\n      delegate: {name: part, namespace: %s}", delegate) + rule
		m.add("networking.istio.io/v1", "VirtualService", delegate, "part", "", "spec:\n  http:\n    - match: [{uri: {prefix: /to/there}}]\n"+
			"      route: [{destination: {host: reviews.shop.svc.cluster.local}}]"+m.exportTo())
	}
	m.add("networking.istio.io/v1", "VirtualService", namespace, name, m.pick(times...), "spec:\n  hosts: "+list(hosts)+gateways+"\n  http:"+rule+m.exportTo())
}

func (m *maker) rule() {
	subsets := ""
	for _, version := range m.some("v1", "v2", "v3") {
		subsets += fmt.Sprintf("\n    - {name: %[1]s, labels: {version: %[1]s}}", version)
	}
	selector := m.exportTo()
	if m.chance(6) { // then it cannot be for other namespaces
		selector = "\n  workloadSelector: {matchLabels: {app: " + m.pick(names...) + "}}\n  exportTo: [\".\"]"
	}
	m.add("networking.istio.io/v1", "DestinationRule", m.pick(namespaces...), m.pick("rule-a", "rule-b"), m.pick(times...),
		"spec:\n  host: \""+m.host()+"\"\n  subsets:"+subsets+selector)
}

func (m *maker) sidecar() {
	selector := ""
	if m.chance(2) {
		selector = "\n  workloadSelector: {labels: {app: " + m.pick(names...) + "}}"
	}
	hosts := list(m.some("./*", "*/*", "shop/*", "bank/*", "istio-system/*", "shop/reviews.shop.svc.cluster.local", "*/api.example.com", "*/*.example.com",
		"./web.web.svc.cluster.local", "~/*"))
	m.add("networking.istio.io/v1", "Sidecar", m.pick(namespaces...), m.pick("sidecar-a", "sidecar-b"), m.pick(times...),
		"spec:\n  egress:\n    - hosts: "+hosts+selector)
}

const gatewayAPI = "gateway.networking.k8s.io/v1"

// gatewayAPI has Gateways of the Gateway API that are neither in the ingress's way nor made by anybody, and routes for them and for the mesh.
func (m *maker) gatewayAPI() {
	for _, namespace := range namespaces {
		m.add("v1", "Namespace", "", namespace, ", labels: {team: "+m.pick("a", "b")+"}", "spec: {}")
	}
	m.repeat(2, m.apiGateway)
	m.repeat(5, m.apiRoute)
}

func (m *maker) apiGateway() {
	allowed := ""
	if from := m.pick("", "", "Same", "All", "All", "Selector"); from != "" {
		allowed = ", allowedRoutes: {namespaces: {from: " + from
		if from == "Selector" {
			allowed += ", selector: {matchLabels: {team: " + m.pick("a", "b") + "}}"
		}
		allowed += "}" + m.pick("", "", ", kinds: [{kind: HTTPRoute}]", ", kinds: [{kind: TCPRoute}, {kind: GRPCRoute}]", ", kinds: [{group: example.com, kind: HTTPRoute}]") + "}"
	}
	listeners := ""
	for i := range 1 + m.random.IntN(3) {
		listener := m.pick("protocol: HTTP", "protocol: HTTP", "protocol: HTTP", "protocol: TCP", "protocol: TLS, tls: {mode: Passthrough}")
		if host := m.pick("", "*.example.com", "a.example.com", "*.test", "*.com"); host != "" && !strings.HasPrefix(listener, "protocol: TCP") {
			listener += fmt.Sprintf(", hostname: %q", host)
		}
		listeners += fmt.Sprintf("\n    - {name: on-%d, port: %d, %s%s}", i, 7000+i*m.random.IntN(2), listener, allowed)
	}
	m.add(gatewayAPI, "Gateway", m.pick(namespaces[:2]...), m.pick("api-a", "api-b"), m.pick(times...),
		"spec:\n  gatewayClassName: "+m.pick("istio", "istio", "istio", "istio-waypoint", "istio-remote", "other")+"\n  listeners:"+listeners)
}

func (m *maker) apiRoute() {
	parents := ""
	for range 1 + m.random.IntN(2) {
		namespace := ""
		if in := m.pick("", "shop", "bank"); in != "" {
			namespace = ", namespace: " + in
		}
		port := m.pick("", "", ", port: 80", ", port: 8080", ", port: 81")
		parents += "\n    - {" + m.pick(
			"name: "+m.pick("api-a", "api-b")+namespace+m.pick("", "", ", sectionName: on-1", ", port: 7001"),
			`group: "", kind: Service, name: `+m.pick(names...)+namespace+port,
			`group: "", kind: Service, name: `+m.pick(names...)+namespace+port,
			"group: networking.istio.io, kind: ServiceEntry, name: "+m.pick("entry-a", "entry-b")+namespace,
			"kind: Service, name: "+m.pick(names...)+namespace) + "}"
	}
	kind, hosts := m.pick("HTTPRoute", "HTTPRoute", "HTTPRoute", "GRPCRoute", "TCPRoute", "TLSRoute"), ""
	if kind != "TCPRoute" && (kind == "TLSRoute" || m.chance(2)) {
		hosts = "\n  hostnames: " + list(m.some("a.example.com", "*.example.com", "b.test", "other.org"))
	}
	name := m.pick("api-a", "api-b", "api-c")
	if kind == "GRPCRoute" { // istiod loses one of an HTTPRoute and a GRPCRoute of one name
		name += "-grpc"
	}
	m.add(gatewayAPI, kind, m.pick(namespaces[:3]...), name, m.pick(times...),
		"spec:\n  parentRefs:"+parents+hosts+"\n  rules: [{backendRefs: [{name: reviews, port: 80}]}]")
}

func (m *maker) selector() string {
	return m.pick("", "", "\n  selector: {matchLabels: {app: "+m.pick(names...)+"}}", "\n  selector: {matchLabels: {istio: ingress}}", "\n  selector: {matchLabels: {version: v1}}")
}

// target is a namespace for a policy with a selector or, now and then, with targets: gateways of the Gateway API that are there, elsewhere, or not there.
func (m *maker) target() (namespace, where string) {
	if !m.chance(3) {
		return m.pick(namespaces...), m.selector()
	}
	gateway := "{group: gateway.networking.k8s.io, kind: Gateway, name: front}"
	where = m.pick("targetRefs: ["+gateway+"]", "targetRef: "+gateway, "targetRefs: [{group: gateway.networking.k8s.io, kind: Gateway, name: back}]",
		"targetRefs: [{group: gateway.networking.k8s.io, kind: Gateway, name: back}, "+gateway+"]", "targetRefs: [{kind: Service, name: reviews}]",
		"targetRefs: [{group: networking.istio.io, kind: ServiceEntry, name: entry-a}]")
	return m.pick("edge", "edge", "edge", "shop", "istio-system", "bank"), "\n  " + where
}

func (m *maker) peers() {
	selector := m.selector()
	ports := ""
	if selector != "" && m.chance(2) {
		ports = "\n  portLevelMtls: {" + m.pick("80", "9090", "9000") + ": {mode: " + m.pick("DISABLE", "STRICT", "PERMISSIVE", "UNSET") + "}}"
	}
	m.add("security.istio.io/v1", "PeerAuthentication", m.pick(namespaces...), m.pick("peers-a", "peers-b"), m.pick(times...),
		"spec:\n  mtls: {mode: "+m.pick("DISABLE", "STRICT", "PERMISSIVE", "UNSET")+"}"+selector+ports)
}

func (m *maker) access() {
	namespace, where := m.target()
	m.add("security.istio.io/v1", "AuthorizationPolicy", namespace, m.pick("access-a", "access-b"), m.pick(times...),
		"spec:\n  action: "+m.pick("ALLOW", "DENY", "AUDIT")+where+"\n  rules: [{to: [{operation: {methods: [GET]}}]}]")
}

func (m *maker) tokens() {
	name := m.pick("tokens-a", "tokens-b")
	namespace, where := m.target()
	m.add("security.istio.io/v1", "RequestAuthentication", namespace, name, m.pick(times...),
		fmt.Sprintf("spec:\n  jwtRules: [{issuer: %q, jwks: '{\"keys\":[]}'}]", namespace+"/"+name)+where)
}
