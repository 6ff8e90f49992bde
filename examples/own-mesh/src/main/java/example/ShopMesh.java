package example;

import static com.policycortex.istio.dsl.Istio.allow;
import static com.policycortex.istio.dsl.Istio.canary;
import static com.policycortex.istio.dsl.Istio.circuitBreaker;
import static com.policycortex.istio.dsl.Istio.defaultDeny;
import static com.policycortex.istio.dsl.Istio.header;
import static com.policycortex.istio.dsl.Istio.label;
import static com.policycortex.istio.dsl.Istio.service;
import static java.time.Duration.ofSeconds;

import com.policycortex.istio.dsl.Canary;
import com.policycortex.istio.dsl.ServiceRef;
import com.policycortex.istio.model.networking.TrafficPolicy;
import com.policycortex.istio.render.OutputTree;
import java.nio.file.Path;

/** The mesh of a small shop: two services, one of them with a canary. */
public final class ShopMesh {

  static final ServiceRef WEB = service("web").in("shop").http(8080);
  static final ServiceRef CART = service("cart").in("shop").http(8080);

  private ShopMesh() {}

  static Canary cart() {
    return canary(
            CART.subset("stable", label("version", "v1")),
            CART.subset("next", label("version", "v2")))
        .weight(10)
        .optIn(header("x-next").exact("true"))
        .trafficPolicy(
            circuitBreaker()
                .consecutive5xxErrors(5)
                .interval(ofSeconds(30))
                .maxConnections(100)
                .applyTo(TrafficPolicy.trafficPolicy()));
  }

  static OutputTree tree() {
    return OutputTree.empty()
        .with("cart.yaml", cart().manifests())
        .with(
            "access.yaml",
            defaultDeny("shop"),
            allow(WEB).to(CART).methods("GET", "POST").paths("/cart/*").policy());
  }

  /**
   * Writes the mesh.
   *
   * @param arguments the folder
   */
  public static void main(String[] arguments) {
    System.out.println(tree().writeTo(Path.of(arguments[0])));
  }
}
