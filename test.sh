#!/usr/bin/env bash
# The whole check: restore, build with warnings as errors, run every test, end with one line of counts.
#   ./test.sh            what a change has to pass
#   ./test.sh --long     also the long runs
#   USEROPS_SEEDS=5000-7999 ./test.sh --filter SimulationTests   those seeds of the simulator; USEROPS_SEED=17 one of them
#   ./test.sh --filter X anything else goes to `dotnet test`
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

export DOTNET_CLI_UI_LANGUAGE=en DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
# Build servers that outlive the run would hold on to a checkout that somebody wants to delete.
export MSBUILDDISABLENODEREUSE=1

finish() { # passed failed skipped exit-code
  echo "$1 passed, $2 failed, $3 skipped"
  exit "$4"
}

give_up() {
  echo "$1" >&2
  finish 0 0 0 1
}

forwarded=()
for argument in "$@"; do
  case "$argument" in
    --long) export USEROPS_LONG=1 ;;
    *) forwarded+=("$argument") ;;
  esac
done

command -v dotnet >/dev/null || give_up "No .NET SDK found: install version 10 from https://dot.net, then run ./test.sh again."

results=$(mktemp -d)
trap 'rm -rf "$results"' EXIT

# Which part of the solution can be built depends on the package registry, so ask it rather than guess.
target=UserOps.Functions.sln
echo "Restoring $target"
if ! dotnet restore "$target" >"$results/restore.log" 2>&1; then
  # Only packages that this solution names count: in place of a missing version restore takes a newer one, and then misses what that one depends on.
  sed -nE 's/.*<PackageVersion Include="([^"]+)".*/\1/p' Directory.Packages.props >"$results/named"
  missing=$(sed -nE \
    -e 's/.*error NU1101: Unable to find package ([A-Za-z0-9.]+)\. .*/\1/p' \
    -e 's/.*error NU110[23]: Unable to find (a stable )?package ([A-Za-z0-9.]+) with version.*/\2/p' \
    -e 's/.*error NU160[13]: .* ([A-Za-z0-9.]+) [^ ]+ was not found\..*/\1/p' "$results/restore.log" | sort -u | grep -Fxf "$results/named")
  others=$(grep -Ev '^(Azure|Microsoft\.(Azure|DurableTask|ApplicationInsights))(\.|$)' <<<"$missing")
  if [ -z "$missing" ] || [ -n "$others" ]; then
    cat "$results/restore.log" >&2
    give_up "The packages could not be restored; no test ran."
  fi

  target=UserOps.Local.slnf
  echo "The package registry lacks these Azure packages (or the versions this solution names):"
  sed 's/^/  /' <<<"$missing"
  echo "So the Azure host and its tests are left out: testing $target instead of UserOps.Functions.sln."
  dotnet restore "$target" || give_up "The packages could not be restored; no test ran."
fi

if [ -f tests/clients/package-lock.json ] && command -v npm >/dev/null; then
  echo "Installing the npm clients that the tests run"
  npm ci --prefix tests/clients --no-audit --no-fund --loglevel=error || give_up "npm ci failed in tests/clients; no test ran."
fi

dotnet build "$target" -c Release --no-restore || give_up "The build failed; no test ran."

# One project after the other: tests that kill processes and hold locks must not fight for two cores.
dotnet test "$target" -c Release --no-build -m:1 --logger trx --results-directory "$results" --nologo ${forwarded[@]+"${forwarded[@]}"}
code=$?

total() { # attribute of the <Counters> element, summed over projects
  cat "$results"/*.trx 2>/dev/null | grep -oE '<Counters [^>]*>' | grep -oE " $1=\"[0-9]+\"" | grep -oE '[0-9]+' | awk '{ n += $1 } END { print n + 0 }'
}

passed=$(total passed)
failed=$(($(total failed) + $(total error) + $(total timeout) + $(total aborted)))
skipped=$(($(total total) - $(total executed)))

if [ "$code" -eq 0 ] && [ "$failed" -gt 0 ]; then code=1; fi
if [ "$code" -ne 0 ] && [ "$failed" -eq 0 ]; then echo "The test run broke off with exit code $code before it could report a failure." >&2; fi
if [ "$code" -eq 0 ] && [ "$passed" -eq 0 ]; then
  echo "No test ran." >&2
  code=1
fi

finish "$passed" "$failed" "$skipped" "$code"
