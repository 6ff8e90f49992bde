package dataplane

import (
	"fmt"
	"maps"
	"slices"
	"sort"
	"strings"

	cluster "github.com/envoyproxy/go-control-plane/envoy/config/cluster/v3"
	core "github.com/envoyproxy/go-control-plane/envoy/config/core/v3"
	listener "github.com/envoyproxy/go-control-plane/envoy/config/listener/v3"
	rbacconfig "github.com/envoyproxy/go-control-plane/envoy/config/rbac/v3"
	route "github.com/envoyproxy/go-control-plane/envoy/config/route/v3"
	jwt "github.com/envoyproxy/go-control-plane/envoy/extensions/filters/http/jwt_authn/v3"
	rbac "github.com/envoyproxy/go-control-plane/envoy/extensions/filters/http/rbac/v3"
	hcm "github.com/envoyproxy/go-control-plane/envoy/extensions/filters/network/http_connection_manager/v3"
	corev1 "k8s.io/api/core/v1"
	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"

	networking "istio.io/api/networking/v1alpha3"
	"istio.io/istio/pilot/pkg/model"
	"istio.io/istio/pilot/test/xds"
	"istio.io/istio/pkg/config"
	"istio.io/istio/pkg/config/constants"
	"istio.io/istio/pkg/config/labels"
	"istio.io/istio/pkg/config/schema/gvk"
	"istio.io/istio/pkg/test"

	"policycortex.com/istio/conformance/internal/manifest"
)

const (
	virtualInbound = "virtualInbound"
	inboundPort    = 15006
)

// Resolution says what istiod's configuration of the proxy of every Deployment shows about names, rules and policies: sorted lines, one fact each.
//
//	shop/web route 80 HOST VirtualService shop/a|default   whose rules a sidecar applies to a registered host
//	shop/web cluster HOST v1,v2 DestinationRule shop/a|-    the subsets that it has of a host, and the rule that says so
//	shop/web mtls 8080 STRICT|PERMISSIVE|DISABLE           what it accepts on a port
//	shop/web access DENY shop/a                            an AuthorizationPolicy with a rule that it enforces
//	shop/web token ISSUER                                  an issuer whose tokens it checks
//	edge/ingress serves http.80 HOST VirtualService shop/a,VirtualService shop/b
//	HTTPRoute shop/a attached edge/front http              a route of the Gateway API that a listener of a Gateway takes
//	HTTPRoute shop/a attached mesh HOST                    one between the mesh's own proxies, and for which host
func (m *Mesh) Resolution() ([]string, error) {
	configs, kubernetes, err := m.objects()
	if err != nil {
		return nil, err
	}
	meshConfig, err := m.meshConfig()
	if err != nil {
		return nil, err
	}
	hosts := m.hosts()
	var lines []string
	err = test.Wrap(func(t test.Failer) {
		istiod := xds.NewFakeDiscoveryServer(t, xds.FakeOptions{Configs: configs, KubernetesObjectString: kubernetes, MeshConfig: meshConfig})
		lines = append(lines, attached(istiod.Store().List(gvk.VirtualService, ""))...)
		for _, pod := range m.pods {
			if !m.isDeployed(pod) {
				continue
			}
			proxy := istiod.SetupProxy(proxyOf(pod))
			listeners := istiod.Listeners(proxy)
			name := pod.Namespace + "/" + pod.Name
			gateway := proxyType(pod) == model.Router
			var facts []string
			if gateway {
				facts = served(istiod.RoutesFromListeners(proxy, listeners))
			} else {
				facts = slices.Concat(routed(istiod.RoutesFromListeners(proxy, listeners), hosts), mutualTLS(listeners))
			}
			facts = slices.Concat(facts, clusters(istiod.Clusters(proxy), hosts), policies(listeners, gateway))
			for _, fact := range facts {
				lines = append(lines, name+" "+fact)
			}
		}
	})
	sort.Strings(lines)
	return slices.Compact(lines), err
}

// attached says on what istiod has put the routes of the Gateway API, by the VirtualServices that it makes of them.
func attached(all []config.Config) []string {
	var facts []string
	for _, c := range all {
		service, ok := c.Spec.(*networking.VirtualService)
		parents := c.Annotations[constants.InternalParentNames]
		if !ok || parents == "" {
			continue
		}
		for _, parent := range strings.Split(parents, ",") {
			kind, name, _ := strings.Cut(parent, "/")
			name, namespace, _ := strings.Cut(name, ".")
			for _, gateway := range service.Gateways {
				at := strings.Replace(gateway, "~"+constants.KubernetesGatewayName+"~", " ", 1)
				if gateway == constants.IstioMeshGateway {
					at += " " + service.Hosts[0]
				}
				facts = append(facts, fmt.Sprintf("%s %s/%s attached %s", kind, namespace, name, at))
			}
		}
	}
	return facts
}

// isDeployed: of a Deployment, not a stand-in behind a Service that has none.
func (m *Mesh) isDeployed(pod *corev1.Pod) bool {
	return slices.ContainsFunc(m.documents, func(d manifest.Document) bool {
		return d.Object.GetKind() == "Deployment" && d.Object.GetNamespace() == pod.Namespace && d.Object.GetName() == pod.Name
	})
}

func proxyOf(pod *corev1.Pod) *model.Proxy {
	return &model.Proxy{
		ID:              pod.Name + "." + pod.Namespace,
		Type:            proxyType(pod),
		ConfigNamespace: pod.Namespace,
		Labels:          labels.Instance(pod.Labels),
		IPAddresses:     []string{pod.Status.PodIP},
		Metadata: &model.NodeMetadata{
			Labels: pod.Labels, Namespace: pod.Namespace, ServiceAccount: pod.Spec.ServiceAccountName, IstioVersion: "1.30.0",
		},
	}
}

// hosts are the full names of the Services and ServiceEntries, without wildcards, each with all its ports.
func (m *Mesh) hosts() map[string]map[string]bool {
	hosts := map[string]map[string]bool{}
	for _, d := range m.documents {
		var names []string
		number := "number"
		switch kind := d.Object.GetKind(); {
		case kind == "Service" && d.GroupVersionKind().Group == "":
			names = []string{d.Object.GetName() + "." + d.Object.GetNamespace() + ".svc.cluster.local"}
			number = "port"
		case kind == "ServiceEntry":
			names, _, _ = unstructured.NestedStringSlice(d.Object.Object, "spec", "hosts")
		}
		ports, _, _ := unstructured.NestedSlice(d.Object.Object, "spec", "ports")
		for _, name := range names {
			if strings.HasPrefix(name, "*") {
				continue
			}
			if hosts[name] == nil {
				hosts[name] = map[string]bool{}
			}
			for _, entry := range ports {
				if port, ok := entry.(map[string]any); ok {
					hosts[name][fmt.Sprint(port[number])] = true
				}
			}
		}
	}
	return hosts
}

func routed(configurations []*route.RouteConfiguration, hosts map[string]map[string]bool) []string {
	var facts []string
	for _, configuration := range configurations {
		for _, virtual := range configuration.VirtualHosts {
			host, port, ok := cutLast(virtual.Name, ":")
			registered := len(virtual.Domains) > 1 // a host that only a VirtualService names has no other form
			if !ok || port != configuration.Name || !hosts[host][port] || !registered || len(virtual.Routes) == 0 {
				continue
			}
			by := source(virtual.Routes[0].Metadata)
			if by == "" {
				by = "default"
			}
			facts = append(facts, fmt.Sprintf("route %s %s %s", port, host, by))
		}
	}
	return facts
}

func served(configurations []*route.RouteConfiguration) []string {
	var facts []string
	for _, configuration := range configurations {
		for _, virtual := range configuration.VirtualHosts {
			by := map[string]bool{}
			for _, r := range virtual.Routes {
				if name := source(r.Metadata); name != "" {
					by[name] = true
				}
			}
			for _, host := range virtual.Domains {
				if len(by) > 0 {
					facts = append(facts, fmt.Sprintf("serves %s %s %s", configuration.Name, host, strings.Join(slices.Sorted(maps.Keys(by)), ",")))
				}
			}
		}
	}
	return facts
}

func clusters(all []*cluster.Cluster, hosts map[string]map[string]bool) []string {
	subsets, rules := map[string]map[string]bool{}, map[string]string{}
	for _, c := range all {
		parts := strings.Split(c.Name, "|")
		if len(parts) != 4 || parts[0] != "outbound" || hosts[parts[3]] == nil {
			continue
		}
		host := parts[3]
		if subsets[host] == nil {
			subsets[host] = map[string]bool{}
		}
		if parts[2] != "" {
			subsets[host][parts[2]] = true
		}
		if rule := source(c.Metadata); rule != "" {
			rules[host] = rule
		}
	}
	var facts []string
	for host, names := range subsets {
		facts = append(facts, fmt.Sprintf("cluster %s %s %s", host, dash(strings.Join(slices.Sorted(maps.Keys(names)), ",")), dash(rules[host])))
	}
	return facts
}

func mutualTLS(listeners []*listener.Listener) []string {
	secured, plain := map[uint32]bool{}, map[uint32]bool{}
	for _, l := range listeners {
		if l.Name != virtualInbound {
			continue
		}
		for _, chain := range l.FilterChains {
			port := chain.FilterChainMatch.GetDestinationPort().GetValue()
			if port == 0 || port == inboundPort { // there for whoever dials the proxy itself
				continue
			}
			if chain.TransportSocket != nil {
				secured[port] = true
			} else {
				plain[port] = true
			}
		}
	}
	var facts []string
	for _, port := range slices.Sorted(maps.Keys(union(secured, plain))) {
		mode := "DISABLE"
		switch {
		case secured[port] && plain[port]:
			mode = "PERMISSIVE"
		case secured[port]:
			mode = "STRICT"
		}
		facts = append(facts, fmt.Sprintf("mtls %d %s", port, mode))
	}
	return facts
}

func policies(listeners []*listener.Listener, gateway bool) []string {
	var facts []string
	for _, l := range listeners {
		if l.Name != virtualInbound && !gateway {
			continue
		}
		for _, chain := range l.FilterChains {
			for _, f := range chain.Filters {
				manager := &hcm.HttpConnectionManager{}
				if f.GetTypedConfig().UnmarshalTo(manager) == nil {
					facts = append(facts, filters(manager)...)
				}
			}
		}
	}
	return facts
}

func filters(manager *hcm.HttpConnectionManager) []string {
	var facts []string
	for _, f := range manager.HttpFilters {
		access, tokens := &rbac.RBAC{}, &jwt.JwtAuthentication{}
		switch {
		case f.GetTypedConfig().UnmarshalTo(access) == nil && access.Rules != nil:
			for name := range access.Rules.Policies {
				facts = append(facts, fmt.Sprintf("access %s %s", action(access.Rules), policyName(name)))
			}
		case f.GetTypedConfig().UnmarshalTo(tokens) == nil:
			for _, provider := range tokens.Providers {
				facts = append(facts, "token "+provider.Issuer)
			}
		}
	}
	return facts
}

func action(rules *rbacconfig.RBAC) string {
	if rules.Action == rbacconfig.RBAC_LOG {
		return "AUDIT"
	}
	return rules.Action.String()
}

// policyName of ns[shop]-policy[a]-rule[0] is shop/a.
func policyName(rule string) string {
	namespace, rest, _ := strings.Cut(strings.TrimPrefix(rule, "ns["), "]-policy[")
	name, _, _ := strings.Cut(rest, "]-rule[")
	return namespace + "/" + name
}

// source is the manifest that istiod names in the metadata of what it made of it: VirtualService shop/a.
func source(metadata *core.Metadata) string {
	path := metadata.GetFilterMetadata()["istio"].GetFields()["config"].GetStringValue()
	_, rest, found := strings.Cut(path, "/namespaces/")
	parts := strings.Split(rest, "/")
	if !found || len(parts) != 3 {
		return ""
	}
	kind := map[string]string{"virtual-service": "VirtualService", "destination-rule": "DestinationRule"}[parts[1]]
	return kind + " " + parts[0] + "/" + parts[2]
}

func union(a, b map[uint32]bool) map[uint32]bool {
	all := maps.Clone(a)
	maps.Copy(all, b)
	return all
}

func cutLast(text, separator string) (before, after string, found bool) {
	at := strings.LastIndex(text, separator)
	if at < 0 {
		return text, "", false
	}
	return text[:at], text[at+len(separator):], true
}

func dash(text string) string {
	if text == "" {
		return "-"
	}
	return text
}
