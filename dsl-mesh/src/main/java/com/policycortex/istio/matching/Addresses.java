package com.policycortex.istio.matching;

import com.policycortex.istio.matching.text.Language;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;

/**
 * IP addresses as texts of bits, so that a block of addresses is a prefix: {@code 4} or {@code 6}
 * for the family, then the bits.
 */
public final class Addresses {

  private Addresses() {}

  /**
   * The addresses of a block such as {@code 10.0.0.0/8}, or a single one; empty if it is neither.
   */
  public static Optional<Language> block(String cidr) {
    int slash = cidr.indexOf('/');
    Optional<String> bits = bits(slash < 0 ? cidr : cidr.substring(0, slash));
    if (slash < 0 || bits.isEmpty()) {
      return bits.map(Language::exact);
    }
    String length = cidr.substring(slash + 1);
    boolean number =
        !length.isEmpty() && length.length() <= 3 && length.chars().allMatch(Addresses::isDigit);
    int most = bits.get().length() - 1;
    if (!number || Integer.parseInt(length) > most) {
      return Optional.empty();
    }
    int kept = Integer.parseInt(length);
    return Optional.of(
        kept == most
            ? Language.exact(bits.get())
            : Language.prefix(bits.get().substring(0, kept + 1)));
  }

  /** The bits of an address; empty if it is none. */
  public static Optional<String> bits(String address) {
    boolean numeric = address.chars().allMatch(Addresses::isOfAddress);
    boolean six = address.indexOf(':') >= 0;
    if (!numeric || address.isEmpty() || (!six && !isDotted(address))) {
      return Optional.empty();
    }
    try {
      byte[] bytes = InetAddress.getByName(address).getAddress();
      StringBuilder bits = new StringBuilder(bytes.length == 4 ? "4" : "6");
      for (byte b : bytes) {
        for (int i = 7; i >= 0; i--) {
          bits.append((b >> i) & 1);
        }
      }
      return Optional.of(bits.toString());
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }

  /** The address of these bits, as people write it. */
  public static String address(String bits) {
    int length = (bits.length() - 1) / 8;
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      bytes[i] = (byte) Integer.parseInt(bits.substring(1 + i * 8, 9 + i * 8), 2);
    }
    try {
      return String.valueOf(InetAddress.getByAddress(bytes).getHostAddress());
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException("not an address: " + bits, e);
    }
  }

  private static boolean isDotted(String address) {
    String[] parts = address.split("\\.", -1);
    if (parts.length != 4) {
      return false;
    }
    for (String part : parts) {
      boolean number =
          !part.isEmpty() && part.length() <= 3 && part.chars().allMatch(Addresses::isDigit);
      if (!number || Integer.parseInt(part) > 255) {
        return false;
      }
    }
    return true;
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  // Nothing that the network would have to be asked about.
  private static boolean isOfAddress(int c) {
    return isDigit(c) || c == '.' || c == ':' || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
  }
}
