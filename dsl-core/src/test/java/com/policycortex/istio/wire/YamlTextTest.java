package com.policycortex.istio.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

class YamlTextTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "true",
        "on",
        "Off",
        "y",
        "N",
        "1e3",
        "0123",
        "0x1f",
        "12:30",
        "12:30:45",
        "2026-01-01",
        "null",
        "~",
        "",
        " ",
        "-",
        ".inf",
        "1_000",
        "=",
        "*",
        "a: b",
        "a #b",
        "a:",
        "[x]",
        "'",
        "@a"
      })
  void what_a_reader_could_mistake_is_quoted(String text) {
    String yaml = YamlText.of(JsonValue.object().with("value", text));

    assertThat(yaml).startsWith("value: \"");
    assertThat(readBack(yaml)).isEqualTo(Map.of("value", text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "v1",
        "30s",
        "128Mi",
        "core-api.policycortex.svc.cluster.local",
        "/api/v1",
        "spiffe://a/b",
        "ROUND_ROBIN",
        "one two"
      })
  void what_no_reader_mistakes_is_left_bare(String text) {
    assertThat(YamlText.of(JsonValue.object().with("value", text)))
        .isEqualTo("value: " + text + "\n");
  }

  @Test
  void text_of_several_lines_is_a_literal_block() {
    String yaml = YamlText.of(JsonValue.object().with("rules", "groups:\n- name: red\n"));

    assertThat(yaml).isEqualTo("rules: |\n  groups:\n  - name: red\n");
  }

  @Test
  void keys_are_quoted_like_values() {
    assertThat(YamlText.of(JsonValue.object().with("on", "1"))).isEqualTo("\"on\": \"1\"\n");
  }

  @Property
  void every_text_reads_back(@ForAll String text) {
    String yaml = YamlText.of(JsonValue.object().with("value", text));

    assertThat(readBack(yaml)).isEqualTo(Map.of("value", text));
  }

  @Property
  void text_of_yaml_s_own_characters_reads_back(
      @ForAll
          @net.jqwik.api.constraints.CharRange(from = ' ', to = '?')
          @net.jqwik.api.constraints.Chars({'\n', '\t', '|', '{', '}', '[', ']', 'e', 'y'})
          String text) {
    String yaml = YamlText.of(JsonValue.object().with("value", text));

    assertThat(readBack(yaml)).isEqualTo(Map.of("value", text));
  }

  private static Object readBack(String yaml) {
    return new Yaml().load(yaml);
  }
}
