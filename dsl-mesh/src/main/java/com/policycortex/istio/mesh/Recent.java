package com.policycortex.istio.mesh;

import com.policycortex.istio.model.security.AuthorizationPolicy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one thread asked last: the checks of a workload ask for the same one after the other. It is
 * forgotten before the next manifest, whose own reads must be noted.
 */
final class Recent {

  private @Nullable Workload workload;
  private @Nullable Proxy proxy;
  private @Nullable List<AuthorizationPolicy> authorizationPolicies;

  void forget() {
    workload = null;
    proxy = null;
    authorizationPolicies = null;
  }

  // Equal ones are found again as well; to compare them would take longer.
  @SuppressWarnings("ReferenceEquality")
  private void turnTo(Workload asked) {
    if (workload != asked) {
      forget();
      workload = asked;
    }
  }

  /** What is known of a workload; null if it was not asked for. */
  @Nullable Proxy proxy(Workload of) {
    turnTo(of);
    return proxy;
  }

  /** Keeps an answer. */
  Proxy keep(Workload of, Proxy answer) {
    turnTo(of); // on the way others may have been asked for
    proxy = answer;
    return answer;
  }

  /** What is known of a workload; null if it was not asked for. */
  @Nullable List<AuthorizationPolicy> authorizationPolicies(Workload of) {
    turnTo(of);
    return authorizationPolicies;
  }

  /** Keeps an answer. */
  List<AuthorizationPolicy> keep(Workload of, List<AuthorizationPolicy> answer) {
    turnTo(of);
    authorizationPolicies = answer;
    return answer;
  }
}
