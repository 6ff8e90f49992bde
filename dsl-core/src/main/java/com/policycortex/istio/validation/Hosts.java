package com.policycortex.istio.validation;

/**
 * How hosts overlap and cover each other. As in istiod, a leading {@code *} stands for any text and
 * labels are not counted: {@code *.com} covers {@code a.b.com}, {@code *foo.com} covers {@code
 * foo.com}. Letters are compared as they are.
 */
public final class Hosts {

  private Hosts() {}

  /** True if the host begins with {@code *}. */
  public static boolean isWildcard(String host) {
    return !host.isEmpty() && host.charAt(0) == '*';
  }

  /** True if some name belongs to both. */
  public static boolean overlap(String a, String b) {
    boolean wildA = isWildcard(a);
    boolean wildB = isWildcard(b);
    if (wildA && wildB) {
      return a.length() >= b.length() ? endsWithTail(a, b) : endsWithTail(b, a);
    }
    if (wildA) {
      return endsWithTail(b, a);
    }
    if (wildB) {
      return endsWithTail(a, b);
    }
    return a.equals(b);
  }

  /** True if every name of the first belongs to the second. */
  public static boolean covers(String covered, String by) {
    if (!isWildcard(by)) {
      return !isWildcard(covered) && covered.equals(by);
    }
    if (isWildcard(covered)) {
      return covered.length() >= by.length() && endsWithTail(covered, by);
    }
    return endsWithTail(covered, by);
  }

  private static boolean endsWithTail(String host, String wildcard) {
    int tail = wildcard.length() - 1;
    return host.regionMatches(host.length() - tail, wildcard, 1, tail);
  }
}
