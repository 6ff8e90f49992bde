package example;

import static com.policycortex.istio.dsl.Istio.service;
import static com.policycortex.istio.dsl.Istio.to;
import static com.policycortex.istio.dsl.Istio.virtualService;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.policycortex.istio.fabric8.Fabric8;
import com.policycortex.istio.model.networking.HttpRoute;
import io.fabric8.istio.api.networking.v1.VirtualService;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.List;
import org.junit.jupiter.api.Test;

class ThereAndBackTest {

  private static final com.policycortex.istio.model.networking.VirtualService ROUTES =
      virtualService(service("cart").in("shop"))
          .http(HttpRoute.httpRoute().route(to(service("cart").in("shop"))));

  @Test
  void aManifestBecomesAnObjectOfFabric8AndComesBackEqual() {
    HasMetadata object = Fabric8.toFabric8(ROUTES);
    assertInstanceOf(VirtualService.class, object);
    assertEquals(List.of(ROUTES), Fabric8.fromFabric8(object).manifests());
  }

  @Test
  void fabric8WritesTheObjectAsYamlAndReadsIt() {
    HasMetadata object = Fabric8.toFabric8(ROUTES);
    HasMetadata again = Serialization.unmarshal(Serialization.asYaml(object));
    assertEquals(List.of(ROUTES), Fabric8.fromFabric8(again).manifests());
  }
}
