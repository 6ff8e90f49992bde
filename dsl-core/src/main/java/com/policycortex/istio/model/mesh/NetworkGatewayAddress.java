package com.policycortex.istio.model.mesh;

import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import com.policycortex.istio.wire.Fields;
import java.util.Optional;

/** Where a network is entered. */
public sealed interface NetworkGatewayAddress extends Fields {

  /**
   * The host of a Service.
   *
   * @param value the value of {@code registryServiceName}
   */
  record RegistryServiceName(String value) implements NetworkGatewayAddress {
    @Override
    public void writeTo(FieldWriter out) {
      out.string("registryServiceName", value);
    }
  }

  /**
   * An address or a DNS name.
   *
   * @param value the value of {@code address}
   */
  record Address(String value) implements NetworkGatewayAddress {
    @Override
    public void writeTo(FieldWriter out) {
      out.string("address", value);
    }
  }

  /** The arm that is set, if one is. */
  static Optional<NetworkGatewayAddress> read(FieldReader in) {
    return in.<NetworkGatewayAddress>oneof("gw")
        .string("registryServiceName", RegistryServiceName::new)
        .string("address", Address::new)
        .optional();
  }
}
