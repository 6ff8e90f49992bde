package com.policycortex.istio.model.kubernetes;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.util.List;
import org.immutables.value.Value;

/**
 * A condition on a label.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/label-selector/">LabelSelectorRequirement</a>
 */
@IstioStyle
@Value.Immutable
public abstract class LabelSelectorRequirement extends Message {

  LabelSelectorRequirement() {}

  /** A condition on this label by this operator. */
  public static LabelSelectorRequirement labelSelectorRequirement(String key, String operator) {
    return ImmutableLabelSelectorRequirement.builder().key(key).operator(operator).build();
  }

  /** The label. */
  public abstract String key();

  /** A copy with this {@link #key()}. */
  public abstract LabelSelectorRequirement key(String key);

  /** {@code In}, {@code NotIn}, {@code Exists} or {@code DoesNotExist}. */
  public abstract String operator();

  /** A copy with this {@link #operator()}. */
  public abstract LabelSelectorRequirement operator(String operator);

  /** The values; for In and NotIn. */
  public abstract List<String> values();

  /** A copy with this {@link #values()}. */
  public abstract LabelSelectorRequirement values(Iterable<String> values);

  /** A copy with these added to {@link #values()}. */
  public final LabelSelectorRequirement values(String first, String... more) {
    return values(added(values(), first, more));
  }

  static LabelSelectorRequirement read(FieldReader in) {
    return ImmutableLabelSelectorRequirement.builder()
        .origin(in.origin())
        .key(in.requiredString("key"))
        .operator(in.requiredString("operator"))
        .values(in.strings("values"))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.string("key", key());
    out.string("operator", operator());
    out.strings("values", values());
  }
}
