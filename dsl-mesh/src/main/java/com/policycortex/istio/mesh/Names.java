package com.policycortex.istio.mesh;

import com.policycortex.istio.model.Kind;
import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.model.RawManifest;
import com.policycortex.istio.validation.Hosts;
import java.util.List;
import java.util.Optional;

/** What names mean: namespaces, hosts, references to gateways. */
public final class Names {

  /**
   * False for what no host can be, such as a placeholder that nobody has filled in; istiod refuses
   * that anyway.
   */
  public static boolean mayBeHost(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!isOfHosts(text.charAt(i))) {
        return false;
      }
    }
    return !text.isEmpty();
  }

  private static boolean isOfHosts(char letter) {
    return (letter >= 'a' && letter <= 'z')
        || (letter >= 'A' && letter <= 'Z')
        || (letter >= '0' && letter <= '9')
        || letter == '.'
        || letter == '-'
        || letter == '*'
        || letter == ':';
  }

  /** The namespace of a manifest that names none, as for kubectl. */
  public static final String DEFAULT_NAMESPACE = "default";

  /** The reserved name of all sidecars among a VirtualService's gateways. */
  public static final String MESH = "mesh";

  /** The domain of the cluster's services. */
  public static final String DOMAIN = "cluster.local";

  private Names() {}

  /** The namespace that the manifest lies in; empty for a kind that lies in none. */
  public static String namespace(Manifest manifest) {
    Optional<String> written = manifest.namespace();
    return written.isPresent()
        ? written.get()
        : manifest.kind().namespaced() ? DEFAULT_NAMESPACE : "";
  }

  /** {@code namespace/name}. */
  public static String qualified(Manifest manifest) {
    return namespace(manifest) + "/" + manifest.name();
  }

  /**
   * The host that a name means in a manifest of this namespace, as istiod expands it: a name
   * without a dot is a Service of that namespace; everything else is complete, {@code reviews.prod}
   * too.
   */
  public static String host(String name, String namespace) {
    if (name.isEmpty() || name.equals("*") || name.indexOf('.') >= 0 || name.indexOf(':') >= 0) {
      return name;
    }
    return serviceHost(name, namespace);
  }

  /** The host of a Kubernetes Service. */
  public static String serviceHost(String name, String namespace) {
    return name + "." + namespace + ".svc." + DOMAIN;
  }

  /**
   * The gateway that a VirtualService of this namespace means, as {@code namespace/name}; {@link
   * #MESH} stays as it is. {@code name.namespace} with more behind it is the legacy form.
   */
  public static String gateway(String name, String namespace) {
    if (name.equals(MESH)) {
      return name;
    }
    int slash = name.indexOf('/');
    if (slash >= 0) {
      String written = name.substring(0, slash);
      return (written.equals(".") ? namespace : written) + name.substring(slash);
    }
    int dot = name.indexOf('.');
    if (dot < 0) {
      return namespace + "/" + name;
    }
    int next = name.indexOf('.', dot + 1);
    String of = next < 0 ? name.substring(dot + 1) : name.substring(dot + 1, next);
    return of + "/" + name.substring(0, dot);
  }

  /** {@code exportTo} of one namespace with {@code .} replaced by it. */
  public static List<String> exportTo(List<String> written, String namespace) {
    return written.contains(".")
        ? written.stream().map(to -> to.equals(".") ? namespace : to).toList()
        : written;
  }

  /** Which of two hosts is more specific: a plain one, then the longer, then by the alphabet. */
  public static int compareSpecificity(String one, String other) {
    boolean wild = Hosts.isWildcard(one);
    if (wild != Hosts.isWildcard(other)) {
      return wild ? 1 : -1;
    }
    int byLength = Integer.compare(other.length(), one.length());
    return byLength != 0 ? byLength : one.compareTo(other);
  }

  /** The kind as indexes name it: of the model by its name alone, others with their group. */
  public static String kind(Manifest manifest) {
    return manifest instanceof RawManifest raw
        ? rawKind(raw.kind().group(), raw.kindName())
        : manifest.kind().name();
  }

  /** The kind of the model as indexes name it. */
  public static String kind(Kind<?> kind) {
    return kind.name();
  }

  /** A kind outside the model as indexes name it, for example {@code apps/Deployment}. */
  public static String rawKind(String group, String kind) {
    return group + "/" + kind;
  }
}
