# How the trees come about. Source this file.
#
# CONFORMANCE_RENDER may name another program to render with; it is called as PROGRAM ENVIRONMENT FOLDER [KEY=VALUE...].

environments=(prod staging dev)
canary_steps=(5 25 50 100)
jar=$conformance_home/../dsl-cli/target/istio.jar

# render ENVIRONMENT FOLDER [KEY=VALUE...]
render() {
  local environment=$1 folder=$2 setting settings=()
  shift 2
  if [ -n "${CONFORMANCE_RENDER:-}" ]; then
    "$CONFORMANCE_RENDER" "$environment" "$folder" "$@"
    return
  fi
  for setting in "$@"; do settings+=(--set "$setting"); done
  timeout 120 java -jar "$jar" render policycortex --env "$environment" --out "$folder" "${settings[@]}"
}

namespace_of() {
  case $1 in
  prod) echo policycortex ;;
  *) echo "policycortex-$1" ;;
  esac
}

canary_setting() { echo "canary.weight=$1"; }

# The stages of a blue-green switch in their order: name, then the settings.
blue_green_steps=(
  "blue-active blueGreen.active=blue"
  "green-previewed blueGreen.active=blue blueGreen.preview=true"
  "green-active blueGreen.active=green"
  "rolled-back blueGreen.active=blue"
)
