package com.policycortex.istio.model.mesh;

import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import com.policycortex.istio.wire.Fields;
import java.util.Optional;

/** What belongs to a network. */
public sealed interface NetworkMembers extends Fields {

  /**
   * Addresses, for example {@code 192.168.100.0/24}.
   *
   * @param value the value of {@code fromCidr}
   */
  record FromCidr(String value) implements NetworkMembers {
    @Override
    public void writeTo(FieldWriter out) {
      out.string("fromCidr", value);
    }
  }

  /**
   * A registry, by the name of its cluster.
   *
   * @param value the value of {@code fromRegistry}
   */
  record FromRegistry(String value) implements NetworkMembers {
    @Override
    public void writeTo(FieldWriter out) {
      out.string("fromRegistry", value);
    }
  }

  /** The arm that is set, if one is. */
  static Optional<NetworkMembers> read(FieldReader in) {
    return in.<NetworkMembers>oneof("ne")
        .string("fromCidr", FromCidr::new)
        .string("fromRegistry", FromRegistry::new)
        .optional();
  }
}
