# The library's verdicts against the real ones. Source this file after tools.sh.

jar=$conformance_home/../dsl-cli/target/istio.jar
envoy_api=$conformance_home/../dsl-core/src/main/resources/com/policycortex/istio/validation/envoy-api.txt

verdicts_sample=(-quiet -seeds 1 -mutants 5000 -random 1000 -combined 3000 -model 2000 -people "$conformance_home/people.yaml" -bounds "$conformance_home/bounds.yaml")

# verdicts::compare OPTION...
verdicts::compare() {
  local classes=$conformance_home/../dsl-core/target/test-classes
  [ -d "$classes" ] || { echo "build them first: mvn -B -ntp package -DskipTests" && return 1; }
  "$bin/verdicts" -istio "$istio" -crds "$crds" -jar "$jar" -program "$conformance_home/ours/Verdicts.java" -known "$conformance_home/verdicts.yaml" \
    -examples "$conformance_home/../dsl-core/src/test/resources/com/policycortex/istio/validation" -combinations "$conformance_home/combinations.yaml" \
    -classes "$jar:$classes" "$@" 2> /dev/null
}

# The table of Envoy's messages in the library is the one of the Istio that is pinned here.
verdicts::envoy_api() {
  "$bin/envoy-api" 2> /dev/null | cmp - "$envoy_api" ||
    { echo "make the table anew: $bin/envoy-api > $envoy_api" && return 1; }
}

# Kubernetes' own kinds, by a running API server at the port given, with the options that follow.
verdicts::kubernetes() {
  local port=$1
  shift
  verdicts::compare -quiet -server "$port" -kubernetes "$conformance_home/kubernetes" "$@"
}

# A running API server: is it of one mind with us about its own kinds, and with its schemas about Istio's?
verdicts::cluster() {
  local status=0 dir port=${CONFORMANCE_PORTS:-16440}
  dir=$(mktemp -d "${TMPDIR:-/tmp}/verdicts.XXXXXX")
  "$conformance_home/cluster" start "$dir" > /dev/null || return 1
  verdicts::kubernetes "$port" -seeds 1,2 -mutants 8000 -random 1000 -every || status=$?
  verdicts::compare -quiet -server "$port" -seeds 1 -mutants 5000 -random 500 || status=$?
  "$conformance_home/cluster" stop "$dir"
  rm -rf "$dir"
  return $status
}
