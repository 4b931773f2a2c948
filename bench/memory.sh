#!/usr/bin/env bash
# Starts the product as its README says, with a database of its own, and measures start-up, one consultation through all
# ten steps (TenSteps.java) and the memory of the application's JVM. Fails above LIMIT_MB, where TenSteps fails, and where
# the server logged an error.
# Needs Linux, JDK 17, Maven and curl. MVN="mvn -o" works offline; ROUNDS=5 plays five consultations on the same server;
# LIMIT_MB is in millions of bytes.
set -euo pipefail
cd "$(dirname "$0")/.."
read -ra mvn <<<"${MVN:-mvn}"
limit=${LIMIT_MB:-700}
here=$(mktemp -d)
maven= app=

parent() { sed -n 's/^PPid:\t//p' "/proc/$1/status" 2>/dev/null || true; }

# the descendant of Maven that runs the application
application() {
  local status pid up
  for status in /proc/[0-9]*/status; do
    pid=${status#/proc/} pid=${pid%/status}
    tr '\0' '\n' 2>/dev/null <"/proc/$pid/cmdline" | grep -qx 'cn.zhengxun.Zhengxun' || continue
    for ((up = pid; up > 1; up = $(parent "$up") + 0)); do
      [ "$up" = "$maven" ] && echo "$pid" && return
    done
  done
}

finish() {
  [ -n "$app" ] || [ -z "$maven" ] || app=$(application)
  for pid in $app $maven; do kill "$pid" 2>/dev/null || true; done
  [ -z "$maven" ] || wait "$maven" 2>/dev/null || true
  rm -rf "$here"
}
trap finish EXIT

fail() { echo "FAILED: $*" >&2; tail -n 20 "$here/log" | cut -c1-200 >&2; exit 1; }

free_port() {
  local port
  for port in $(seq 18400 18499); do
    (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null || { echo "$port"; return; }
  done
}

seconds_since() { awk -v from="$1" -v to="$(date +%s.%N)" 'BEGIN { printf "%.1f", to - from }'; }

# until this page answers 200, at most five minutes
await() {
  local until=$((SECONDS + 300))
  until [ "$(curl -s -o /dev/null -w '%{http_code}' --max-time 10 "$server$1")" = 200 ]; do
    kill -0 "$maven" 2>/dev/null || fail "the server ended"
    [ "$SECONDS" -lt "$until" ] || fail "$1 did not answer 200 within five minutes"
    sleep 0.2
  done
}

memory() { awk -v name="$1:" '$1 == name { printf "%d", $2 * 1024 / 1000000 }' "/proc/$app/status"; }
show() { printf '%-34s %6s %s\n' "$1" "$2" "${3:-}"; }
mailbox() { curl -s --max-time 10 "$server/dev/mailbox" | grep -E '<h2>|<dd>' | cksum; }

echo "compiling"
"${mvn[@]}" -q test-compile >"$here/log" 2>&1 || fail "it does not compile"

port=$(free_port)
server=http://localhost:$port
start=$(date +%s.%N)
PORT=$port ZHENGXUN_BASE_URL=$server ZHENGXUN_DB_URL="jdbc:h2:file:$here/zhengxun;DB_CLOSE_ON_EXIT=FALSE" \
  "${mvn[@]}" -q spring-boot:run >"$here/log" 2>&1 &
maven=$!
await /login
show "sign-in page answers after" "$(seconds_since "$start")" s
await /q/demo
show "/q/demo answers after" "$(seconds_since "$start")" s
app=$(application)
[ -n "$app" ] || fail "the application's process was not found below Maven"
show "VmRSS once ready" "$(memory VmRSS)" MB

for ((round = 1; round <= ${ROUNDS:-1}; round++)); do
  java bench/TenSteps.java "$server" || fail "TenSteps did not pass"
  show "VmRSS after the ten steps" "$(memory VmRSS)" MB
done

# no transport but the demonstration's mailbox: drained once nothing new arrived there for five looks of the dispatcher
quiet=0 before=
until [ "$quiet" -ge 5 ]; do
  sleep 2
  now=$(mailbox)
  [ "$now" = "$before" ] && quiet=$((quiet + 1)) || quiet=0
  before=$now
done
rss=$(memory VmRSS)
show "VmRSS with the outbox drained" "$rss" MB
show "highest VmRSS (VmHWM)" "$(memory VmHWM)" MB
show "threads" "$(sed -n 's/^Threads:\t//p' "/proc/$app/status")"
! grep -q ' ERROR ' "$here/log" || fail "the server logged: $(grep -m 3 ' ERROR ' "$here/log" | cut -c1-300)"
[ "$(memory VmHWM)" -le "$limit" ] || fail "more than $limit MB"
echo "passed: at most $limit MB"
