#!/bin/sh
# A thousand user invitations sent as one batch, beside a thousand calls over eight connections, in turns.
# Usage: bench/batch.sh [rounds]
cd "$(dirname "$0")/.." || exit 1
export SPRING_MAIL_HOST=127.0.0.1 SPRING_MAIL_PORT=1 CHODAE_MAIL_FROM=bench@people.example CHODAE_MAIL_DELIVERY=false
export SERVER_TOMCAT_MAX_KEEP_ALIVE_REQUESTS=-1
mvn -q ${MAVEN_ARGS:-} test-compile org.codehaus.mojo:exec-maven-plugin:3.5.1:exec -Dexec.executable=java \
    -Dexec.classpathScope=test \
    -Dexec.args="-Xmx256m -Dbench.rounds=${1:-6} -cp %classpath io.chodae.cloudidentity.BatchBench" |
    sed -n 's/^bench: //p; /ERROR\|Exception/p'
