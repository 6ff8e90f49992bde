package com.policycortex.istio.model.kubernetes;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.util.List;
import java.util.Map;
import org.immutables.value.Value;

/**
 * Picks by labels; all conditions must hold. Without conditions it picks everything.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/label-selector/">LabelSelector</a>
 */
@IstioStyle
@Value.Immutable
public abstract class LabelSelector extends Message {

  LabelSelector() {}

  /** A value that sets nothing yet. */
  public static LabelSelector labelSelector() {
    return ImmutableLabelSelector.builder().build();
  }

  /** Labels with their values. */
  public abstract Map<String, String> matchLabels();

  /** A copy with this {@link #matchLabels()}. */
  public abstract LabelSelector matchLabels(Map<String, ? extends String> matchLabels);

  /** Further conditions. */
  public abstract List<LabelSelectorRequirement> matchExpressions();

  /** A copy with this {@link #matchExpressions()}. */
  public abstract LabelSelector matchExpressions(
      Iterable<? extends LabelSelectorRequirement> matchExpressions);

  /** A copy with these added to {@link #matchExpressions()}. */
  public final LabelSelector matchExpressions(
      LabelSelectorRequirement first, LabelSelectorRequirement... more) {
    return matchExpressions(added(matchExpressions(), first, more));
  }

  /** Reads a selector. */
  public static LabelSelector read(FieldReader in) {
    return ImmutableLabelSelector.builder()
        .origin(in.origin())
        .matchLabels(in.stringMap("matchLabels"))
        .matchExpressions(in.messages("matchExpressions", LabelSelectorRequirement::read))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.stringMap("matchLabels", matchLabels());
    out.messages("matchExpressions", matchExpressions());
  }
}
