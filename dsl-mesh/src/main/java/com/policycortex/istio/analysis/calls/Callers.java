package com.policycortex.istio.analysis.calls;

import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.Names;
import com.policycortex.istio.mesh.Workload;
import com.policycortex.istio.model.security.AuthorizationAction;
import com.policycortex.istio.model.security.AuthorizationPolicy;
import com.policycortex.istio.model.security.AuthorizationRule;
import com.policycortex.istio.model.security.AuthorizationSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Who calls a workload, as far as policies name it: the identities that ALLOW rules let in. */
final class Callers {

  /** More than these are not looked at, of one policy or workload. */
  static final int ENOUGH = 20;

  private static final Pattern PRINCIPAL = Pattern.compile("[^/]+/ns/([^/*]+)/sa/([^/*]+)");

  private Callers() {}

  /**
   * A workload that a policy lets in.
   *
   * @param workload the caller
   * @param path where the policy names its identity
   * @param rule the rule of the policy
   */
  record Caller(Workload workload, String path, AuthorizationRule rule) {}

  /** Those that a policy of action ALLOW names by principal or service account. */
  static List<Caller> of(AuthorizationPolicy policy, MeshView mesh) {
    List<Caller> callers = new ArrayList<>();
    if (policy.action().orElse(AuthorizationAction.ALLOW) != AuthorizationAction.ALLOW) {
      return callers;
    }
    for (int i = 0; i < policy.rules().size(); i++) {
      AuthorizationRule rule = policy.rules().get(i);
      for (int j = 0; j < rule.from().size() && callers.size() < ENOUGH; j++) {
        Optional<AuthorizationSource> source = rule.from().get(j).source();
        String path = "spec.rules[" + i + "].from[" + j + "].source.";
        if (source.isPresent()) {
          List<String> principals = source.get().principals();
          for (int k = 0; k < principals.size(); k++) {
            Matcher form = PRINCIPAL.matcher(principals.get(k));
            if (form.matches()) {
              String at = path + "principals[" + k + "]";
              add(form.group(1), form.group(2), at, rule, mesh, callers);
            }
          }
          List<String> accounts = source.get().serviceAccounts();
          for (int k = 0; k < accounts.size(); k++) {
            int slash = accounts.get(k).indexOf('/');
            String namespace =
                slash < 0 ? Names.namespace(policy) : accounts.get(k).substring(0, slash);
            String account = accounts.get(k).substring(slash + 1);
            add(namespace, account, path + "serviceAccounts[" + k + "]", rule, mesh, callers);
          }
        }
      }
    }
    return callers;
  }

  /** Those of a workload, each once. */
  static List<Workload> of(Workload callee, MeshView mesh) {
    Map<String, Workload> callers = new LinkedHashMap<>();
    for (AuthorizationPolicy policy : mesh.policies().authorizationPolicies(callee)) {
      if (callers.size() >= ENOUGH) {
        break;
      }
      for (Caller caller : of(policy, mesh)) {
        if (!caller.workload().equals(callee)) {
          callers.putIfAbsent(caller.workload().toString(), caller.workload());
        }
      }
    }
    return List.copyOf(callers.values());
  }

  private static void add(
      String namespace,
      String account,
      String path,
      AuthorizationRule rule,
      MeshView mesh,
      List<Caller> callers) {
    for (Workload workload : mesh.workloads().runningAs(namespace, account)) {
      if (callers.size() < ENOUGH) {
        callers.add(new Caller(workload, path, rule));
      }
    }
  }
}
