package com.policycortex.istio.analysis.authorization;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Draft;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.model.security.AuthorizationOperation;
import com.policycortex.istio.model.security.AuthorizationPolicy;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** A policy names a method that no request has. */
final class MethodUnknown extends Check<AuthorizationPolicy> {

  private static final Set<String> METHODS =
      Set.of(
          "GET",
          "HEAD",
          "POST",
          "PUT",
          "DELETE",
          "CONNECT",
          "OPTIONS",
          "TRACE",
          "PATCH",
          // RFC 4918 and its like; servers for them are rare but real.
          "PROPFIND",
          "PROPPATCH",
          "MKCOL",
          "COPY",
          "MOVE",
          "LOCK",
          "UNLOCK",
          "REPORT",
          "SEARCH",
          "PURGE",
          "QUERY");

  MethodUnknown() {
    super(
        Subject.of(AuthorizationPolicy.KIND),
        CheckInfo.warning("AUTHZ-METHOD-UNKNOWN", "A policy names a method that no request has")
            .meaning(
                "A value of methods or notMethods is no HTTP method, or not in upper case; methods"
                    + " are compared as they are written. gRPC's requests are all POST.")
            .why("An ALLOW rule lets nobody in, a DENY rule keeps nobody out.")
            .fix("Write the method in upper case, as RFC 9110 has it")
            .codes("KIA0102"));
  }

  @Override
  public void check(AuthorizationPolicy policy, MeshView mesh, Report report) {
    Map<String, Function<AuthorizationOperation, List<String>>> fields = new TreeMap<>();
    fields.put("methods", AuthorizationOperation::methods);
    fields.put("notMethods", AuthorizationOperation::notMethods);
    for (Sources.Named named : Sources.operations(policy, fields)) {
      String method = named.value();
      if (!method.contains("*") && !METHODS.contains(method)) {
        Draft draft =
            report.add(named.path(), "No request has the method " + method + ".").at(named.rule());
        String upper = method.toUpperCase(Locale.ROOT);
        if (METHODS.contains(upper)) {
          draft.write(upper);
        } else {
          draft.meant(method, METHODS.stream().sorted().toList());
        }
        draft.changing("the rule holds for such requests");
      }
    }
  }
}
