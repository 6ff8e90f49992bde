package com.policycortex.istio.model.mesh;

/** What happens to a path with {@code %2F} or {@code %5C}. */
public enum PathWithEscapedSlashesAction {
  /** As the profile says. */
  PATH_WITH_ESCAPED_SLASHES_UNSPECIFIED,

  /** It stays. */
  KEEP_UNCHANGED,

  /** The request is refused with 400. */
  REJECT_REQUEST,

  /** The client is sent to the decoded path. */
  UNESCAPE_AND_REDIRECT,

  /** It is decoded and passed on. */
  UNESCAPE_AND_FORWARD
}
