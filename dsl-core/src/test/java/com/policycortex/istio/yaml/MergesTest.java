package com.policycortex.istio.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import com.policycortex.istio.model.kubernetes.ConfigMap;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an API server stored of such manifests when kubectl applied them. */
class MergesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{<<: *one}                                       | {a=b, c=d}",
        "{!!merge <<: *one}                               | {a=b, c=d}",
        "{<<: *one, a: own}                               | {a=own, c=d}",
        "{a: own, <<: *one}                               | {a=b, c=d}",
        "{<<: [*one, {a: w, e: f}, {e: g, h: i}]}         | {a=b, c=d, e=f, h=i}",
        "{<<: [*one, {e: f}], <<: {c: v}}                 | {a=b, c=v, e=f}",
        "{a: own, <<: [*one, {a: w, e: f}], c: own}       | {a=b, c=own, e=f}"
      })
  void whatStandsLaterDecides(String data, String read) {
    String head =
        "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a, labels: &one {a: b, c: d}}\n";
    ConfigMap map =
        (ConfigMap) ManifestReader.read("a.yaml", head + "data: " + data).manifests().get(0);

    assertThat(new TreeMap<>(map.data())).hasToString(read);
  }
}
