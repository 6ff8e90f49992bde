package com.policycortex.istio.fabric8;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.policycortex.istio.finding.Severity;
import com.policycortex.istio.wire.JsonText;
import com.policycortex.istio.wire.JsonValue.JsonObject;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What fabric8's classes lack of Istio's API, and that nothing of it is lost here. */
class Fabric8LacksTest {

  /** Writes the table into the documentation. */
  private static final boolean WRITE = Boolean.getBoolean("golden.write");

  private static final Path PAGE = Path.of("../docs/fabric8.md");
  private static final String BEGIN = "<!-- what fabric8 lacks: made by Fabric8LacksTest -->\n";
  private static final String END = "<!-- end -->\n";

  private static final KubernetesSerialization FABRIC8 = new KubernetesSerialization();
  private static final ObjectMapper WITHOUT_ADDITIONAL = withoutAdditional();

  @Test
  void everyFieldOfTheTableGoesToFabric8AndComesBackTheSame() {
    List<String> lost = new ArrayList<>();
    int checked = 0;
    for (ApiField field : ApiField.all()) {
      for (String value : field.values()) {
        JsonObject json = field.manifest(value);
        Optional<HasMetadata> object =
            type(field)
                .flatMap(type -> Fabric8Mapper.convert(json, type))
                .filter(o -> holds(o, json));
        HasMetadata carrier =
            object.orElseGet(
                () -> Fabric8Mapper.convert(json, GenericKubernetesResource.class).orElseThrow());
        if (!ObjectTree.of(carrier).json().equals(Optional.of(json))) {
          lost.add(field.kind() + " " + field.path() + " = " + value);
        }
        checked++;
      }
    }
    assertThat(lost).isEmpty();
    assertThat(checked).isGreaterThan(1000);
  }

  private static boolean holds(HasMetadata object, JsonObject json) {
    return Fabric8Mapper.written(object).equals(Optional.of(json))
        && ObjectTree.of(object).findings().stream()
            .noneMatch(finding -> finding.severity() == Severity.ERROR);
  }

  @Test
  void theDocumentationTellsWhatFabric8Lacks() throws IOException {
    String table = table();
    String page = Files.readString(PAGE);
    int begin = page.indexOf(BEGIN) + BEGIN.length();
    int end = page.indexOf(END, begin);
    if (WRITE) {
      Files.writeString(PAGE, page.substring(0, begin) + table + page.substring(end));
      return;
    }
    assertThat(page.substring(begin, end)).isEqualTo(table);
  }

  private static String table() {
    List<ApiField> fields = ApiField.all();
    Set<String> rows = new LinkedHashSet<>();
    for (ApiField field : fields) {
      List<String> lacking = isLeaf(field, fields) ? lacking(field) : List.of();
      if (type(field).isEmpty()) {
        rows.add("| " + field.kind() + " | the kind | has no class |\n");
      } else if (lacking.size() == field.values().size()) {
        rows.add(row(field, highestUnknown(field, fields), lacking.get(0)));
      } else if (!lacking.isEmpty()) {
        String constants = String.join(", ", lacking).replace("\"", "");
        rows.add(row(field, field.path() + " = " + constants, lacking.get(0)));
      }
    }
    return "| kind | field | fabric8 alone |\n|---|---|---|\n" + String.join("", rows);
  }

  private static String row(ApiField field, String what, String value) {
    // The same settings stand in subsets and for single ports.
    String path = what.replace("subsets[].", "").replace("portLevelSettings[].", "");
    boolean aside = isAside(field, field.manifest(value));
    return "| "
        + field.kind()
        + " | `"
        + path
        + "` | "
        + (aside ? "keeps it in `additionalProperties`" : "drops it")
        + " |\n";
  }

  /** The longest way up to an object of which nothing is known. */
  private static String highestUnknown(ApiField leaf, List<ApiField> fields) {
    String highest = leaf.path();
    for (int end = highest.lastIndexOf('.'); end > 0; end = highest.lastIndexOf('.')) {
      String above = highest.substring(0, end);
      boolean nothingKnown =
          fields.stream()
              .filter(field -> isBelow(field, leaf.kind(), above) && isLeaf(field, fields))
              .allMatch(field -> lacking(field).size() == field.values().size());
      if (!nothingKnown) {
        break;
      }
      highest = above;
    }
    return highest;
  }

  private static boolean isLeaf(ApiField field, List<ApiField> fields) {
    return fields.stream().noneMatch(other -> isBelow(other, field.kind(), field.path()));
  }

  private static boolean isBelow(ApiField field, String kind, String path) {
    return field.kind().equals(kind)
        && (field.path().startsWith(path + ".") || field.path().startsWith(path + "[]"));
  }

  private static List<String> lacking(ApiField field) {
    return field.values().stream().filter(value -> isLacking(field, value)).toList();
  }

  private static boolean isLacking(ApiField field, String value) {
    JsonObject json = field.manifest(value);
    // Empty maps are dropped everywhere.
    return !value.equals("{}") && !known(field, json).equals(Optional.of(json));
  }

  private static boolean isAside(ApiField field, JsonObject json) {
    return written(field, json).equals(Optional.of(json))
        && !known(field, json).equals(Optional.of(json));
  }

  /** What fabric8 writes of what it has read. */
  private static Optional<JsonObject> written(ApiField field, JsonObject json) {
    return read(field, json).map(object -> JsonTree.parse(FABRIC8.asJson(object)).root());
  }

  /** What of it is in fields of fabric8's classes. */
  private static Optional<JsonObject> known(ApiField field, JsonObject json) {
    return read(field, json)
        .map(
            object -> {
              try {
                return JsonTree.parse(WITHOUT_ADDITIONAL.writeValueAsString(object)).root();
              } catch (IOException e) {
                throw new IllegalStateException(e);
              }
            });
  }

  private static Optional<HasMetadata> read(ApiField field, JsonObject json) {
    try {
      return type(field).map(type -> FABRIC8.unmarshal(JsonText.of(json), type));
    } catch (KubernetesClientException e) {
      return Optional.empty();
    }
  }

  private static Optional<Class<? extends HasMetadata>> type(ApiField field) {
    return Fabric8Kinds.ALL.stream()
        .filter(type -> HasMetadata.getApiVersion(type).equals(field.apiVersion()))
        .filter(type -> HasMetadata.getKind(type).equals(field.kind()))
        .findFirst();
  }

  private static ObjectMapper withoutAdditional() {
    ObjectMapper mapper = new ObjectMapper();
    mapper.setAnnotationIntrospector(
        new JacksonAnnotationIntrospector() {
          private static final long serialVersionUID = 1L;

          @Override
          public @Nullable Boolean hasAnyGetter(Annotated member) {
            return false;
          }
        });
    mapper.setDefaultPropertyInclusion(
        JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS));
    return mapper;
  }
}
