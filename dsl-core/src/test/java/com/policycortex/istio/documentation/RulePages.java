package com.policycortex.istio.documentation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.stream.Stream;

/**
 * The folder of pages. Each module compares its own pages with those in the folder, or writes them
 * when the system property {@code update.docs} is true; the index is made of whatever pages there
 * are, so that every module makes the same one.
 */
public final class RulePages {

  /** What to do when pages are not as they should be. */
  public static final String HOW_TO_UPDATE =
      "the pages are made from the rules, their explanations and their examples;"
          + " this makes them anew: mvn test -P pages";

  private final Path folder;

  private RulePages(Path folder) {
    this.folder = folder;
  }

  /** The pages of this project, seen from the folder of one of its modules. */
  public static RulePages ofProject() {
    return new RulePages(Path.of("..", "docs", "rules"));
  }

  /** The pages of another folder. */
  public static RulePages in(Path folder) {
    return new RulePages(folder);
  }

  /** Whether the pages are to be written. */
  public static boolean update() {
    return Boolean.getBoolean("update.docs");
  }

  /**
   * What is wrong in the folder, in words; nothing when it is as it should be.
   *
   * @param area the area of the pages; another page of it is left over
   * @param pages all pages of that area
   */
  public List<String> problems(Area area, Collection<RulePage> pages) throws IOException {
    List<String> problems = new ArrayList<>();
    for (RulePage page : pages) {
      if (!page.markdown().equals(read(page.file()))) {
        problems.add(page.file() + " is not what its rule, explanation and example give");
      }
    }
    leftOver(area, pages).forEach(file -> problems.add(file + " is of no rule"));
    if (!index().equals(read(RuleIndex.FILE))) {
      problems.add(RuleIndex.FILE + " does not list the pages as they are");
    }
    return problems;
  }

  /** Writes the pages, removes those that are left over, and writes the index. */
  public void write(Area area, Collection<RulePage> pages) throws IOException {
    Files.createDirectories(folder);
    for (RulePage page : pages) {
      Files.writeString(folder.resolve(page.file()), page.markdown());
    }
    for (String file : leftOver(area, pages)) {
      Files.delete(folder.resolve(file));
    }
    Files.writeString(folder.resolve(RuleIndex.FILE), index());
  }

  private String read(String file) throws IOException {
    Path path = folder.resolve(file);
    return Files.exists(path) ? Files.readString(path) : "";
  }

  private List<String> leftOver(Area area, Collection<RulePage> pages) throws IOException {
    List<String> own = pages.stream().map(RulePage::file).toList();
    List<String> leftOver = new ArrayList<>();
    for (String file : files()) {
      Matcher head = RulePage.HEAD.matcher(read(file));
      if (!head.lookingAt() || (head.group(4).equals(area.toString()) && !own.contains(file))) {
        leftOver.add(file);
      }
    }
    return leftOver;
  }

  private List<String> files() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(file -> file.endsWith(".md") && !file.equals(RuleIndex.FILE))
          .sorted(Comparator.comparing(file -> file.replace(".md", "")))
          .toList();
    }
  }

  private String index() throws IOException {
    List<String> pages = new ArrayList<>();
    for (String file : files()) {
      pages.add(read(file));
    }
    return RuleIndex.markdown(pages);
  }
}
