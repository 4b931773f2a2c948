#!/usr/bin/env bash
# Builds the library's search index over 100 texts of 300 articles and times questions against SQL LIKE (see
# src/test/java/cn/zhengxun/draft/search/SearchBench.java). Needs JDK 17 and Maven; MVN="mvn -o" works offline.
# JAVA_OPTS gives the JVM other memory than the product's own 320 MB of heap.
set -euo pipefail
cd "$(dirname "$0")/.."
read -ra mvn <<<"${MVN:-mvn}"
read -ra options <<<"${JAVA_OPTS:--Xmx320m -XX:+UseSerialGC -XX:TieredStopAtLevel=1}"
classpath=$(mktemp)
trap 'rm -f "$classpath"' EXIT
"${mvn[@]}" -q test-compile dependency:build-classpath -Dmdep.outputFile="$classpath" -Dmdep.includeScope=test
java "${options[@]}" -Dfile.encoding=UTF-8 -cp "target/test-classes:target/classes:$(cat "$classpath")" cn.zhengxun.draft.search.SearchBench
