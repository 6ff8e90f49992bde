package com.policycortex.istio.validation;

/** Addresses of Unix domain sockets. */
final class UnixAddresses {

  private static final String SCHEME = "unix://";

  private UnixAddresses() {}

  static boolean isUnix(String address) {
    return address.startsWith(SCHEME);
  }

  /** An abstract name after {@code @}, or an absolute path. */
  static boolean isGood(String address) {
    String path = address.substring(SCHEME.length());
    return path.startsWith("@")
        || (path.startsWith("/") && !path.endsWith("/") && path.length() > 1);
  }
}
