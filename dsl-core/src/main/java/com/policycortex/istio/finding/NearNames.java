package com.policycortex.istio.finding;

import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The names that there are, to find the one that somebody meant by another. Made once for names
 * that are asked about many times: of few names each is looked at, of many only those that an index
 * knows to be alike, so that an answer takes about as long however many there are. Immutable.
 */
public final class NearNames {

  /** Names longer than this, in characters, are near to none. */
  private static final int LONGEST = 100;

  // Up to so many are all looked at.
  private static final int FEW = 128;

  private final SpeltName[] names;
  private volatile @Nullable AlikeNames alike;

  private NearNames(SpeltName[] names) {
    this.names = names;
  }

  /** Those of these names, of which one may be there more than once. */
  public static NearNames of(Collection<String> names) {
    return new NearNames(
        names.stream()
            .distinct()
            .filter(name -> name.length() <= LONGEST)
            .map(SpeltName::of)
            .toArray(SpeltName[]::new));
  }

  /** True if there is no name. */
  public boolean isEmpty() {
    return names.length == 0;
  }

  /**
   * The name that this one means: in snake case, in another case, or with a slip of the pen. Of
   * more than 128 names those count that differ by one letter, and those that share the longest
   * beginning or end with it.
   *
   * @param written what somebody wrote
   * @return the nearest, the first of several as near; empty if none is near
   */
  public Optional<String> nearest(String written) {
    if (written.length() > LONGEST) {
      return Optional.empty();
    }
    SpeltName mine = SpeltName.of(written);
    SpeltName nearest = null;
    int least = LONGEST;
    for (SpeltName name : names.length <= FEW ? names : alike().to(mine)) {
      int most = Math.min(least - 1, name.slips());
      if (mine.mayDifferBy(most, name)) {
        int distance = mine.distance(name, most);
        if (distance <= most && mine.isNear(name)) {
          nearest = name;
          least = distance;
        }
      }
    }
    return Optional.ofNullable(nearest).map(SpeltName::written);
  }

  /**
   * The name that this one can only mean: the one near name, which differs by a slip of the pen and
   * neither in a digit nor in a whole short part. So {@code v2} is never taken for {@code v1}, nor
   * {@code team-a} for {@code team-b}, and of two names as near neither is.
   *
   * @param written what somebody wrote
   * @return the name, if there is exactly one, and not the one that was written
   */
  public Optional<String> slip(String written) {
    Optional<String> nearest = nearest(written);
    if (nearest.isEmpty()
        || nearest.get().equals(written)
        || !Slips.isSlip(written, nearest.get())) {
      return Optional.empty();
    }
    SpeltName mine = SpeltName.of(written);
    for (SpeltName name : names) {
      if (mine.mayDifferBy(name.slips(), name)
          && !name.written().equals(nearest.get())
          && mine.isNear(name)) {
        return Optional.empty();
      }
    }
    return nearest;
  }

  // Two threads may make the same.
  private AlikeNames alike() {
    AlikeNames known = alike;
    if (known == null) {
      known = AlikeNames.of(names);
      alike = known;
    }
    return known;
  }
}
