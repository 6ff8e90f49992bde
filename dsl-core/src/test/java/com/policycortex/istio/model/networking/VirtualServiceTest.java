package com.policycortex.istio.model.networking;

import static com.policycortex.istio.model.networking.Destination.destination;
import static com.policycortex.istio.model.networking.HttpMatchRequest.httpMatchRequest;
import static com.policycortex.istio.model.networking.HttpRoute.httpRoute;
import static com.policycortex.istio.model.networking.HttpRouteDestination.httpRouteDestination;
import static com.policycortex.istio.model.networking.VirtualService.virtualService;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class VirtualServiceTest {

  @Test
  void the_canary_by_header_and_weight_prints_as_its_yaml() {
    Destination v1 = destination("core-api").subset("v1");
    Destination v2 = destination("core-api").subset("v2");

    VirtualService canary =
        virtualService("core-api")
            .in("policycortex")
            .hosts("core-api")
            .http(
                httpRoute()
                    .match(httpMatchRequest().headers(Map.of("canary", StringMatch.exact("true"))))
                    .route(httpRouteDestination(v2).weight(100)),
                httpRoute()
                    .route(
                        httpRouteDestination(v1).weight(90), httpRouteDestination(v2).weight(10)));

    assertThat(canary)
        .hasToString(
            """
            apiVersion: networking.istio.io/v1
            kind: VirtualService
            metadata:
              name: core-api
              namespace: policycortex
            spec:
              hosts:
              - core-api
              http:
              - match:
                - headers:
                    canary:
                      exact: "true"
                route:
                - destination:
                    host: core-api
                    subset: v2
                  weight: 100
              - route:
                - destination:
                    host: core-api
                    subset: v1
                  weight: 90
                - destination:
                    host: core-api
                    subset: v2
                  weight: 10
            """);
  }
}
