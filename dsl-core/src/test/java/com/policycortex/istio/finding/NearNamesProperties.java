package com.policycortex.istio.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Near names are those that are near when all are looked at, letter by letter. */
class NearNamesProperties {

  @Property
  void of_few_names_the_nearest_is_that_of_all(
      @ForAll("names") String written, @ForAll @Size(max = 12) List<@From("names") String> names) {
    Optional<String> nearest =
        names.stream()
            .filter(name -> isNear(written, name))
            .min(Comparator.comparingInt(name -> distance(bare(written), bare(name))));

    assertThat(NearNames.of(names).nearest(written)).isEqualTo(nearest);
  }

  @Property
  void a_slip_is_the_only_near_name(
      @ForAll("names") String written, @ForAll @Size(max = 12) List<@From("names") String> names) {
    List<String> near =
        names.stream()
            .distinct()
            .filter(name -> !name.equals(written) && isNear(written, name))
            .toList();

    NearNames.of(names).slip(written).ifPresent(slip -> assertThat(near).containsExactly(slip));
  }

  @Property(tries = 300)
  void of_many_names_one_that_lacks_a_letter_is_found(
      @ForAll @IntRange(min = 0, max = 1999) int which, @ForAll @IntRange(max = 40) int letter) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < 2000; i++) {
      // Alike at both ends.
      names.add("shop-" + Long.toString(Integer.reverse(i) * 7919L & 0xFFFFFFFFFFL, 36) + "-api");
    }
    String name = names.get(which);
    int left = letter % name.length();
    String written = name.substring(0, left) + name.substring(left + 1);
    int shortest =
        names.stream().mapToInt(other -> distance(bare(written), bare(other))).min().orElseThrow();

    assertThat(NearNames.of(names).nearest(written).map(it -> distance(bare(written), bare(it))))
        .contains(shortest);
  }

  @Provide
  Arbitrary<String> names() {
    return Arbitraries.strings().withChars("abA1-.").ofMaxLength(14);
  }

  private static boolean isNear(String written, String name) {
    String mine = written;
    String its = name;
    int dot = its.lastIndexOf('.');
    while (dot > 0 && mine.length() > its.length() - dot && mine.endsWith(its.substring(dot))) {
      mine = mine.substring(0, mine.length() - (its.length() - dot));
      its = its.substring(0, dot);
      dot = its.lastIndexOf('.');
    }
    return distance(bare(mine), bare(its)) <= Math.max(1, its.length() / 4);
  }

  private static String bare(String name) {
    return name.replace("_", "").replace("-", "").toLowerCase(Locale.ROOT);
  }

  private static int distance(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          d[i][j] = i + j;
          continue;
        }
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        d[i][j] = Math.min(d[i - 1][j - 1] + change, 1 + Math.min(d[i - 1][j], d[i][j - 1]));
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
        }
      }
    }
    return d[a.length()][b.length()];
  }
}
