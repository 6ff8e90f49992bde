package com.policycortex.istio.model.networking;

import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import com.policycortex.istio.wire.Fields;
import java.util.Optional;

/** How hashes are mapped to endpoints. */
public sealed interface HashAlgorithm extends Fields {

  /**
   * A ring of hashes.
   *
   * @param value the value of {@code ringHash}
   */
  record Ring(RingHash value) implements HashAlgorithm {
    @Override
    public void writeTo(FieldWriter out) {
      out.message("ringHash", value);
    }
  }

  /**
   * Maglev's table.
   *
   * @param value the value of {@code maglev}
   */
  record MaglevTable(Maglev value) implements HashAlgorithm {
    @Override
    public void writeTo(FieldWriter out) {
      out.message("maglev", value);
    }
  }

  /** The arm that is set, if one is. */
  static Optional<HashAlgorithm> read(FieldReader in) {
    return in.<HashAlgorithm>oneof("hash_algorithm")
        .message("ringHash", RingHash::read, Ring::new)
        .message("maglev", Maglev::read, MaglevTable::new)
        .optional();
  }
}
