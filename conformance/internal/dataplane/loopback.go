package dataplane

import (
	"fmt"
	"maps"
	"net"
	"slices"
	"strconv"
	"strings"

	typedstruct "github.com/cncf/xds/go/udpa/type/v1"
	xdsstruct "github.com/cncf/xds/go/xds/type/v3"
	accesslog "github.com/envoyproxy/go-control-plane/envoy/config/accesslog/v3"
	bootstrap "github.com/envoyproxy/go-control-plane/envoy/config/bootstrap/v3"
	cluster "github.com/envoyproxy/go-control-plane/envoy/config/cluster/v3"
	core "github.com/envoyproxy/go-control-plane/envoy/config/core/v3"
	endpoint "github.com/envoyproxy/go-control-plane/envoy/config/endpoint/v3"
	listener "github.com/envoyproxy/go-control-plane/envoy/config/listener/v3"
	route "github.com/envoyproxy/go-control-plane/envoy/config/route/v3"
	filelog "github.com/envoyproxy/go-control-plane/envoy/extensions/access_loggers/file/v3"
	tlsinspector "github.com/envoyproxy/go-control-plane/envoy/extensions/filters/listener/tls_inspector/v3"
	hcm "github.com/envoyproxy/go-control-plane/envoy/extensions/filters/network/http_connection_manager/v3"
	tcpproxy "github.com/envoyproxy/go-control-plane/envoy/extensions/filters/network/tcp_proxy/v3"
	tls "github.com/envoyproxy/go-control-plane/envoy/extensions/transport_sockets/tls/v3"
	"google.golang.org/protobuf/proto"
	"google.golang.org/protobuf/types/known/anypb"
	"google.golang.org/protobuf/types/known/durationpb"
	"google.golang.org/protobuf/types/known/structpb"
	"google.golang.org/protobuf/types/known/wrapperspb"

	"policycortex.com/istio/conformance/internal/pki"
)

// ClusterHeader is the response header that names the cluster which a request was routed to.
const ClusterHeader = "x-conformance-cluster"

// Loopback is where a proxy is put.
type Loopback struct {
	Upstream  uint32                                 // the port of the one server behind every cluster
	Admin     uint32                                 // the port of Envoy's own interface
	Address   func(port uint32) (net.TCPAddr, error) // where the listener of a port is bound; the port stays, for policies ask for it
	AccessLog string                                 // a file for one JSON line a request
	Root      []byte                                 // the mesh's certificate authority
	Identity  pki.Leaf                               // the proxy's own certificate, for peers and for clients of a gateway
}

// Placed is a bootstrap and the address of each listener in it, named direction/port: inbound/8080, outbound/8080, or gateway/8443.
type Placed struct {
	Bootstrap *bootstrap.Bootstrap
	Addresses map[string]string
}

// Place rewrites what istiod told a proxy, so that a stock Envoy with no control plane does the same on loopback.
//
// Kept: filter chains with their TLS, SNI and ALPN matches, mutual TLS with the given certificates, every filter that stock Envoy
// has (RBAC, JWT, routing, faults, rate limits, TCP proxying). Left out: filters that only Istio's build has (telemetry, peer metadata, ALPN),
// tracing. Changed: every cluster leads in plain text to one server, and those that lead nowhere lead nowhere.
func (t *Told) Place(at Loopback) (*Placed, error) {
	placed := &Placed{Addresses: map[string]string{}, Bootstrap: &bootstrap.Bootstrap{
		Admin:           &bootstrap.Admin{Address: loopback(at.Admin)},
		StaticResources: &bootstrap.Bootstrap_StaticResources{},
	}}
	for _, source := range t.Listeners {
		named := t.byName(source)
		for _, name := range slices.Sorted(maps.Keys(named)) {
			chains := named[name]
			l, err := t.listener(name, source, chains, at)
			if err != nil {
				return nil, fmt.Errorf("listener %s: %w", name, err)
			}
			if l == nil || placed.Addresses[name] != "" {
				continue
			}
			_, number, _ := strings.Cut(name, "/")
			port, err := strconv.ParseUint(number, 10, 16)
			if err != nil {
				return nil, err
			}
			bound, err := at.Address(uint32(port))
			if err != nil {
				return nil, err
			}
			l.Address = address(bound)
			placed.Addresses[name] = bound.String()
			placed.Bootstrap.StaticResources.Listeners = append(placed.Bootstrap.StaticResources.Listeners, l)
		}
	}
	for _, c := range t.Clusters {
		placed.Bootstrap.StaticResources.Clusters = append(placed.Bootstrap.StaticResources.Clusters, at.cluster(c.Name))
	}
	return placed, nil
}

// byName cuts the one listener that takes all inbound traffic into one for each port.
func (t *Told) byName(source *listener.Listener) map[string][]*listener.FilterChain {
	port := source.GetAddress().GetSocketAddress().GetPortValue()
	switch {
	case source.Name == "virtualOutbound":
		return nil
	case source.Name != "virtualInbound":
		return map[string][]*listener.FilterChain{fmt.Sprintf("%s/%d", t.direction(), port): source.FilterChains}
	}
	chains := map[string][]*listener.FilterChain{}
	for _, chain := range source.FilterChains {
		if to := chain.GetFilterChainMatch().GetDestinationPort(); to != nil && to.Value != port {
			name := fmt.Sprintf("inbound/%d", to.Value)
			chains[name] = append(chains[name], chain)
		}
	}
	return chains
}

func (t *Told) direction() string {
	if t.Gateway {
		return "gateway"
	}
	return "outbound"
}

func (t *Told) listener(name string, source *listener.Listener, chains []*listener.FilterChain, at Loopback) (*listener.Listener, error) {
	l := &listener.Listener{Name: name}
	seen := map[string]bool{}
	inspectTLS := false
	for _, chain := range chains {
		chain = proto.Clone(chain).(*listener.FilterChain)
		match := chain.FilterChainMatch
		if match != nil {
			// Addresses and ports were the cluster's; the listener that the traffic comes to stands for them.
			match.DestinationPort, match.PrefixRanges = nil, nil
			inspectTLS = inspectTLS || match.TransportProtocol != "" || len(match.ServerNames) > 0 || len(match.ApplicationProtocols) > 0
		}
		key := match.String()
		if seen[key] {
			continue
		}
		kept, err := t.filters(chain.Filters, at)
		if err != nil {
			return nil, err
		}
		if !terminates(kept) {
			continue
		}
		chain.Filters = kept
		if chain.TransportSocket, err = at.serverTLS(chain.TransportSocket); err != nil {
			return nil, err
		}
		seen[key] = true
		l.FilterChains = append(l.FilterChains, chain)
	}
	if len(l.FilterChains) == 0 {
		return nil, nil
	}
	if inspectTLS {
		inspector, err := anypb.New(&tlsinspector.TlsInspector{})
		if err != nil {
			return nil, err
		}
		l.ListenerFilters = append(l.ListenerFilters, &listener.ListenerFilter{
			Name: "envoy.filters.listener.tls_inspector", ConfigType: &listener.ListenerFilter_TypedConfig{TypedConfig: inspector},
		})
	}
	for _, filter := range source.ListenerFilters {
		if filter.Name == "envoy.filters.listener.http_inspector" && inspectTLS {
			filter = proto.Clone(filter).(*listener.ListenerFilter)
			filter.FilterDisabled = nil
			l.ListenerFilters = append(l.ListenerFilters, filter)
		}
	}
	return l, nil
}

func terminates(filters []*listener.Filter) bool {
	if len(filters) == 0 {
		return false
	}
	last := filters[len(filters)-1].GetTypedConfig().GetTypeUrl()
	return strings.HasSuffix(last, ".HttpConnectionManager") || strings.HasSuffix(last, ".TcpProxy")
}

func (t *Told) filters(filters []*listener.Filter, at Loopback) (kept []*listener.Filter, err error) {
	for _, filter := range filters {
		config := filter.GetTypedConfig()
		switch {
		case !stock(config, "envoy.extensions.filters.network."):
			continue
		case config.MessageIs(&hcm.HttpConnectionManager{}):
			manager := &hcm.HttpConnectionManager{}
			if err := config.UnmarshalTo(manager); err != nil {
				return nil, err
			}
			if err := t.http(manager, at); err != nil {
				return nil, err
			}
			config, err = anypb.New(manager)
		case config.MessageIs(&tcpproxy.TcpProxy{}):
			proxy := &tcpproxy.TcpProxy{}
			if err := config.UnmarshalTo(proxy); err != nil {
				return nil, err
			}
			proxy.AccessLog = nil
			config, err = anypb.New(proxy)
		}
		if err != nil {
			return nil, err
		}
		filter.ConfigType = &listener.Filter_TypedConfig{TypedConfig: config}
		kept = append(kept, filter)
	}
	return kept, nil
}

func (t *Told) http(manager *hcm.HttpConnectionManager, at Loopback) error {
	table := manager.GetRouteConfig()
	if rds := manager.GetRds(); rds != nil {
		if table = t.Routes[rds.RouteConfigName]; table == nil {
			table = &route.RouteConfiguration{Name: rds.RouteConfigName} // as Envoy before an answer: 404 for all
		}
	}
	table = proto.Clone(table).(*route.RouteConfiguration)
	table.ValidateClusters = wrapperspb.Bool(false) // as with routes that come from istiod: an unknown cluster is a 503, not a refusal to start
	table.ResponseHeadersToAdd = append(table.ResponseHeadersToAdd, &core.HeaderValueOption{
		Header:       &core.HeaderValue{Key: ClusterHeader, Value: "%UPSTREAM_CLUSTER_RAW%"},
		AppendAction: core.HeaderValueOption_OVERWRITE_IF_EXISTS_OR_ADD,
	})
	manager.RouteSpecifier = &hcm.HttpConnectionManager_RouteConfig{RouteConfig: table}
	var kept []*hcm.HttpFilter
	for _, filter := range manager.HttpFilters {
		if stock(filter.GetTypedConfig(), "envoy.extensions.filters.http.") {
			kept = append(kept, filter)
		}
	}
	manager.HttpFilters, manager.Tracing, manager.AccessLog = kept, nil, nil
	if at.AccessLog == "" {
		return nil
	}
	log, err := accessLog(at.AccessLog)
	manager.AccessLog = []*accesslog.AccessLog{log}
	return err
}

// stock tells whether an Envoy without Istio's additions has the extension.
func stock(config *anypb.Any, prefix string) bool {
	url := config.GetTypeUrl()
	if inner := (&typedstruct.TypedStruct{}); config.MessageIs(inner) && config.UnmarshalTo(inner) == nil {
		url = inner.TypeUrl
	} else if inner := (&xdsstruct.TypedStruct{}); config.MessageIs(inner) && config.UnmarshalTo(inner) == nil {
		url = inner.TypeUrl
	}
	name := url[strings.LastIndex(url, "/")+1:]
	return strings.HasPrefix(name, prefix) && !strings.Contains(name, ".wasm.")
}

// serverTLS puts the given certificates where istiod's secrets would come from.
func (at Loopback) serverTLS(socket *core.TransportSocket) (*core.TransportSocket, error) {
	context := &tls.DownstreamTlsContext{}
	if socket == nil || !socket.GetTypedConfig().MessageIs(context) {
		return nil, nil
	}
	if err := socket.GetTypedConfig().UnmarshalTo(context); err != nil {
		return nil, err
	}
	common := context.CommonTlsContext
	common.TlsCertificateSdsSecretConfigs = nil
	common.TlsCertificates = []*tls.TlsCertificate{{CertificateChain: inline(at.Identity.Certificate), PrivateKey: inline(at.Identity.Key)}}
	validation := common.GetValidationContext()
	if combined := common.GetCombinedValidationContext(); combined != nil {
		if validation = combined.DefaultValidationContext; validation == nil {
			validation = &tls.CertificateValidationContext{}
		}
	} else if common.GetValidationContextSdsSecretConfig() != nil {
		validation = &tls.CertificateValidationContext{}
	}
	if validation != nil {
		validation.TrustedCa = inline(at.Root)
		common.ValidationContextType = &tls.CommonTlsContext_ValidationContext{ValidationContext: validation}
	}
	config, err := anypb.New(context)
	return &core.TransportSocket{Name: socket.Name, ConfigType: &core.TransportSocket_TypedConfig{TypedConfig: config}}, err
}

func (at Loopback) cluster(name string) *cluster.Cluster {
	c := &cluster.Cluster{
		Name:                 name,
		ConnectTimeout:       durationpb.New(1e9),
		ClusterDiscoveryType: &cluster.Cluster_Type{Type: cluster.Cluster_STATIC},
		LoadAssignment:       &endpoint.ClusterLoadAssignment{ClusterName: name},
	}
	if name != "BlackHoleCluster" {
		c.LoadAssignment.Endpoints = []*endpoint.LocalityLbEndpoints{{LbEndpoints: []*endpoint.LbEndpoint{{
			HostIdentifier: &endpoint.LbEndpoint_Endpoint{Endpoint: &endpoint.Endpoint{Address: loopback(at.Upstream)}},
		}}}}
	}
	return c
}

func accessLog(path string) (*accesslog.AccessLog, error) {
	fields, err := structpb.NewStruct(map[string]any{
		"case":      "%REQ(X-CASE)%",
		"authority": "%REQ(:AUTHORITY)%",
		"path":      "%REQ(:PATH)%", // after a rewrite
		"route":     "%ROUTE_NAME%",
		"cluster":   "%UPSTREAM_CLUSTER_RAW%",
		"code":      "%RESPONSE_CODE%",
		"flags":     "%RESPONSE_FLAGS%",
		"details":   "%RESPONSE_CODE_DETAILS%", // names the policy that denied
		"location":  "%RESP(LOCATION)%",
	})
	if err != nil {
		return nil, err
	}
	config, err := anypb.New(&filelog.FileAccessLog{Path: path, AccessLogFormat: &filelog.FileAccessLog_LogFormat{
		LogFormat: &core.SubstitutionFormatString{Format: &core.SubstitutionFormatString_JsonFormat{JsonFormat: fields}},
	}})
	return &accesslog.AccessLog{Name: "log", ConfigType: &accesslog.AccessLog_TypedConfig{TypedConfig: config}}, err
}

func inline(bytes []byte) *core.DataSource {
	return &core.DataSource{Specifier: &core.DataSource_InlineBytes{InlineBytes: bytes}}
}

func loopback(port uint32) *core.Address {
	return address(net.TCPAddr{IP: net.IPv4(127, 0, 0, 1), Port: int(port)})
}

func address(a net.TCPAddr) *core.Address {
	return &core.Address{Address: &core.Address_SocketAddress{
		SocketAddress: &core.SocketAddress{Address: a.IP.String(), PortSpecifier: &core.SocketAddress_PortValue{PortValue: uint32(a.Port)}},
	}}
}
