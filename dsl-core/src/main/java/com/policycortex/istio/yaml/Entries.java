package com.policycortex.istio.yaml;

import com.policycortex.istio.yaml.Node.Entry;
import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;

/**
 * The fields of an object, as a list over an array that nobody changes: most of reading is to look
 * for names in it.
 */
final class Entries extends AbstractList<Entry> implements RandomAccess {

  private static final Entry[] NONE = {};

  private final Entry[] array;

  /** Takes the array as its own. */
  Entries(Entry[] array) {
    this.array = array;
  }

  /** The fields of that list; not to be changed. */
  static Entry[] array(List<Entry> list) {
    return list instanceof Entries entries ? entries.array : list.toArray(NONE);
  }

  @Override
  public Entry get(int index) {
    return array[index];
  }

  @Override
  public int size() {
    return array.length;
  }
}
