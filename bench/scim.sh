#!/bin/sh
# Milliseconds of what identity providers ask by SCIM, among very many users: pages, a look-up, a search, a count.
# Usage: bench/scim.sh [users]
cd "$(dirname "$0")/.." || exit 1
export SPRING_MAIL_HOST=127.0.0.1 SPRING_MAIL_PORT=1 CHODAE_MAIL_FROM=bench@people.example CHODAE_MAIL_DELIVERY=false
mvn -q ${MAVEN_ARGS:-} test-compile org.codehaus.mojo:exec-maven-plugin:3.5.1:exec -Dexec.executable=java \
    -Dexec.classpathScope=test -Dexec.args="-Xmx256m -cp %classpath io.chodae.scim.ScimBench ${1:-100000}" |
    sed -n 's/^bench: //p; /ERROR\|Exception/p'
