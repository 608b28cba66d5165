#!/bin/sh
# Campaigns of made-up people from the file to the last mail that Postfix's smtp-sink took, by the packaged server.
# Needs target/chodae-*.jar (mvn -q -DskipTests package) and Debian's package postfix (the daemon need not run).
# Usage: bench/campaign.sh [people] [sessions] [roster.xlsx]
# Three campaigns (ROUNDS), the first on a server that has just started; with a roster one, and then that roster's good
# rows.
# JAVA_OPTIONS are given to the server instead of -Xmx256m.
cd "$(dirname "$0")/.." || exit 1
roster=${3:+-Dbench.roster=$(realpath "$3")}
export BENCH_JAVA="${JAVA_OPTIONS:--Xmx256m}"
mvn -q ${MAVEN_ARGS:-} test-compile org.codehaus.mojo:exec-maven-plugin:3.5.1:exec -Dexec.executable=java \
    -Dexec.classpathScope=test \
    -Dexec.args="-Xmx256m -Dbench.rounds=${ROUNDS:-3} -Dbench.people=${1:-10000} -Dbench.sessions=${2:-8} $roster -cp %classpath io.chodae.proof.CampaignBench" |
    sed -n 's/^bench: //p; /ERROR\|Exception/p'
