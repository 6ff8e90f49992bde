# Istio's own documents, read and written again. Source this file after tools.sh; $work is where the lines go.

documents_jar=$conformance_home/../dsl-cli/target/istio.jar

# documents::compare KUBECONFIG [FOLDER...]: prints a line for each document that differs, and the counts; fails where one differs.
documents::compare() {
  local kubeconfig=$1 folders=("${@:2}")
  [ $# -gt 1 ] || folders=("$istio"/{samples,pkg,pilot,tests,istioctl,manifests,operator})
  "$bin/documents" -list "$work/files" "${folders[@]}" > "$work/documents.log" &&
    java -cp "$documents_jar" "$conformance_home/ours/ReadAndWrite.java" "$work/files" > "$work/written" &&
    "$bin/documents" -crds "$crds" -bin "$bin" -kubeconfig "$kubeconfig" -written "$work/written" "${folders[@]}" 2> "$work/documents.log"
}
