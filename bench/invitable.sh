#!/bin/sh
# isInvitableUser over HTTP at 32 connections, beside the "hello" of the JDK's own server in the same run.
# Both servers are in one process, among 100,000 unmanaged accounts; a driver on plain sockets is in another.
# Usage: bench/invitable.sh [seconds] [rounds]
cd "$(dirname "$0")/.." || exit 1
export SPRING_MAIL_HOST=127.0.0.1 SPRING_MAIL_PORT=1 CHODAE_MAIL_FROM=bench@people.example CHODAE_MAIL_DELIVERY=false
# Tomcat would close a connection after a hundred answers, and the driver keeps its own
export SERVER_TOMCAT_MAX_KEEP_ALIVE_REQUESTS=-1
mvn -q ${MAVEN_ARGS:-} test-compile org.codehaus.mojo:exec-maven-plugin:3.5.1:exec -Dexec.executable=java \
    -Dexec.classpathScope=test \
    -Dexec.args="-Xmx256m -Dbench.seconds=${1:-10} -Dbench.rounds=${2:-3} -cp %classpath io.chodae.cloudidentity.InvitableBench" |
    sed -n 's/^bench: //p; /ERROR\|Exception/p'
