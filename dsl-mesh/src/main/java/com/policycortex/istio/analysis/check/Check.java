package com.policycortex.istio.analysis.check;

import com.policycortex.istio.mesh.MeshView;

/**
 * Looks at one subject within its mesh and says what is wrong with it.
 *
 * <p>A check keeps nothing between two subjects and reads the mesh only through the view that it is
 * given: the view notes what was read, and the subject is looked at again when that changes. What
 * concerns several manifests, such as duplicates, is looked up and reported from each that is to be
 * changed, never by going through all manifests.
 *
 * @param <S> what it looks at
 */
public abstract class Check<S> {

  private final CheckInfo info;
  private final Subject<S> subject;

  /** A check of this name and meaning that looks at these subjects. */
  protected Check(Subject<S> subject, CheckInfo info) {
    this.info = info;
    this.subject = subject;
  }

  /** What it is called and what it means. */
  public final CheckInfo info() {
    return info;
  }

  /** What it looks at. */
  public final Subject<S> subject() {
    return subject;
  }

  /** Looks at one subject; everything that is wrong with it goes to the report. */
  public abstract void check(S subject, MeshView mesh, Report report);

  /** The check's name and title. */
  @Override
  public final String toString() {
    return info.toString();
  }
}
