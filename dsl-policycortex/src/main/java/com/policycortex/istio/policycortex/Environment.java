package com.policycortex.istio.policycortex;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Where PolicyCortex runs. Each environment is meant for a cluster of its own. */
public enum Environment {
  /** What customers use. */
  PROD("policycortex", "policycortex.com"),

  /** What is about to become production. */
  STAGING("policycortex-staging", "staging.policycortex.com"),

  /** Where developers try things. */
  DEV("policycortex-dev", "dev.policycortex.com");

  private final String namespace;
  private final String domain;

  Environment(String namespace, String domain) {
    this.namespace = namespace;
    this.domain = domain;
  }

  /** The namespace of the product, unless {@link Settings#NAMESPACE} says otherwise. */
  String namespace() {
    return namespace;
  }

  /** The domain of its hosts, unless {@link Settings#DOMAIN} says otherwise. */
  String domain() {
    return domain;
  }

  /**
   * The environment of this name.
   *
   * @throws IllegalArgumentException for any other name than {@code prod}, {@code staging}, {@code
   *     dev}
   */
  public static Environment named(String name) {
    for (Environment environment : values()) {
      if (environment.toString().equals(name)) {
        return environment;
      }
    }
    throw new IllegalArgumentException(
        "there is no environment \""
            + name
            + "\"; choose one of "
            + Arrays.stream(values()).map(Environment::toString).collect(Collectors.joining(", ")));
  }

  /** {@code prod}, {@code staging} or {@code dev}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
