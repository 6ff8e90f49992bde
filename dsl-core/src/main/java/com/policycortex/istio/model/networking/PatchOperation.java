package com.policycortex.istio.model.networking;

/** How an object is changed. */
public enum PatchOperation {
  /** Not at all. */
  INVALID,

  /** The value is merged into it. */
  MERGE,

  /** The value is added to the list. */
  ADD,

  /** It is removed. */
  REMOVE,

  /** The value is put before it. */
  INSERT_BEFORE,

  /** The value is put behind it. */
  INSERT_AFTER,

  /** The value is put first. */
  INSERT_FIRST,

  /** The value takes its place. */
  REPLACE,

  /** The value is merged into it; its lists replace. */
  MERGE_AND_REPLACE_LIST
}
