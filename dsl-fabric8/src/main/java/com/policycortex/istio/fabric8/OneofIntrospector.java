package com.policycortex.istio.fabric8;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.PropertyName;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.util.NameTransformer;
import org.jspecify.annotations.Nullable;

/**
 * Makes Jackson write a oneof of fabric8's model as a field of its own, {@code null} where no arm
 * is set, in place of the arm's fields beside the others: so that one that lost its arm can be
 * seen.
 */
final class OneofIntrospector extends JacksonAnnotationIntrospector {

  private static final long serialVersionUID = 1L;

  @Override
  public @Nullable NameTransformer findUnwrappingNameTransformer(AnnotatedMember member) {
    return null;
  }

  @Override
  public @Nullable PropertyName findNameForSerialization(Annotated member) {
    JsonProperty name = member.getAnnotation(JsonProperty.class);
    return isOneof(member) && name != null
        ? PropertyName.construct(JsonTree.ONEOF + name.value())
        : super.findNameForSerialization(member);
  }

  @Override
  public JsonInclude.Value findPropertyInclusion(Annotated member) {
    return isOneof(member)
        ? JsonInclude.Value.construct(JsonInclude.Include.ALWAYS, JsonInclude.Include.ALWAYS)
        : super.findPropertyInclusion(member);
  }

  private static boolean isOneof(Annotated member) {
    return member.hasAnnotation(JsonUnwrapped.class);
  }
}
