package com.policycortex.istio.model.networking;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.util.List;
import java.util.Map;
import org.immutables.value.Value;

/**
 * Header changes in one direction.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/networking/virtual-service/#Headers-HeaderOperations">HeaderOperations</a>
 */
@IstioStyle
@Value.Immutable
public abstract class HeaderOperations extends Message {

  HeaderOperations() {}

  /** A value that sets nothing yet. */
  public static HeaderOperations headerOperations() {
    return ImmutableHeaderOperations.builder().build();
  }

  /** Headers that are replaced. */
  public abstract Map<String, String> set();

  /** A copy with this {@link #set()}. */
  public abstract HeaderOperations set(Map<String, ? extends String> set);

  /** Headers that are added beside existing ones. */
  public abstract Map<String, String> add();

  /** A copy with this {@link #add()}. */
  public abstract HeaderOperations add(Map<String, ? extends String> add);

  /** Headers that are removed. */
  public abstract List<String> remove();

  /** A copy with this {@link #remove()}. */
  public abstract HeaderOperations remove(Iterable<String> remove);

  /** A copy with these added to {@link #remove()}. */
  public final HeaderOperations remove(String first, String... more) {
    return remove(added(remove(), first, more));
  }

  static HeaderOperations read(FieldReader in) {
    return ImmutableHeaderOperations.builder()
        .origin(in.origin())
        .set(in.stringMap("set"))
        .add(in.stringMap("add"))
        .remove(in.strings("remove"))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.stringMap("set", set());
    out.stringMap("add", add());
    out.strings("remove", remove());
  }
}
