/**
 * What a cluster says about manifests before it takes them: Kubernetes' API server (the schema and
 * CEL rules of Istio's CRDs) and istiod's admission webhook, as findings.
 *
 * <p>{@link com.policycortex.istio.validation.Validation} asks; {@code RuleBook} has one table of
 * rules for each kind. A rule is stateless and has one idea; rules of one subject lie together.
 */
@NullMarked
package com.policycortex.istio.validation;

import org.jspecify.annotations.NullMarked;
