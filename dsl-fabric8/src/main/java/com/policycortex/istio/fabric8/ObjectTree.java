package com.policycortex.istio.fabric8;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import com.policycortex.istio.fabric8.JsonTree.Oddity;
import com.policycortex.istio.finding.Finding;
import com.policycortex.istio.finding.Origin;
import com.policycortex.istio.finding.ResourceId;
import com.policycortex.istio.finding.Severity;
import com.policycortex.istio.wire.JsonValue.JsonObject;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What an object of fabric8's model holds, and where it has lost something.
 *
 * @param json everything that it holds; empty if that is no JSON
 * @param findings where it has lost something, or may have
 */
record ObjectTree(Optional<JsonObject> json, List<Finding> findings) {

  private static final Pattern EMPTY_MEANS_PRESENT =
      Pattern.compile(".*\\.(headers|withoutHeaders|queryParams)\\.[^\\[\\]]+");
  private static final ObjectMapper MAPPER = mapper();

  private static ObjectMapper mapper() {
    ObjectMapper mapper = new ObjectMapper();
    mapper.setAnnotationIntrospector(new OneofIntrospector());
    mapper.setDefaultPropertyInclusion(
        JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS));
    return mapper;
  }

  static ObjectTree of(HasMetadata object) {
    ResourceId resource = resource(object);
    try {
      JsonTree tree = JsonTree.parse(text(object));
      return new ObjectTree(
          Optional.of(tree.root()),
          tree.oddities().stream().map(odd -> finding(odd, resource)).toList());
    } catch (JsonProcessingException e) {
      return new ObjectTree(
          Optional.empty(),
          List.of(
              error(
                  "FABRIC8-UNREADABLE",
                  resource,
                  "",
                  "the object cannot be written as JSON: " + e.getOriginalMessage(),
                  "look for values in additionalProperties that are no JSON")));
    }
  }

  private static String text(HasMetadata object) throws JsonProcessingException {
    try {
      return MAPPER.writeValueAsString(object);
    } catch (InvalidDefinitionException e) {
      // Times, which only fabric8's own mapper writes. Leases have them, but none of our kinds.
      return Fabric8Mapper.text(object);
    }
  }

  private static ResourceId resource(HasMetadata object) {
    Optional<ObjectMeta> metadata = Optional.ofNullable(object.getMetadata());
    return new ResourceId(
        Optional.ofNullable(object.getKind()).orElse(""),
        metadata.map(ObjectMeta::getNamespace),
        metadata.map(ObjectMeta::getName).orElse(""));
  }

  private static Finding finding(Oddity odd, ResourceId resource) {
    return switch (odd.sort()) {
      case TWICE ->
          error(
              "FABRIC8-TWICE",
              resource,
              odd.path(),
              "this field is set in the object and in its additionalProperties; one of them would"
                  + " be lost",
              "remove it from additionalProperties");
      case ARM_WITHOUT_VALUE ->
          error(
              "FABRIC8-LOST-ARM",
              resource,
              odd.path(),
              "the arm of " + odd.oneof() + " has no value, and nothing of it would be written",
              "give it a value, or take the arm away");
      case EMPTY_ONEOF -> emptyOneof(odd, resource);
    };
  }

  private static Finding emptyOneof(Oddity odd, ResourceId resource) {
    boolean present = EMPTY_MEANS_PRESENT.matcher(odd.path()).matches();
    if (present || odd.path().equals("spec")) {
      return finding(
          "FABRIC8-EMPTY-ONEOF",
          Severity.WARNING,
          resource,
          odd.path(),
          "an empty object stands here, which means "
              + (present ? "that any value will do" : "that nothing is set")
              + "; fabric8 also makes it of a mistyped field",
          "read the text with ManifestReader if there is one");
    }
    return error(
        "FABRIC8-LOST-ARM",
        resource,
        odd.path(),
        "no arm of "
            + odd.oneof()
            + " is set and nothing beside it; fabric8 makes that of a mistyped arm",
        "set an arm, or leave the object out; the text, read with ManifestReader, tells what was"
            + " meant");
  }

  private static Finding error(
      String id, ResourceId resource, String path, String message, String hint) {
    return finding(id, Severity.ERROR, resource, path, message, hint);
  }

  private static Finding finding(
      String id, Severity severity, ResourceId resource, String path, String message, String hint) {
    return new Finding(
        id, severity, resource, path, message, hint, Origin.file(Fabric8.ORIGIN, 0, 0));
  }
}
