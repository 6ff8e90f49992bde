# The library's analysis of whole meshes against that of istiod's analyzers. Source this file after tools.sh and render.sh.

meshes::ask() {
  local program=$1
  shift
  "$bin/$program" -istio "$istio" -jar "$jar" -program "$conformance_home/ours/Analyses.java" "$@" 2> /dev/null
}

# meshes::analyzers OPTION... TREE...: what the analyzers find, the library finds in the same resource.
meshes::analyzers() { meshes::ask analyzers -known "$conformance_home/analyzers.yaml" -samples "$conformance_home/samples.yaml" "$@"; }

# What the library says of Istio's samples is explained.
meshes::samples() { meshes::ask samples -list "$conformance_home/samples.yaml"; }

# meshes::lint TREE: the library has nothing to say of a rendered tree that the tree does not suppress with a reason.
meshes::lint() { (cd "$1" && bounded java -jar "$(realpath "$jar")" lint --fail-on warning .); }
