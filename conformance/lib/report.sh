# Counting and timing. Source this file; $work is where logs go.

passed=0 failed=0 part_name= part_begun=0 timings=()

# part NAME: what follows belongs to it; no name ends the last part.
part() {
  [ -z "$part_name" ] || timings+=("$(printf '%4d s  %s' $((SECONDS - part_begun)) "$part_name")")
  part_name=${1:-} part_begun=$SECONDS
  [ -z "$part_name" ] || printf '\n== %s\n' "$part_name"
}

# check NAME COMMAND...: one check; what the command prints is shown where it fails.
check() {
  local name=$1 log=$work/check.log begun=${EPOCHREALTIME/[.,]/} took status=0
  shift
  "$@" > "$log" 2>&1 || status=$?
  took=$(((${EPOCHREALTIME/[.,]/} - begun) / 100000))
  if [ "$status" = 0 ]; then
    passed=$((passed + 1))
    printf 'ok      %s (%d.%d s)\n' "$name" $((took / 10)) $((took % 10))
    return 0
  fi
  failed=$((failed + 1))
  printf 'FAILED  %s (status %s)\n' "$name" "$status"
  head -c 12000 "$log" | head -60 | sed 's/^/        /'
  return 1
}

# cases NAME COMMAND...: the command prints a line for each case, "ok ..." or "FAILED ...", and each counts.
cases() {
  local name=$1 log=$work/cases.log status=0 good bad
  shift
  "$@" > "$log" 2> "$log.errors" || status=$?
  good=$(grep -c '^ok ' "$log") bad=$(grep -c '^FAILED ' "$log")
  sed "s/^ok      /ok      $name: /; s/^FAILED  /FAILED  $name: /" "$log"
  if [ "$status" != 0 ] && [ "$bad" = 0 ] || [ $((good + bad)) = 0 ]; then
    bad=$((bad + 1))
    printf 'FAILED  %s (status %s)\n' "$name" "$status"
    head -c 6000 "$log.errors" | sed 's/^/        /'
  fi
  passed=$((passed + good)) failed=$((failed + bad))
}

# summary: prints the timings and the counts; fails where a check failed or none ran.
summary() {
  part
  printf '\n== How long each part took\n'
  printf '%s\n' "${timings[@]}"
  printf '\n%d passed, %d failed\n' "$passed" "$failed"
  [ "$failed" = 0 ] && [ "$passed" -gt 0 ]
}
