package com.policycortex.istio.model.kubernetes;

import com.policycortex.istio.wire.JsonValue;
import com.policycortex.istio.wire.JsonValue.JsonNumber;
import com.policycortex.istio.wire.JsonValue.JsonString;

/**
 * A port by number or by name.
 *
 * @see <a href="https://kubernetes.io/docs/reference/kubernetes-api/service-resources/service-v1/">
 *     Service</a>
 */
public sealed interface IntOrString {

  /** The port of this number. */
  static IntOrString number(int value) {
    return new PortNumber(value);
  }

  /** The port of this name. */
  static IntOrString name(String value) {
    return new PortName(value);
  }

  /** What is written. */
  JsonValue json();

  /** A number or a text as it was read. */
  static IntOrString of(JsonValue json) {
    if (json instanceof JsonNumber number) {
      return new PortNumber(number.value().intValue());
    }
    return new PortName(json instanceof JsonString text ? text.value() : json.toString());
  }

  /**
   * A number.
   *
   * @param value 1 to 65535 where it is a port
   */
  record PortNumber(int value) implements IntOrString {
    @Override
    public JsonValue json() {
      return JsonValue.of(value);
    }
  }

  /**
   * A name.
   *
   * @param value the name of a container's port
   */
  record PortName(String value) implements IntOrString {
    @Override
    public JsonValue json() {
      return JsonValue.of(value);
    }
  }
}
