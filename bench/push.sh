#!/usr/bin/env bash
# The push of step 3 with 100,000 informants on a PostgreSQL of its own (see
# src/test/java/cn/zhengxun/process/PushBench.java). Needs JDK 17 and Maven; MVN="mvn -o" works offline.
# REWRITE=true adds reWriteBatchedInserts=true to the database's URL. JAVA_OPTS gives the JVM other memory.
set -euo pipefail
cd "$(dirname "$0")/.."
read -ra mvn <<<"${MVN:-mvn}"
read -ra options <<<"${JAVA_OPTS:--Xmx512m -XX:+UseSerialGC}"
classpath=$(mktemp)
trap 'rm -f "$classpath"' EXIT
"${mvn[@]}" -q test-compile dependency:build-classpath -Dmdep.outputFile="$classpath" -Dmdep.includeScope=test
echo "load average before: $(cut -d' ' -f1-3 /proc/loadavg)"
java "${options[@]}" -Drewrite="${REWRITE:-false}" -Duser.timezone=Asia/Shanghai -Dfile.encoding=UTF-8 \
  -cp "target/test-classes:target/classes:$(cat "$classpath")" cn.zhengxun.process.PushBench 2>&1 | grep -P '\t|^FAILED|^passed|^Exception|^\s+at cn'
