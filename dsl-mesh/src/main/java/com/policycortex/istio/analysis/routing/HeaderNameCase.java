package com.policycortex.istio.analysis.routing;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Draft;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.model.networking.HttpRoute;
import com.policycortex.istio.model.networking.VirtualService;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** The name of a header is not written as it travels. */
final class HeaderNameCase extends Check<VirtualService> {

  HeaderNameCase() {
    super(
        Subject.of(VirtualService.KIND),
        CheckInfo.info("VS-HEADER-NAME-CASE", "A header's name is not in lower case")
            .meaning(
                "A key of headers or withoutHeaders has an upper-case letter, or an underscore."
                    + " Istio's reference asks for lower case with hyphens.")
            .why(
                "Envoy compares names in lower case, so it works; an underscore is another name"
                    + " than a hyphen, and many proxies drop such headers.")
            .fix("Write the name in lower case with hyphens"));
  }

  @Override
  public void check(VirtualService service, MeshView mesh, Report report) {
    for (int i = 0; i < service.http().size(); i++) {
      HttpRoute rule = service.http().get(i);
      for (int j = 0; j < rule.match().size(); j++) {
        String path = "spec.http[" + i + "].match[" + j + "].";
        check(rule.match().get(j).headers().keySet(), path + "headers", rule, report);
        check(rule.match().get(j).withoutHeaders().keySet(), path + "withoutHeaders", rule, report);
      }
    }
  }

  private static void check(Set<String> names, String path, HttpRoute rule, Report report) {
    for (String name : new TreeSet<>(names)) {
      if (!name.equals(name.toLowerCase(Locale.ROOT)) || name.indexOf('_') >= 0) {
        String lower = name.toLowerCase(Locale.ROOT);
        Draft draft =
            report
                .add(path + "." + name, "The name of the header is written " + name + ".")
                .at(rule)
                .hint("Write " + lower.replace('_', '-'));
        // With a hyphen it is another header; in lower case it is the same.
        if (name.indexOf('_') < 0) {
          draft.repair("Write " + lower, change -> change.rename(path + "." + name, lower));
        }
      }
    }
  }
}
