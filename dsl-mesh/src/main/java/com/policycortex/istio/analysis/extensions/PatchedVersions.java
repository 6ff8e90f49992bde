package com.policycortex.istio.analysis.extensions;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import com.policycortex.istio.model.networking.EnvoyConfigObjectPatch;
import com.policycortex.istio.release.IstioVersion;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** For which releases of proxies a patch is. */
final class PatchedVersions {

  private static final int PATCHES = 20;

  private static final List<String> KNOWN =
      Arrays.stream(IstioVersion.values())
          .flatMap(version -> IntStream.range(0, PATCHES).mapToObj(patch -> version + "." + patch))
          .toList();

  private PatchedVersions() {}

  /**
   * True if a patch is for proxies of other releases than those that are known: what their Envoy
   * takes is not known either.
   */
  static boolean areOthers(EnvoyConfigObjectPatch patch) {
    Optional<String> version = Patches.proxyVersion(patch);
    try {
      // As istiod does, anywhere in the proxy's version.
      return version.map(Pattern::compile).filter(PatchedVersions::isOfNone).isPresent();
    } catch (PatternSyntaxException e) {
      return false; // istiod refuses it
    }
  }

  private static boolean isOfNone(Pattern version) {
    return KNOWN.stream().noneMatch(known -> version.matcher(known).find());
  }
}
