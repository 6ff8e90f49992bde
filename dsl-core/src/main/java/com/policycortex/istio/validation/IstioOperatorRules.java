package com.policycortex.istio.validation;

import com.policycortex.istio.model.install.IstioOperator;

/** Installations: the MeshConfig within, which istioctl judges as istiod does. */
final class IstioOperatorRules {

  static final RuleSet<IstioOperator> RULES =
      RuleSet.of(IstioOperator.class)
          .part("meshConfig", IstioOperator::meshConfig, MeshConfigRules.RULES)
          .build();

  private IstioOperatorRules() {}
}
