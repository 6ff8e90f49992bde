package com.policycortex.istio.mesh;

import org.jspecify.annotations.Nullable;

/** A place in an index. Its hash is the same in every run. */
final class Key {

  private final Index index;
  private final String first;
  private final String second;
  private final String third;
  private final int hash;

  Key(Index index, String first) {
    this(index, first, "", "");
  }

  Key(Index index, String first, String second) {
    this(index, first, second, "");
  }

  Key(Index index, String first, String second, String third) {
    this.index = index;
    this.first = first;
    this.second = second;
    this.third = third;
    int mixed = index.name().hashCode();
    mixed = 0x9E3779B1 * mixed + first.hashCode();
    mixed = 0x9E3779B1 * mixed + second.hashCode();
    mixed = 0x9E3779B1 * mixed + third.hashCode();
    mixed ^= mixed >>> 15;
    mixed *= 0x85EBCA6B;
    this.hash = mixed ^ (mixed >>> 13);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Key key
        && hash == key.hash
        && index == key.index
        && first.equals(key.first)
        && second.equals(key.second)
        && third.equals(key.third);
  }

  @Override
  public int hashCode() {
    return hash;
  }

  @Override
  public String toString() {
    return index + " " + String.join("/", first, second, third);
  }
}
