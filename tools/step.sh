#!/bin/sh
# Run one step of make, and print what it does and how long it took. The output of the step is shown only if it fails.
# usage: step.sh [-a ADVICE] TEXT COMMAND [ARGUMENT...]
advice=
if [ "$1" = -a ]; then advice=$2; shift 2; fi
text=$1
shift
log=$(mktemp)
trap 'rm -f "$log"' EXIT
start=$(date +%s)
printf '%s ... ' "$text"
if "$@" >"$log" 2>&1; then
    printf '%s s\n' $(($(date +%s) - start))
else
    status=$?
    printf 'failed after %s s\n' $(($(date +%s) - start))
    cat "$log" >&2
    [ -z "$advice" ] || printf '%s\n' "$advice" >&2
    exit "$status"
fi
