#!/usr/bin/env bash
# Runs a task of build.ps1 (build, test, docs, package, demo, bench) with the PowerShell that it finds: the one on PATH, else the one of the tool
# manifest. Further arguments go to build.ps1. Without any PowerShell it runs what needs none, and says what it left out.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
task=${1:-build}
[ $# -eq 0 ] || shift
# Building and testing is told nobody.
export DOTNET_CLI_TELEMETRY_OPTOUT=1 POWERSHELL_TELEMETRY_OPTOUT=1 POWERSHELL_UPDATECHECK=Off

case $task in
    build | test | docs | package | demo | bench) ;;
    *)
        echo "usage: ./build.sh [build|test|docs|package|demo|bench] [arguments of build.ps1, such as -Name Pacer]" >&2
        exit 2
        ;;
esac

command -v dotnet >/dev/null 2>&1 || {
    echo "The .NET SDK 10 is needed and 'dotnet' is not on PATH: https://dotnet.microsoft.com/download" >&2
    exit 2
}

if command -v pwsh >/dev/null 2>&1; then
    exec pwsh -NoProfile -File "$root/build.ps1" -Task "$task" "$@"
fi
if (cd "$root" && dotnet tool restore >/dev/null 2>&1); then
    home=$(cd "$root" && dotnet tool run pwsh -- -NoProfile -NonInteractive -Command '$PSHOME')
    exec dotnet "$home/pwsh.dll" -NoProfile -File "$root/build.ps1" -Task "$task" "$@"
fi

left_out() { echo "Left out: $1 (there is no PowerShell on PATH, and the tool manifest's could not be restored)."; }

# Adds up one counter of the test runs' result files.
count() {
    local sum=0 value
    for value in $(grep -ho "<Counters [^>]*>" "$results"/*.trx | grep -o " $1=\"[0-9]*\"" | grep -o "[0-9]*"); do
        sum=$((sum + value))
    done
    echo "$sum"
}

dotnet build "$root/ConnectOutbound.slnx" --configuration Release --nologo --verbosity quiet
case $task in
    build)
        left_out "staging the module and its help"
        ;;
    test)
        results=$root/output/test
        rm -rf "$results"
        status=0
        filter=()
        [ "${1:-}" != -Name ] || filter=(--filter "FullyQualifiedName~${2:-}")
        for project in "$root"/tests/*.Tests/*.Tests.csproj; do
            name=$(basename "$project" .csproj)
            dotnet test "$project" --configuration Release --no-build --nologo --verbosity quiet \
                --logger "trx;LogFileName=$name.trx" --results-directory "$results" ${filter[@]+"${filter[@]}"} || status=1
        done
        left_out "the package and its installation, the Pester suite and the script analyzer"
        passed=$(count passed)
        failed=$(($(count failed) + $(count error) + $(count timeout) + $(count aborted)))
        skipped=$(($(count total) - $(count executed)))
        echo "$passed passed, $failed failed, $skipped skipped"
        [ "$status" -eq 0 ] && [ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
        ;;
    demo)
        left_out "the module's own demonstration; the C# program that embeds the engine does the same"
        dotnet run --project "$root/samples/EmbeddedEngine" --configuration Release --no-build -- "$root/samples/contacts.csv"
        ;;
    *)
        left_out "$task"
        exit 1
        ;;
esac
