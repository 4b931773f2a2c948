#!/usr/bin/env bash
# Sends 5,000 invitations to a relay that fails, kills the product twice on the way, and measures messages per second
# (see src/test/java/cn/zhengxun/outreach/mail/MailBench.java). Needs JDK 17 and Maven; MVN="mvn -o" works offline.
# SENDERS gives another number of sending threads than 2.
set -euo pipefail
cd "$(dirname "$0")/.."
read -ra mvn <<<"${MVN:-mvn}"
classpath=$(mktemp)
trap 'rm -f "$classpath"' EXIT
"${mvn[@]}" -q test-compile dependency:build-classpath -Dmdep.outputFile="$classpath" -Dmdep.includeScope=test
java -Xmx256m -Dsenders="${SENDERS:-2}" -Dfile.encoding=UTF-8 -cp "$PWD/target/classes:$PWD/target/test-classes:$(cat "$classpath")" \
  cn.zhengxun.outreach.mail.MailBench | grep --line-buffered -vE "mbeddedPostgres|PostgresBinaryResolver" | sed -u "s/^BENCH //"
