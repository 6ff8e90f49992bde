package com.policycortex.istio.model.mesh;

/** What happens to a header with an underscore in its name. */
public enum HeadersWithUnderscoresAction {
  /** As the profile says. */
  HEADERS_WITH_UNDERSCORES_UNSPECIFIED,

  /** It is passed on. */
  HEADERS_WITH_UNDERSCORES_ALLOW,

  /** The request is refused with 400. */
  HEADERS_WITH_UNDERSCORES_REJECT_REQUEST,

  /** It is taken away. */
  HEADERS_WITH_UNDERSCORES_DROP_HEADER
}
