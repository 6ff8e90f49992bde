package com.policycortex.istio.release;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A release of Istio by its major and minor number: those whose API this library knows. Patches do
 * not count, since they do not change the API.
 */
public enum IstioVersion {
  /** Istio 1.20. */
  V1_20,
  /** Istio 1.21. */
  V1_21,
  /** Istio 1.22. */
  V1_22,
  /** Istio 1.23. */
  V1_23,
  /** Istio 1.24. */
  V1_24,
  /** Istio 1.25. */
  V1_25,
  /** Istio 1.26. */
  V1_26,
  /** Istio 1.27. */
  V1_27,
  /** Istio 1.28. */
  V1_28,
  /** Istio 1.29. */
  V1_29,
  /** Istio 1.30. */
  V1_30,
  /** Istio 1.31, whose API the model is. */
  V1_31;

  private static final Pattern FORM = Pattern.compile("v?(\\d+\\.\\d+)(\\.\\d+)?([-+].*)?");

  private final String text = name().substring(1).replace('_', '.');

  /** The oldest release that is known. */
  public static IstioVersion oldest() {
    return Collections.min(EnumSet.allOf(IstioVersion.class));
  }

  /** The newest release: the one whose whole API the model has. */
  public static IstioVersion newest() {
    return values()[values().length - 1];
  }

  /**
   * The release that a text names: {@code 1.24}, {@code 1.24.3}, {@code v1.24.0-rc.1}.
   *
   * @return empty if the text is no version, or that of a release that is not known here
   */
  public static Optional<IstioVersion> parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (matcher.matches()) {
      for (IstioVersion version : values()) {
        if (version.text.equals(matcher.group(1))) {
          return Optional.of(version);
        }
      }
    }
    return Optional.empty();
  }

  /** Whether this release is older than another. */
  public boolean isBefore(IstioVersion other) {
    return compareTo(other) < 0;
  }

  /** {@code 1.24}. */
  @Override
  public String toString() {
    return text;
  }
}
