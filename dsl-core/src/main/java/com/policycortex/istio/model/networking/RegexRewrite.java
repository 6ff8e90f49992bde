package com.policycortex.istio.model.networking;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A path rewrite by RE2 regular expression.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/networking/virtual-service/#RegexRewrite">RegexRewrite</a>
 */
@IstioStyle
@Value.Immutable
public abstract class RegexRewrite extends Message {

  RegexRewrite() {}

  /** A value that sets nothing yet. */
  public static RegexRewrite regexRewrite() {
    return ImmutableRegexRewrite.builder().build();
  }

  /** What is replaced. */
  public abstract Optional<String> match();

  /** A copy with this {@link #match()}. */
  public abstract RegexRewrite match(String match);

  /** The replacement; {@code \\1} refers to a group. */
  public abstract Optional<String> rewrite();

  /** A copy with this {@link #rewrite()}. */
  public abstract RegexRewrite rewrite(String rewrite);

  static RegexRewrite read(FieldReader in) {
    return ImmutableRegexRewrite.builder()
        .origin(in.origin())
        .match(in.string("match"))
        .rewrite(in.string("rewrite"))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.string("match", match());
    out.string("rewrite", rewrite());
  }
}
