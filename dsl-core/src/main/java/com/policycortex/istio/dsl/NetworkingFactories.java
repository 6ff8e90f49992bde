package com.policycortex.istio.dsl;

import com.policycortex.istio.model.networking.ClientTlsSettings;
import com.policycortex.istio.model.networking.ClusterMatch;
import com.policycortex.istio.model.networking.ConnectionPoolSettings;
import com.policycortex.istio.model.networking.ConsistentHash;
import com.policycortex.istio.model.networking.CookieAttribute;
import com.policycortex.istio.model.networking.CorsPolicy;
import com.policycortex.istio.model.networking.Delegate;
import com.policycortex.istio.model.networking.Destination;
import com.policycortex.istio.model.networking.DestinationRule;
import com.policycortex.istio.model.networking.EnvoyConfigObjectMatch;
import com.policycortex.istio.model.networking.EnvoyConfigObjectPatch;
import com.policycortex.istio.model.networking.EnvoyFilter;
import com.policycortex.istio.model.networking.ExecHealthCheckConfig;
import com.policycortex.istio.model.networking.FaultAbort;
import com.policycortex.istio.model.networking.FaultDelay;
import com.policycortex.istio.model.networking.FilterChainMatch;
import com.policycortex.istio.model.networking.FilterMatch;
import com.policycortex.istio.model.networking.Gateway;
import com.policycortex.istio.model.networking.GrpcHealthCheckConfig;
import com.policycortex.istio.model.networking.HeaderOperations;
import com.policycortex.istio.model.networking.Headers;
import com.policycortex.istio.model.networking.Http2KeepAlive;
import com.policycortex.istio.model.networking.HttpCookie;
import com.policycortex.istio.model.networking.HttpDirectResponse;
import com.policycortex.istio.model.networking.HttpDirectResponseBody;
import com.policycortex.istio.model.networking.HttpFaultInjection;
import com.policycortex.istio.model.networking.HttpHeader;
import com.policycortex.istio.model.networking.HttpHealthCheckConfig;
import com.policycortex.istio.model.networking.HttpMatchRequest;
import com.policycortex.istio.model.networking.HttpMirrorPolicy;
import com.policycortex.istio.model.networking.HttpRedirect;
import com.policycortex.istio.model.networking.HttpRetry;
import com.policycortex.istio.model.networking.HttpRewrite;
import com.policycortex.istio.model.networking.HttpRoute;
import com.policycortex.istio.model.networking.HttpRouteDestination;
import com.policycortex.istio.model.networking.HttpSettings;
import com.policycortex.istio.model.networking.IstioEgressListener;
import com.policycortex.istio.model.networking.IstioIngressListener;
import com.policycortex.istio.model.networking.L4MatchAttributes;
import com.policycortex.istio.model.networking.ListenerMatch;
import com.policycortex.istio.model.networking.LoadBalancerSettings;
import com.policycortex.istio.model.networking.LocalityDistribution;
import com.policycortex.istio.model.networking.LocalityLoadBalancerSetting;
import com.policycortex.istio.model.networking.Maglev;
import com.policycortex.istio.model.networking.OutboundTrafficPolicy;
import com.policycortex.istio.model.networking.OutlierDetection;
import com.policycortex.istio.model.networking.Patch;
import com.policycortex.istio.model.networking.Percent;
import com.policycortex.istio.model.networking.Port;
import com.policycortex.istio.model.networking.PortTrafficPolicy;
import com.policycortex.istio.model.networking.ProxyConfig;
import com.policycortex.istio.model.networking.ProxyMatch;
import com.policycortex.istio.model.networking.ProxyProtocol;
import com.policycortex.istio.model.networking.ReadinessProbe;
import com.policycortex.istio.model.networking.RegexRewrite;
import com.policycortex.istio.model.networking.RetryBudget;
import com.policycortex.istio.model.networking.RingHash;
import com.policycortex.istio.model.networking.RouteConfigurationMatch;
import com.policycortex.istio.model.networking.RouteDestination;
import com.policycortex.istio.model.networking.RouteMatch;
import com.policycortex.istio.model.networking.Server;
import com.policycortex.istio.model.networking.ServerTlsSettings;
import com.policycortex.istio.model.networking.ServiceEntry;
import com.policycortex.istio.model.networking.ServiceEntryPort;
import com.policycortex.istio.model.networking.Sidecar;
import com.policycortex.istio.model.networking.SidecarPort;
import com.policycortex.istio.model.networking.SubFilterMatch;
import com.policycortex.istio.model.networking.Subset;
import com.policycortex.istio.model.networking.TcpHealthCheckConfig;
import com.policycortex.istio.model.networking.TcpKeepalive;
import com.policycortex.istio.model.networking.TcpRoute;
import com.policycortex.istio.model.networking.TcpSettings;
import com.policycortex.istio.model.networking.TlsCertificate;
import com.policycortex.istio.model.networking.TlsMatchAttributes;
import com.policycortex.istio.model.networking.TlsRoute;
import com.policycortex.istio.model.networking.TrafficPolicy;
import com.policycortex.istio.model.networking.TunnelSettings;
import com.policycortex.istio.model.networking.VirtualHostMatch;
import com.policycortex.istio.model.networking.VirtualService;
import com.policycortex.istio.model.networking.WarmupConfiguration;
import com.policycortex.istio.model.networking.WaypointMatch;
import com.policycortex.istio.model.networking.WaypointRouteMatch;
import com.policycortex.istio.model.networking.WorkloadEntry;
import com.policycortex.istio.model.networking.WorkloadEntrySpec;
import com.policycortex.istio.model.networking.WorkloadGroup;
import com.policycortex.istio.model.networking.WorkloadGroupMetadata;
import com.policycortex.istio.model.networking.ZoneAwareLoadBalancerSetting;

/** The factories of the kinds and messages of {@code networking.istio.io}. */
abstract class NetworkingFactories extends SecurityFactories {

  NetworkingFactories() {}

  /** A {@link ClientTlsSettings} that sets nothing yet. */
  public static ClientTlsSettings clientTlsSettings() {
    return ClientTlsSettings.clientTlsSettings();
  }

  /** A {@link ClusterMatch} that sets nothing yet. */
  public static ClusterMatch clusterMatch() {
    return ClusterMatch.clusterMatch();
  }

  /** A {@link ConnectionPoolSettings} that sets nothing yet. */
  public static ConnectionPoolSettings connectionPoolSettings() {
    return ConnectionPoolSettings.connectionPoolSettings();
  }

  /** A {@link ConsistentHash} that sets nothing yet. */
  public static ConsistentHash consistentHash() {
    return ConsistentHash.consistentHash();
  }

  /** A {@link CookieAttribute}: the attribute of this name. */
  public static CookieAttribute cookieAttribute(String name) {
    return CookieAttribute.cookieAttribute(name);
  }

  /** A {@link CorsPolicy} that sets nothing yet. */
  public static CorsPolicy corsPolicy() {
    return CorsPolicy.corsPolicy();
  }

  /** A {@link Delegate} that sets nothing yet. */
  public static Delegate delegate() {
    return Delegate.delegate();
  }

  /** A {@link Destination}: a destination. */
  public static Destination destination(String host) {
    return Destination.destination(host);
  }

  /** A DestinationRule of this name for a host, that sets nothing yet. */
  public static DestinationRule destinationRule(String name, String host) {
    return DestinationRule.destinationRule(name, host);
  }

  /** An {@link EnvoyConfigObjectMatch} that sets nothing yet. */
  public static EnvoyConfigObjectMatch envoyConfigObjectMatch() {
    return EnvoyConfigObjectMatch.envoyConfigObjectMatch();
  }

  /** An {@link EnvoyConfigObjectPatch} that sets nothing yet. */
  public static EnvoyConfigObjectPatch envoyConfigObjectPatch() {
    return EnvoyConfigObjectPatch.envoyConfigObjectPatch();
  }

  /** An EnvoyFilter of this name, without patches yet. */
  public static EnvoyFilter envoyFilter(String name) {
    return EnvoyFilter.envoyFilter(name);
  }

  /** An {@link ExecHealthCheckConfig} that sets nothing yet. */
  public static ExecHealthCheckConfig execHealthCheckConfig() {
    return ExecHealthCheckConfig.execHealthCheckConfig();
  }

  /** A {@link FaultAbort} that sets nothing yet. */
  public static FaultAbort faultAbort() {
    return FaultAbort.faultAbort();
  }

  /** A {@link FaultDelay} that sets nothing yet. */
  public static FaultDelay faultDelay() {
    return FaultDelay.faultDelay();
  }

  /** A {@link FilterChainMatch} that sets nothing yet. */
  public static FilterChainMatch filterChainMatch() {
    return FilterChainMatch.filterChainMatch();
  }

  /** A {@link FilterMatch} that sets nothing yet. */
  public static FilterMatch filterMatch() {
    return FilterMatch.filterMatch();
  }

  /** A Gateway of this name, without servers yet. */
  public static Gateway gateway(String name) {
    return Gateway.gateway(name);
  }

  /** A {@link GrpcHealthCheckConfig} that sets nothing yet. */
  public static GrpcHealthCheckConfig grpcHealthCheckConfig() {
    return GrpcHealthCheckConfig.grpcHealthCheckConfig();
  }

  /** A {@link HeaderOperations} that sets nothing yet. */
  public static HeaderOperations headerOperations() {
    return HeaderOperations.headerOperations();
  }

  /** A {@link Headers} that sets nothing yet. */
  public static Headers headers() {
    return Headers.headers();
  }

  /** A {@link Http2KeepAlive} that sets nothing yet. */
  public static Http2KeepAlive http2KeepAlive() {
    return Http2KeepAlive.http2KeepAlive();
  }

  /** A {@link HttpCookie}: the cookie of this name. */
  public static HttpCookie httpCookie(String name) {
    return HttpCookie.httpCookie(name);
  }

  /** A {@link HttpDirectResponse}: an answer of this status without a body. */
  public static HttpDirectResponse httpDirectResponse(long status) {
    return HttpDirectResponse.httpDirectResponse(status);
  }

  /** A {@link HttpDirectResponseBody} that sets nothing yet. */
  public static HttpDirectResponseBody httpDirectResponseBody() {
    return HttpDirectResponseBody.httpDirectResponseBody();
  }

  /** A {@link HttpFaultInjection} that sets nothing yet. */
  public static HttpFaultInjection httpFaultInjection() {
    return HttpFaultInjection.httpFaultInjection();
  }

  /** A {@link HttpHeader} that sets nothing yet. */
  public static HttpHeader httpHeader() {
    return HttpHeader.httpHeader();
  }

  /** A {@link HttpHealthCheckConfig}: a probe of this port. */
  public static HttpHealthCheckConfig httpHealthCheckConfig(long port) {
    return HttpHealthCheckConfig.httpHealthCheckConfig(port);
  }

  /** A {@link HttpMatchRequest} that sets nothing yet. */
  public static HttpMatchRequest httpMatchRequest() {
    return HttpMatchRequest.httpMatchRequest();
  }

  /** A {@link HttpMirrorPolicy}: a copy of all requests to this destination. */
  public static HttpMirrorPolicy httpMirrorPolicy(Destination destination) {
    return HttpMirrorPolicy.httpMirrorPolicy(destination);
  }

  /** A {@link HttpRedirect} that sets nothing yet. */
  public static HttpRedirect httpRedirect() {
    return HttpRedirect.httpRedirect();
  }

  /** A {@link HttpRetry} that sets nothing yet. */
  public static HttpRetry httpRetry() {
    return HttpRetry.httpRetry();
  }

  /** A {@link HttpRewrite} that sets nothing yet. */
  public static HttpRewrite httpRewrite() {
    return HttpRewrite.httpRewrite();
  }

  /** A {@link HttpRoute} that sets nothing yet. */
  public static HttpRoute httpRoute() {
    return HttpRoute.httpRoute();
  }

  /** A {@link HttpRouteDestination}: all requests to this destination. */
  public static HttpRouteDestination httpRouteDestination(Destination destination) {
    return HttpRouteDestination.httpRouteDestination(destination);
  }

  /** A {@link HttpSettings} that sets nothing yet. */
  public static HttpSettings httpSettings() {
    return HttpSettings.httpSettings();
  }

  /** An {@link IstioEgressListener}: a listener, without hosts yet. */
  public static IstioEgressListener istioEgressListener() {
    return IstioEgressListener.istioEgressListener();
  }

  /** An {@link IstioIngressListener}: a listener on this port. */
  public static IstioIngressListener istioIngressListener(SidecarPort port) {
    return IstioIngressListener.istioIngressListener(port);
  }

  /** A {@link L4MatchAttributes} that sets nothing yet. */
  public static L4MatchAttributes l4MatchAttributes() {
    return L4MatchAttributes.l4MatchAttributes();
  }

  /** A {@link ListenerMatch} that sets nothing yet. */
  public static ListenerMatch listenerMatch() {
    return ListenerMatch.listenerMatch();
  }

  /** A {@link LoadBalancerSettings} that sets nothing yet. */
  public static LoadBalancerSettings loadBalancerSettings() {
    return LoadBalancerSettings.loadBalancerSettings();
  }

  /** A {@link LocalityDistribution} that sets nothing yet. */
  public static LocalityDistribution localityDistribution() {
    return LocalityDistribution.localityDistribution();
  }

  /** A {@link LocalityLoadBalancerSetting} that sets nothing yet. */
  public static LocalityLoadBalancerSetting localityLoadBalancerSetting() {
    return LocalityLoadBalancerSetting.localityLoadBalancerSetting();
  }

  /** A {@link Maglev} that sets nothing yet. */
  public static Maglev maglev() {
    return Maglev.maglev();
  }

  /** An {@link OutboundTrafficPolicy} that sets nothing yet. */
  public static OutboundTrafficPolicy outboundTrafficPolicy() {
    return OutboundTrafficPolicy.outboundTrafficPolicy();
  }

  /**
   * An {@link OutlierDetection}: outlier detection with Istio's defaults: 5 consecutive 5xx errors
   * within 10 s sweeps.
   */
  public static OutlierDetection outlierDetection() {
    return OutlierDetection.outlierDetection();
  }

  /** A {@link Patch} that sets nothing yet. */
  public static Patch patch() {
    return Patch.patch();
  }

  /** A {@link Percent} that sets nothing yet. */
  public static Percent percent() {
    return Percent.percent();
  }

  /** A {@link Port}: a port of this number, protocol and name. */
  public static Port port(long number, String protocol, String name) {
    return Port.port(number, protocol, name);
  }

  /** A {@link PortTrafficPolicy} that sets nothing yet. */
  public static PortTrafficPolicy portTrafficPolicy() {
    return PortTrafficPolicy.portTrafficPolicy();
  }

  /** A ProxyConfig of this name that sets nothing yet. */
  public static ProxyConfig proxyConfig(String name) {
    return ProxyConfig.proxyConfig(name);
  }

  /** A {@link ProxyMatch} that sets nothing yet. */
  public static ProxyMatch proxyMatch() {
    return ProxyMatch.proxyMatch();
  }

  /** A {@link ProxyProtocol} that sets nothing yet. */
  public static ProxyProtocol proxyProtocol() {
    return ProxyProtocol.proxyProtocol();
  }

  /** A {@link ReadinessProbe} that sets nothing yet. */
  public static ReadinessProbe readinessProbe() {
    return ReadinessProbe.readinessProbe();
  }

  /** A {@link RegexRewrite} that sets nothing yet. */
  public static RegexRewrite regexRewrite() {
    return RegexRewrite.regexRewrite();
  }

  /** A {@link RetryBudget} that sets nothing yet. */
  public static RetryBudget retryBudget() {
    return RetryBudget.retryBudget();
  }

  /** A {@link RingHash} that sets nothing yet. */
  public static RingHash ringHash() {
    return RingHash.ringHash();
  }

  /** A {@link RouteConfigurationMatch} that sets nothing yet. */
  public static RouteConfigurationMatch routeConfigurationMatch() {
    return RouteConfigurationMatch.routeConfigurationMatch();
  }

  /** A {@link RouteDestination}: all connections to this destination. */
  public static RouteDestination routeDestination(Destination destination) {
    return RouteDestination.routeDestination(destination);
  }

  /** A {@link RouteMatch} that sets nothing yet. */
  public static RouteMatch routeMatch() {
    return RouteMatch.routeMatch();
  }

  /** A {@link Server}: a server on this port, without hosts yet. */
  public static Server server(Port port) {
    return Server.server(port);
  }

  /** A {@link ServerTlsSettings} that sets nothing yet. */
  public static ServerTlsSettings serverTlsSettings() {
    return ServerTlsSettings.serverTlsSettings();
  }

  /** A ServiceEntry of this name, without hosts yet. */
  public static ServiceEntry serviceEntry(String name) {
    return ServiceEntry.serviceEntry(name);
  }

  /** A {@link ServiceEntryPort}: a port of this number and name. */
  public static ServiceEntryPort serviceEntryPort(long number, String name) {
    return ServiceEntryPort.serviceEntryPort(number, name);
  }

  /** A Sidecar of this name, that sets nothing yet. */
  public static Sidecar sidecar(String name) {
    return Sidecar.sidecar(name);
  }

  /** A {@link SidecarPort} that sets nothing yet. */
  public static SidecarPort sidecarPort() {
    return SidecarPort.sidecarPort();
  }

  /** A {@link SubFilterMatch} that sets nothing yet. */
  public static SubFilterMatch subFilterMatch() {
    return SubFilterMatch.subFilterMatch();
  }

  /** A {@link Subset}: a subset of this name. */
  public static Subset subset(String name) {
    return Subset.subset(name);
  }

  /** A {@link TcpHealthCheckConfig}: a probe of this port. */
  public static TcpHealthCheckConfig tcpHealthCheckConfig(long port) {
    return TcpHealthCheckConfig.tcpHealthCheckConfig(port);
  }

  /** A {@link TcpKeepalive} that sets nothing yet. */
  public static TcpKeepalive tcpKeepalive() {
    return TcpKeepalive.tcpKeepalive();
  }

  /** A {@link TcpRoute} that sets nothing yet. */
  public static TcpRoute tcpRoute() {
    return TcpRoute.tcpRoute();
  }

  /** A {@link TcpSettings} that sets nothing yet. */
  public static TcpSettings tcpSettings() {
    return TcpSettings.tcpSettings();
  }

  /** A {@link TlsCertificate} that sets nothing yet. */
  public static TlsCertificate tlsCertificate() {
    return TlsCertificate.tlsCertificate();
  }

  /** A {@link TlsMatchAttributes} that sets nothing yet. */
  public static TlsMatchAttributes tlsMatchAttributes() {
    return TlsMatchAttributes.tlsMatchAttributes();
  }

  /** A {@link TlsRoute} that sets nothing yet. */
  public static TlsRoute tlsRoute() {
    return TlsRoute.tlsRoute();
  }

  /** A {@link TrafficPolicy} that sets nothing yet. */
  public static TrafficPolicy trafficPolicy() {
    return TrafficPolicy.trafficPolicy();
  }

  /** A {@link TunnelSettings}: a tunnel to this host and port. */
  public static TunnelSettings tunnelSettings(String targetHost, long targetPort) {
    return TunnelSettings.tunnelSettings(targetHost, targetPort);
  }

  /** A {@link VirtualHostMatch} that sets nothing yet. */
  public static VirtualHostMatch virtualHostMatch() {
    return VirtualHostMatch.virtualHostMatch();
  }

  /** A VirtualService of this name that routes nothing yet. */
  public static VirtualService virtualService(String name) {
    return VirtualService.virtualService(name);
  }

  /** A {@link WarmupConfiguration} that sets nothing yet. */
  public static WarmupConfiguration warmupConfiguration() {
    return WarmupConfiguration.warmupConfiguration();
  }

  /** A {@link WaypointMatch} that sets nothing yet. */
  public static WaypointMatch waypointMatch() {
    return WaypointMatch.waypointMatch();
  }

  /** A {@link WaypointRouteMatch} that sets nothing yet. */
  public static WaypointRouteMatch waypointRouteMatch() {
    return WaypointRouteMatch.waypointRouteMatch();
  }

  /** A WorkloadEntry of this name, without an address yet. */
  public static WorkloadEntry workloadEntry(String name) {
    return WorkloadEntry.workloadEntry(name);
  }

  /** A {@link WorkloadEntrySpec} that sets nothing yet. */
  public static WorkloadEntrySpec workloadEntrySpec() {
    return WorkloadEntrySpec.workloadEntrySpec();
  }

  /** A WorkloadGroup of this name and template. */
  public static WorkloadGroup workloadGroup(String name, WorkloadEntrySpec template) {
    return WorkloadGroup.workloadGroup(name, template);
  }

  /** A {@link WorkloadGroupMetadata} that sets nothing yet. */
  public static WorkloadGroupMetadata workloadGroupMetadata() {
    return WorkloadGroupMetadata.workloadGroupMetadata();
  }

  /** A {@link ZoneAwareLoadBalancerSetting} that sets nothing yet. */
  public static ZoneAwareLoadBalancerSetting zoneAwareLoadBalancerSetting() {
    return ZoneAwareLoadBalancerSetting.zoneAwareLoadBalancerSetting();
  }
}
