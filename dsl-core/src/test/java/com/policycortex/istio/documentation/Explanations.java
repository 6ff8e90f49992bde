package com.policycortex.istio.documentation;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads explanations from Markdown: {@code # Group}, then for each id {@code ## ID: Title}, a
 * paragraph with its meaning, and one that begins with {@code Why:}.
 */
public final class Explanations {

  private static final Pattern GROUP = Pattern.compile("# (.+)");
  private static final Pattern ENTRY = Pattern.compile("## ([A-Z]+(?:-[A-Z0-9]+)+): (.+)");
  private static final String REASON = "Why: ";

  private final Map<String, Explanation> explanations = new LinkedHashMap<>();

  /**
   * Reads resources.
   *
   * @param beside the class beside which the resources lie
   * @param files their names
   */
  public static Map<String, Explanation> read(Class<?> beside, Iterable<String> files)
      throws IOException {
    Explanations all = new Explanations();
    for (String file : files) {
      try (InputStream in = beside.getResourceAsStream(file)) {
        if (in == null) {
          throw new IOException("there is no resource " + file + " beside " + beside.getName());
        }
        all.read(file, new String(in.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return all.explanations;
  }

  private void read(String file, String text) throws IOException {
    String group = "";
    for (String part : text.split("\n(?=##? )", -1)) {
      int end = part.indexOf('\n');
      String heading = end < 0 ? part : part.substring(0, end);
      String body = end < 0 ? "" : part.substring(end).strip();
      Matcher entry = ENTRY.matcher(heading);
      Matcher named = GROUP.matcher(heading);
      if (entry.matches()) {
        add(file, entry.group(1), group, entry.group(2), body);
      } else if (named.matches()) {
        group = named.group(1);
      } else {
        throw new IOException(file + ": \"" + heading + "\" is neither # Group nor ## ID: Title");
      }
    }
  }

  private void add(String file, String id, String group, String title, String body)
      throws IOException {
    int reason = body.indexOf("\n" + REASON);
    if (reason < 0) {
      throw new IOException(file + ": " + id + " has no paragraph that begins with " + REASON);
    }
    String meaning = oneLine(body.substring(0, reason));
    String why = oneLine(body.substring(reason + 1 + REASON.length()));
    if (group.isEmpty() || meaning.isEmpty() || why.isEmpty()) {
      throw new IOException(file + ": " + id + " lacks its group, its meaning or its reason");
    }
    if (explanations.put(id, new Explanation(id, group, title, meaning, why)) != null) {
      throw new IOException(file + ": " + id + " is explained twice");
    }
  }

  private static String oneLine(String paragraph) {
    return paragraph.strip().replaceAll("\\s*\n\\s*", " ");
  }
}
