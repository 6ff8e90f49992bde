package example;

import static org.assertj.core.api.Assertions.assertThat;

import com.policycortex.istio.lint.Lint;
import com.policycortex.istio.model.networking.Subset;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShopMeshTest {

  @Test
  void nothingIsWrongWithTheMesh() {
    assertThat(Lint.of(ShopMesh.tree().manifests()).errors()).isEmpty();
  }

  @Test
  void aTenthOfTheCartsRequestsGoToTheNextVersion() {
    var shares = ShopMesh.cart().virtualService().http().get(1).route();
    assertThat(shares).extracting(share -> share.weight().orElseThrow()).containsExactly(90, 10);
  }

  @Test
  void everyStepOfTheReleaseNamesOnlySubsetsThatAreThere() {
    List<String> subsets =
        ShopMesh.cart().destinationRule().subsets().stream().map(Subset::name).toList();
    for (var stage : ShopMesh.cart().plan(5, 25, 50, 100).stages()) {
      assertThat(stage.virtualService().http())
          .flatExtracting(route -> route.route())
          .extracting(share -> share.destination().subset().orElseThrow())
          .isSubsetOf(subsets);
    }
  }
}
