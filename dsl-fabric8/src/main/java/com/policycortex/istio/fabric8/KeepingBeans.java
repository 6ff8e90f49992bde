package com.policycortex.istio.fabric8;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.deser.std.DelegatingDeserializer;
import java.io.IOException;
import java.util.Optional;

/** Reads an object that has no oneof as fabric8 does, and keeps what that loses. */
final class KeepingBeans extends DelegatingDeserializer {

  private static final long serialVersionUID = 1L;

  private transient LostFields lostFields = new LostFields(Optional.empty());

  private KeepingBeans(JsonDeserializer<?> fabric8s) {
    super(fabric8s);
  }

  @Override
  public void resolve(DeserializationContext context) throws JsonMappingException {
    super.resolve(context);
    lostFields = LostFields.of(context.constructType(handledType()), context);
  }

  @Override
  protected JsonDeserializer<?> newDelegatingInstance(JsonDeserializer<?> fabric8s) {
    KeepingBeans keeping = new KeepingBeans(fabric8s);
    keeping.lostFields = lostFields;
    return keeping;
  }

  @Override
  public Object deserialize(JsonParser parser, DeserializationContext context) throws IOException {
    return lostFields.read(parser, again -> super.deserialize(again, context));
  }

  /** Puts this deserializer around those of fabric8's objects. */
  static final class Modifier extends BeanDeserializerModifier {

    private static final long serialVersionUID = 1L;

    @Override
    public JsonDeserializer<?> modifyDeserializer(
        DeserializationConfig config, BeanDescription bean, JsonDeserializer<?> deserializer) {
      return KeepingOneofs.isFor(bean.getClassInfo())
          ? deserializer
          : new KeepingBeans(deserializer);
    }
  }
}
