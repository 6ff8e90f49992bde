package com.policycortex.istio.cli;

import com.policycortex.istio.release.IstioVersion;
import com.policycortex.istio.release.TargetRelease;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** The option {@code --target}. */
final class Target {

  static final String DESCRIPTION =
      "The release of Istio that the manifests are for, 1.20 to 1.31: what it does not have is an"
          + " error, and render writes versions of kinds that it serves. Default: the newest.";

  private Target() {}

  /** The release of that version; empty where none is given. */
  static Optional<TargetRelease> of(@Nullable String version, CommandLine command) {
    if (version == null) {
      return Optional.empty();
    }
    return Optional.of(
        IstioVersion.parse(version)
            .map(TargetRelease::of)
            .orElseThrow(
                () ->
                    new ParameterException(
                        command,
                        "\""
                            + version
                            + "\" is no release that is known; write "
                            + IstioVersion.oldest()
                            + " to "
                            + IstioVersion.newest())));
  }
}
