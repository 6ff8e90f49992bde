package com.policycortex.istio.model.security;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import org.immutables.value.Value;

/**
 * A claim that is copied into a header.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/security/request_authentication/#ClaimToHeader">ClaimToHeader</a>
 */
@IstioStyle
@Value.Immutable
public abstract class ClaimToHeader extends Message {

  ClaimToHeader() {}

  /** This header from this claim. */
  public static ClaimToHeader claimToHeader(String header, String claim) {
    return ImmutableClaimToHeader.builder().header(header).claim(claim).build();
  }

  /** The header. */
  public abstract String header();

  /** A copy with this {@link #header()}. */
  public abstract ClaimToHeader header(String header);

  /** The claim; nested ones with a dot. */
  public abstract String claim();

  /** A copy with this {@link #claim()}. */
  public abstract ClaimToHeader claim(String claim);

  static ClaimToHeader read(FieldReader in) {
    return ImmutableClaimToHeader.builder()
        .origin(in.origin())
        .header(in.requiredString("header"))
        .claim(in.requiredString("claim"))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.string("header", header());
    out.string("claim", claim());
  }
}
