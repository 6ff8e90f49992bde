package com.policycortex.istio.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import com.policycortex.istio.yaml.Node.Scalar;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {

  // What sigs.k8s.io/yaml makes of each.
  @ParameterizedTest
  @CsvSource({
    "on, true",
    "No, false",
    "0123, 83",
    "9223372036854775807, 9223372036854775807",
    "1.50, 1.5",
    "1_000.5, 1000.5",
    "1e5, 100000",
    "1e6, 1e+06",
    "123456.7, 123456.7",
    "1234567.8, 1.2345678e+06",
    "1.23456789, 1.2345679",
    "8388608.5, 8.388608e+06",
    "16777217.0, 1.6777216e+07",
    "1.17549435e-38, 1.1754944e-38",
    "0.0001, 0.0001",
    "0.00001, 1e-05",
    "-1.5e-7, -1.5e-07",
    "3.4e38, 3.4e+38",
    "1e39, .inf",
    "-1e39, -.inf",
    ".NaN, .nan",
    "+.inf, .inf",
    "-.Inf, -.inf",
    "0.0, 0",
    "-0.0, -0",
    "0.1e-60, 0",
    "1e400, 1e400"
  })
  void aNameIsReadAsKubernetesWritesIt(String written, String read) {
    assertThat(Names.read(plain(written))).contains(read);
  }

  @ParameterizedTest
  @ValueSource(strings = {"18446744073709551615", "~", "null"})
  void whatKubernetesTakesForNoNameIsNone(String written) {
    assertThat(Names.read(plain(written))).isEmpty();
  }

  private static Scalar plain(String text) {
    return new Scalar(text, true, 1, 1);
  }
}
