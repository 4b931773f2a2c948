#!/usr/bin/env bash
# What reading, storing, correcting and comparing drafts costs, beside yardsticks of the same run. Needs LibreOffice.
set -euo pipefail
cd "$(dirname "$0")/.."
echo "| what | first (ms) | warm (ms) | yardstick | (ms) | ratio |"
echo "|---|---:|---:|---|---:|---:|"
ZHENGXUN_OFFICE_SUITE=required ${MVN:-mvn} -B -q -T1 test -Dtest=DraftsBench,MappingBench -Dsurefire.failIfNoSpecifiedTests=false 2>&1 \
  | sed -n "s/.*BENCH //p"
