package com.policycortex.istio.finding;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stays the same of a finding while its manifest is moved, reformatted, or changed in places
 * that the finding is not about. Lines, columns and positions in lists take no part, nor does the
 * wording of the message: only the values in it. So two findings can have one fingerprint; whoever
 * compares must count them.
 *
 * @param id the finding's id
 * @param subject the manifest, for example {@code VirtualService shop/reviews}; where it has no
 *     name, with its file
 * @param path the field, with {@code []} for each position in a list
 * @param related the other manifests, sorted
 * @param values the hosts, names and other values in the message, in its order
 */
public record Fingerprint(
    String id, String subject, String path, List<String> related, List<String> values)
    implements Comparable<Fingerprint> {

  // What stands in quotes; and what cannot be a word: hosts, and namespaces with a name.
  private static final Pattern VALUE = Pattern.compile("\"([^\"]*)\"|([*\\w-]+(?:[./][\\w*-]+)+)");
  private static final Pattern POSITION = Pattern.compile("\\[\\d+]");
  private static final Comparator<List<String>> LISTS =
      Comparator.comparing(list -> String.join("\n", list));
  private static final Comparator<Fingerprint> ORDER =
      Comparator.comparing((Fingerprint print) -> print.subject)
          .thenComparing(Fingerprint::id)
          .thenComparing(Fingerprint::path)
          .thenComparing(Fingerprint::related, LISTS)
          .thenComparing(Fingerprint::values, LISTS);

  /** Copies the lists. */
  public Fingerprint {
    related = List.copyOf(related);
    values = List.copyOf(values);
  }

  /** The fingerprint of a finding. */
  public static Fingerprint of(Finding finding) {
    return of(finding, "");
  }

  /**
   * The fingerprint of a finding.
   *
   * @param folder what is no part of the names of files: the folder in which they lie
   */
  public static Fingerprint of(Finding finding, String folder) {
    return new Fingerprint(
        finding.id(),
        subject(finding.resource(), finding.origin(), folder),
        withoutPositions(finding.path()),
        finding.related().stream()
            .map(other -> subject(other.resource(), other.origin(), folder))
            .sorted()
            .toList(),
        values(finding.message(), folder));
  }

  private static String subject(ResourceId resource, Origin origin, String folder) {
    String file = FileNames.below(folder, origin.file());
    return resource.name().isEmpty() && !file.isEmpty()
        ? (resource + " in " + file).strip()
        : resource.toString();
  }

  private static String withoutPositions(String text) {
    return POSITION.matcher(text).replaceAll("[]");
  }

  private static List<String> values(String message, String folder) {
    List<String> values = new ArrayList<>();
    Matcher value = VALUE.matcher(message);
    while (value.find()) {
      String text = value.group(1) == null ? value.group(2) : value.group(1);
      // A message may name a file or folder, which is the same one on another machine.
      values.add(withoutPositions(FileNames.below(folder, text)));
    }
    return values;
  }

  /** A short text that differs where fingerprints do: 32 hexadecimal digits. */
  public String digest() {
    StringBuilder text = new StringBuilder();
    text.append(id).append('\n').append(subject).append('\n').append(path).append('\n');
    related.forEach(other -> text.append(other).append('\n'));
    values.forEach(value -> text.append('"').append(value).append("\"\n"));
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(text.toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** By manifest, then id, then the rest. */
  @Override
  public int compareTo(Fingerprint other) {
    return ORDER.compare(this, other);
  }

  /** {@code VS-HOST-DUP VirtualService shop/reviews spec.hosts[]: "a"}. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(id).append(' ').append(subject);
    if (!path.isEmpty()) {
      text.append(' ').append(path);
    }
    String separator = ": ";
    for (String value : values) {
      text.append(separator).append('"').append(value).append('"');
      separator = ", ";
    }
    return text.toString();
  }
}
