#!/usr/bin/env bash
# Many people handing in at once, on a PostgreSQL that writes to disk at each commit (see bench/README.md).
# Needs JDK 17 and Maven; MVN="mvn -o" works offline once the dependencies are there.
set -euo pipefail
cd "$(dirname "$0")/.."
read -ra mvn <<<"${MVN:-mvn}"
work=$(mktemp -d)
started=()
stop() {
  exec 3>&- 4>&- 2>/dev/null || true # the end of their input ends database and product
  for pid in "${started[@]}"; do kill "$pid" 2>/dev/null || true; done
  for pid in "${started[@]}"; do wait "$pid" 2>/dev/null || true; done
  rm -rf "$work"
}
trap stop EXIT

free_port() { java -XX:TieredStopAtLevel=1 "$work/Port.java"; }
cat >"$work/Port.java" <<'JAVA'
public class Port { public static void main(String[] a) throws Exception { try (var s = new java.net.ServerSocket(0)) { System.out.println(s.getLocalPort()); } } }
JAVA

"${mvn[@]}" -q test-compile dependency:build-classpath -Dmdep.outputFile="$work/product.txt" -Dmdep.includeScope=test
"${mvn[@]}" -q -f bench/load/pom.xml test-compile dependency:build-classpath -Dmdep.outputFile="$work/load.txt" -Dmdep.includeScope=test
product="target/test-classes:target/classes:$(cat "$work/product.txt")"
load="bench/load/target/test-classes:bench/load/target/classes:$(cat "$work/load.txt")"
# as `mvn spring-boot:run` and operations.md start the product; the yardsticks get the same
options=(-Xmx512m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Duser.timezone=Asia/Shanghai -Dfile.encoding=UTF-8)
server=cn.zhengxun.suggestion.LoadServer

await() { # file, words, process
  until grep -q "$2" "$1"; do
    kill -0 "$3" 2>/dev/null || { cat "$1"; echo "FAILED: ended before \"$2\""; exit 1; }
    sleep 0.3
  done
}
# Gatling's own summary goes to a file; its exit code says whether the assertions hold
gatling() {
  java -Xmx1g "${options[@]:1}" --add-opens=java.base/java.lang=ALL-UNNAMED "${@:2}" -cp "$load" io.gatling.app.Gatling -s "bench.$1" -rf "$work/results" -nr >"$work/gatling.txt" 2>&1 ||
    { tail -60 "$work/gatling.txt"; echo "FAILED: $1"; exit 1; }
}

echo "load average before: $(cut -d' ' -f1-3 /proc/loadavg)"
database_port=$(free_port)
server_url=jdbc:postgresql://127.0.0.1:$database_port
url="$server_url/postgres?user=postgres&password=postgres"
mkfifo "$work/database.in" "$work/product.in"
java "${options[@]}" -cp "$product" $server database "$database_port" <"$work/database.in" >"$work/database.log" 2>&1 &
started+=($!)
exec 3>"$work/database.in"
await "$work/database.log" fsync "${started[-1]}"
grep fsync "$work/database.log"

port=$(free_port)
java "${options[@]}" -cp "$product" $server product "$port" "$url" "$work" "${PEOPLE:-2000}" <"$work/product.in" >"$work/product.log" 2>&1 &
product_pid=$!
started+=($product_pid)
exec 4>"$work/product.in"
await "$work/product.log" ready "$product_pid"

gatling Submitters -Dpeople="${PEOPLE:-2000}" -Dport="$port" -Dlinks="$work/links.csv" -Dreceipts="$work/receipts.csv"
grep -E "request count|mean response|95th|99th|max response|percentile|successful|failed|: true|: false" "$work/gatling.txt" | tail -30
java "${options[@]}" -cp "$product" $server check "$url" "$work"
grep VmRSS "/proc/$product_pid/status"

sustained() { gatling Sustained -Dtarget="$1" -Dport="$2" -Dlinks="$work/links.csv"; grep -P "^$1\t" "$work/gatling.txt" | tee -a "$work/figures"; }
rate() { grep -P "^$1\t" "$work/figures" | cut -f2 | cut -d' ' -f1 | sort -n | tail -1; }
bare_port=$(free_port)
java "${options[@]}" -cp "$load" bench.BareEndpoint --server.port="$bare_port" --server.address=127.0.0.1 \
  --spring.datasource.url="$url" --spring.datasource.hikari.maximum-pool-size=24 >"$work/bare.log" 2>&1 &
started+=($!)
await "$work/bare.log" "Started BareEndpoint" "${started[-1]}"
# by turns, so that what else the machine does meets both
for round in 1 2; do
  sustained product "$port"
  sustained bare "$bare_port"
done
kill "${started[-1]}"; wait "${started[-1]}" 2>/dev/null || true

exec 4>&-
wait "$product_pid" 2>/dev/null || true
stock_port=$(free_port)
java "${options[@]}" -cp "$load" bench.StockCamunda --server.port="$stock_port" --server.address=127.0.0.1 \
  --spring.datasource.url="$server_url/stock?user=postgres&password=postgres" --spring.datasource.hikari.maximum-pool-size=24 >"$work/stock.log" 2>&1 &
started+=($!)
await "$work/stock.log" "Started StockCamunda" "${started[-1]}"
sustained stock "$stock_port"

awk -v p="$(rate product)" -v b="$(rate bare)" -v s="$(rate stock)" 'BEGIN {
  printf "ratio to the bare endpoint\t%.2f\nratio to stock Camunda\t%.1f\n", p / b, p / s
  if (p / b < 0.5 || p / s < 50) { print "FAILED: a ratio is too low"; exit 1 }
  print "passed" }'
