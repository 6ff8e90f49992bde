package com.policycortex.istio.validation;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** IP addresses and networks in the texts that Go's {@code netip} takes. */
final class IpAddresses {

  private IpAddresses() {}

  /** An IPv4 or IPv6 address; no leading zeros, a zone only on IPv6. */
  static boolean isAddress(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '.') {
        return isIpv4(text, 0, text.length());
      }
      if (c == ':') {
        return isIpv6WithZone(text);
      }
      if (c == '%') {
        return false;
      }
    }
    return false;
  }

  /** An address, a slash and the number of leading bits; bits of the host may be set. */
  static boolean isPrefix(String text) {
    int slash = text.lastIndexOf('/');
    if (slash < 0 || text.indexOf('%') >= 0) {
      return false;
    }
    String address = text.substring(0, slash);
    String bits = text.substring(slash + 1);
    if (!isAddress(address)
        || !Text.isDigits(bits)
        || bits.length() > 3
        || (bits.length() > 1 && bits.charAt(0) == '0')) {
      return false;
    }
    return Integer.parseInt(bits) <= (address.indexOf(':') < 0 ? 32 : 128);
  }

  /** An address, a slash and the number of leading bits; all other bits are zero. */
  static boolean isNetwork(String text) {
    if (!isPrefix(text)) {
      return false;
    }
    byte[] address = bytes(text);
    for (int bit = bits(text); bit < 8 * address.length; bit++) {
      if ((address[bit / 8] & (0x80 >> (bit % 8))) != 0) {
        return false;
      }
    }
    return true;
  }

  /** True if the first network is a part of the second, and not all of it. */
  static boolean isWithin(String part, String whole) {
    if (!isPrefix(part) || !isPrefix(whole)) {
      return true; // reported by another rule
    }
    byte[] inner = bytes(part);
    byte[] outer = bytes(whole);
    if (inner.length != outer.length || bits(part) <= bits(whole)) {
      return false;
    }
    for (int bit = 0; bit < bits(whole); bit++) {
      if (((inner[bit / 8] ^ outer[bit / 8]) & (0x80 >> (bit % 8))) != 0) {
        return false;
      }
    }
    return true;
  }

  /** True for an address that is unspecified, of a loopback or of one link only. */
  static boolean isSpecial(String address) {
    byte[] bytes = bytes(address + "/");
    if (bytes.length == 4) {
      int first = bytes[0] & 0xff;
      int second = bytes[1] & 0xff;
      return first == 127
          || (first == 169 && second == 254)
          || (first == 224 && second == 0 && bytes[2] == 0)
          || (bytes[0] | bytes[1] | bytes[2] | bytes[3]) == 0;
    }
    int zeros = 0;
    while (zeros < bytes.length && bytes[zeros] == 0) {
      zeros++;
    }
    int first = bytes[0] & 0xff;
    int second = bytes[1] & 0xff;
    return zeros == bytes.length
        || (zeros == bytes.length - 1 && bytes[zeros] == 1)
        || (first == 0xfe && (second & 0xc0) == 0x80)
        || (first == 0xff && (second & 0x0f) == 0x02);
  }

  private static int bits(String prefix) {
    return Integer.parseInt(prefix.substring(prefix.indexOf('/') + 1));
  }

  // The text is known to be an address: nothing is looked up.
  private static byte[] bytes(String prefix) {
    try {
      return InetAddress.getByName(prefix.substring(0, prefix.indexOf('/'))).getAddress();
    } catch (UnknownHostException e) {
      throw new AssertionError(prefix, e);
    }
  }

  /** An address or a network. The zone of an address may have slashes, but not one alone. */
  static boolean isSubnet(String text) {
    int slash = text.indexOf('/');
    return (slash >= 0 && text.indexOf('/', slash + 1) < 0) ? isPrefix(text) : isAddress(text);
  }

  /** An address, or a network if there is a slash. */
  static boolean isBlock(String text) {
    return text.indexOf('/') >= 0 ? isPrefix(text) : isAddress(text);
  }

  private static boolean isIpv4(String text, int from, int to) {
    int parts = 0;
    int start = from;
    for (int i = from; i <= to; i++) {
      if (i < to && text.charAt(i) != '.') {
        if (!Text.isDigit(text.charAt(i))) {
          return false;
        }
        continue;
      }
      if (!isOctet(text, start, i)) {
        return false;
      }
      parts++;
      start = i + 1;
    }
    return parts == 4;
  }

  private static boolean isOctet(String text, int from, int to) {
    int digits = to - from;
    if (digits < 1 || digits > 3 || (digits > 1 && text.charAt(from) == '0')) {
      return false;
    }
    int value = 0;
    for (int i = from; i < to; i++) {
      value = 10 * value + text.charAt(i) - '0';
    }
    return value <= 255;
  }

  private static boolean isIpv6WithZone(String text) {
    int zone = text.indexOf('%');
    if (zone < 0) {
      return isIpv6(text);
    }
    return zone < text.length() - 1 && isIpv6(text.substring(0, zone));
  }

  private static boolean isIpv6(String text) {
    int i = 0;
    int bytes = 0;
    boolean ellipsis = false;
    if (text.startsWith("::")) {
      ellipsis = true;
      i = 2;
      if (i == text.length()) {
        return true;
      }
    }
    while (bytes < 16) {
      int end = i;
      while (end < text.length() && isHex(text.charAt(end))) {
        end++;
        if (end - i > 4) {
          return false;
        }
      }
      if (end == i) {
        return false;
      }
      if (end < text.length() && text.charAt(end) == '.') {
        if ((!ellipsis && bytes != 12) || bytes + 4 > 16) {
          return false;
        }
        if (!isIpv4(text, i, text.length())) {
          return false;
        }
        i = text.length();
        bytes += 4;
        break;
      }
      bytes += 2;
      i = end;
      if (i == text.length()) {
        break;
      }
      if (text.charAt(i) != ':' || i + 1 == text.length()) {
        return false;
      }
      i++;
      if (text.charAt(i) == ':') {
        if (ellipsis) {
          return false;
        }
        ellipsis = true;
        i++;
        if (i == text.length()) {
          break;
        }
      }
    }
    if (i < text.length()) {
      return false;
    }
    return bytes < 16 ? ellipsis : !ellipsis;
  }

  private static boolean isHex(char c) {
    return Text.isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
  }
}
