# What is asked of a tree, and of whom. Source this file after tools.sh; $work is where logs go.

folders=(base traffic-management security observability policies)
allowed=$conformance_home/allowed.yaml

bounded() { timeout 300 "$@"; }

# Everything of a tree that goes into a cluster: not the installation manifest.
applied() {
  local folder
  for folder in "${folders[@]}"; do echo "$1/$folder"; done
}

judge_shape() {
  local folder status=0
  for folder in install "${folders[@]}"; do
    [ -n "$(find "$1/$folder" -name '*.yaml' 2> /dev/null | head -1)" ] || { echo "$1/$folder holds no manifest" && status=1; }
  done
  [ "$(find "$1" -name 'kustomization.y*ml')" = "$1/kustomization.yaml" ] || { echo "want one kustomization.yaml, at the root" && status=1; }
  return $status
}

# The accepted documents' lines are no news.
judge_verdict() {
  local status=0
  bounded "$bin/verdict" -crds "$crds" -allow "$allowed" $(applied "$1") > "$work/verdicts" || status=$?
  grep -E '"(schema|decode|istio|warnings)":' "$work/verdicts"
  [ -s "$work/verdicts" ] || { echo "no document of an Istio kind" && return 1; }
  return $status
}

# judge_installation TREE GENERATED: writes what would be installed.
judge_installation() {
  local manifests
  mapfile -t manifests < <(find "$1/install" -name '*.yaml')
  [ "${#manifests[@]}" -gt 0 ] || { echo "no installation manifest" && return 1; }
  bounded "$bin/istioctl" manifest generate $(printf -- '-f %s ' "${manifests[@]}") > "$2" 2> "$work/generate.errors"
  local status=$?
  cat "$work/generate.errors"
  [ "$status" = 0 ] && [ ! -s "$work/generate.errors" ] && grep -q '^kind: Deployment' "$2"
}

judge_istioctl() { bounded "$bin/analyze" -istioctl "$bin/istioctl" -allow "$allowed" "$1/install" $(applied "$1"); }

# judge_analyzers TREE GENERATED
judge_analyzers() { bounded "$bin/analyze" -allow "$allowed" "$1/install" $(applied "$1") "$2"; }

# judge_transition FROM TO GENERATED: the states as `kubectl apply` goes from one tree to the other.
judge_transition() {
  local folder from=()
  for folder in $(applied "$1") "$1/install" "$3"; do from+=(-from "$folder"); done
  bounded "$bin/analyze" -allow "$allowed" "${from[@]}" $(applied "$2")
}

# cluster_up: a new empty cluster.
cluster_up() { bounded "$conformance_home/cluster" start "$work/cluster"; }

kubectl() { bounded "$bin/kubectl" --kubeconfig "$work/cluster/kubeconfig" "$@"; }

# A warning is the API server's way to say that it took what it would rather not.
silently() {
  local status=0
  "$@" > "$work/kubectl.out" 2> "$work/kubectl.err" || status=$?
  cat "$work/kubectl.out" "$work/kubectl.err"
  [ "$status" = 0 ] && [ ! -s "$work/kubectl.err" ] && [ -s "$work/kubectl.out" ]
}

# apply_folders TREE: folder by folder in the order that the document gives.
apply_folders() {
  local folder
  for folder in $(applied "$1"); do silently kubectl apply -f "$folder" || return; done
}

apply_root() { silently kubectl apply -k "$1"; }

# fabric8_client TREE: the library's own way to a cluster; a test of dsl-fabric8 that runs only here.
fabric8_client() {
  (cd "$conformance_home/.." && bounded mvn -B -ntp -q -pl dsl-fabric8 -am test -Dtest=RealClusterIT -Dsurefire.failIfNoSpecifiedTests=false \
    -Denforcer.skip -Dcluster.kubeconfig="$work/cluster/kubeconfig" -Dcluster.tree="$1") > "$work/fabric8" 2>&1 || { cat "$work/fabric8" && return 1; }
  grep 'read back' "$work/fabric8"
}

# unchanged HOW TREE: applying it so again changes nothing.
unchanged() {
  "$1" "$2" > "$work/again" || { cat "$work/again" && return 1; }
  ! grep -v ' unchanged$' "$work/again"
}

