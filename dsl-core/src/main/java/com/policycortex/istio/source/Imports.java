package com.policycortex.istio.source;

import java.util.SortedSet;
import java.util.TreeSet;

/** What a piece of Java needs to be told. */
final class Imports {

  private final SortedSet<String> types = new TreeSet<>();
  private final SortedSet<String> methods = new TreeSet<>();

  /** The type is used by its simple name; for a nested one that of the outer type. */
  void type(Class<?> type) {
    Class<?> outer = type.getEnclosingClass() == null ? type : type.getEnclosingClass();
    types.add(outer.getName());
  }

  /** A static method is called by its simple name. */
  void method(String type, String name) {
    methods.add(type + "." + name);
  }

  SortedSet<String> types() {
    return types;
  }

  SortedSet<String> methods() {
    return methods;
  }
}
