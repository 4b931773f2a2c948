#!/usr/bin/env bash
# What a file of 10,000 informants costs in PostgreSQL, beside a plain batch insert of the same run.
set -euo pipefail
cd "$(dirname "$0")/.."
echo "| what | ms |"
echo "|---|---:|"
${MVN:-mvn} -B -q -T1 test -Dtest=InformantImportsBench -Dsurefire.failIfNoSpecifiedTests=false 2>&1 | sed -n "s/.*BENCH //p"
