package com.policycortex.istio.report;

import com.policycortex.istio.finding.FileNames;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Names of files as URIs: relative ones stay relative, so that a report is the same elsewhere. */
final class FileUris {

  private static final String PLAIN = "-._~/!$&'()*+,;=@";

  private FileUris() {}

  static String of(String folder, String file) {
    if (file.startsWith("<")) {
      return "stdin";
    }
    String name = FileNames.below(folder, file);
    if (name.startsWith("/")) {
      return "file://" + encoded(name);
    }
    return isDrive(name)
        ? "file:///" + name.substring(0, 2) + encoded(name.substring(2))
        : encoded(name);
  }

  private static boolean isDrive(String name) {
    return name.length() > 2
        && Character.isLetter(name.charAt(0))
        && name.charAt(1) == ':'
        && name.charAt(2) == '/';
  }

  private static String encoded(String name) {
    StringBuilder uri = new StringBuilder();
    for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xFF);
      boolean plain =
          (c >= 'a' && c <= 'z')
              || (c >= 'A' && c <= 'Z')
              || (c >= '0' && c <= '9')
              || PLAIN.indexOf(c) >= 0;
      if (plain) {
        uri.append(c);
      } else {
        uri.append(String.format(Locale.ROOT, "%%%02X", (int) c));
      }
    }
    return uri.toString();
  }
}
