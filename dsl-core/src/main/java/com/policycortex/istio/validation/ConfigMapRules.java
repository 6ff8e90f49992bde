package com.policycortex.istio.validation;

import com.policycortex.istio.finding.Gate;
import com.policycortex.istio.model.kubernetes.ConfigMap;
import com.policycortex.istio.yaml.MeshConfigReader;
import com.policycortex.istio.yaml.MeshConfigReader.Embedded;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/** Kubernetes' ConfigMaps: keys and size, and what istiod reads in its own. */
final class ConfigMapRules {

  private static final int KEY = 253;
  private static final int SIZE = 1 << 20;

  static final RuleSet<ConfigMap> RULES =
      RuleSet.of(ConfigMap.class)
          .error(
              "CM-KEY",
              Gate.API_SERVER,
              "Write letters, digits, '-', '_' and '.', at most 253",
              (map, report) -> {
                keys("data", map.data(), report);
                keys("binaryData", map.binaryData(), report);
              })
          .error(
              "CM-KEY-TWICE",
              Gate.API_SERVER,
              "Keep one of the two",
              (map, report) -> {
                for (String key : map.binaryData().keySet()) {
                  if (map.data().containsKey(key)) {
                    report.add("binaryData[" + key + "]", "There is data of the same key");
                  }
                }
              })
          .error(
              "CM-BINARY",
              Gate.API_SERVER,
              "Write the bytes in base64",
              (map, report) ->
                  map.binaryData()
                      .forEach(
                          (key, value) -> {
                            if (!isBase64(value)) {
                              report.add("binaryData[" + key + "]", "The value is not base64");
                            }
                          }))
          .error(
              "CM-SIZE",
              Gate.API_SERVER,
              "Write at most 1 MiB, and split the rest off",
              (map, report) -> {
                long size = 0;
                for (String value : map.data().values()) {
                  size += Text.utf8Length(value);
                }
                for (String value : map.binaryData().values()) {
                  size += value.length() / 4 * 3L;
                }
                if (size > SIZE) {
                  report.add("data", "The data has " + size + " bytes, more than 1 MiB");
                }
              })
          .part(
              "data.mesh",
              map -> embedded(map, MeshConfigReader::meshConfig),
              MeshConfigRules.RULES)
          .part(
              "data.meshNetworks",
              map -> embedded(map, MeshConfigReader::meshNetworks),
              MeshNetworksRules.RULES)
          .build();

  private ConfigMapRules() {}

  // What has an error of reading is said by the reader.
  private static <T> Optional<T> embedded(
      ConfigMap map, BiFunction<ConfigMap, Map<String, String>, Embedded<T>> read) {
    return MeshConfigReader.isOfMesh(map) ? read.apply(map, Map.of()).value() : Optional.empty();
  }

  private static void keys(String field, Map<String, String> data, Report report) {
    for (String key : data.keySet()) {
      if (!isKey(key)) {
        report.add(field + "[" + key + "]", Text.quote(key) + " is not a key");
      }
    }
  }

  // Breaks of lines do not count; padding is needed.
  private static boolean isBase64(String text) {
    int letters = 0;
    int padding = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\r' || c == '\n') {
        continue;
      }
      if (c == '=') {
        padding++;
      } else if (padding > 0 || !(Text.isLetterOrDigit(c) || c == '+' || c == '/')) {
        return false;
      }
      letters++;
    }
    return letters % 4 == 0 && padding <= 2;
  }

  private static boolean isKey(String key) {
    if (key.isEmpty() || key.length() > KEY || key.equals(".") || key.startsWith("..")) {
      return false;
    }
    for (int i = 0; i < key.length(); i++) {
      char c = key.charAt(i);
      if (!Text.isLetterOrDigit(c) && c != '-' && c != '_' && c != '.') {
        return false;
      }
    }
    return true;
  }
}
