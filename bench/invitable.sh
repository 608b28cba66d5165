#!/bin/sh
# isInvitableUser over HTTP at 32 connections, beside the "hello" of the JDK's own server in the same run.
# Both servers are in one process, among 100,000 unmanaged accounts; a driver on plain sockets is in another.
# Usage: bench/invitable.sh [seconds] [rounds]
cd "$(dirname "$0")/.." || exit 1
mvn -q ${MAVEN_ARGS:-} test-compile org.codehaus.mojo:exec-maven-plugin:3.5.1:exec -Dexec.executable=java \
    -Dexec.classpathScope=test \
    -Dexec.args="-Xmx256m -Dbench.seconds=${1:-10} -Dbench.rounds=${2:-3} -cp %classpath io.chodae.cloudidentity.InvitableBench" |
    sed -n 's/^bench: //p; /ERROR\|Exception/p'
