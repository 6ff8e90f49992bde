package com.policycortex.istio.finding;

/** The names of files in reports: the same on every machine and system. */
public final class FileNames {

  private FileNames() {}

  /**
   * A file's name with slashes, without {@code ./} before it, and without the folder that holds it.
   *
   * @param folder an absolute path; empty to take nothing away
   * @param file a path, relative to the folder or absolute
   */
  public static String below(String folder, String file) {
    String name = plain(file);
    String root = plain(folder);
    if (root.isEmpty()) {
      return name;
    }
    String prefix = root.endsWith("/") ? root : root + "/";
    return name.startsWith(prefix) ? name.substring(prefix.length()) : name;
  }

  private static String plain(String path) {
    String name = path.replace('\\', '/');
    while (name.startsWith("./") && name.length() > 2) {
      name = name.substring(2);
    }
    return name;
  }
}
