package com.policycortex.istio.model;

import com.policycortex.istio.wire.FieldReader;
import java.util.List;
import java.util.function.Function;

/**
 * A kind of manifest: its name, its API group and versions, and how it is read.
 *
 * @param group the API group, for example {@code networking.istio.io}; empty for Kubernetes' core
 * @param versions all served versions; the first is the one that is written
 * @param name the kind, for example {@code VirtualService}
 * @param plural the name in resource paths, for example {@code virtualservices}
 * @param namespaced whether manifests of this kind lie in a namespace
 * @param read makes a manifest of the fields of a document
 * @param <T> the manifest's type
 */
public record Kind<T extends Manifest>(
    String group,
    List<String> versions,
    String name,
    String plural,
    boolean namespaced,
    Function<FieldReader, T> read) {

  /** Copies the list. */
  public Kind {
    versions = List.copyOf(versions);
  }

  /** What is written as {@code apiVersion}. */
  public String apiVersion() {
    return group.isEmpty() ? versions.get(0) : group + "/" + versions.get(0);
  }

  /** {@code networking.istio.io/v1 VirtualService}. */
  @Override
  public String toString() {
    return apiVersion() + " " + name;
  }
}
