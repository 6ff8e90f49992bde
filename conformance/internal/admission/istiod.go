package admission

// What istiod links in decides which types a value of an EnvoyFilter may name.
import _ "istio.io/istio/pilot/pkg/bootstrap"
