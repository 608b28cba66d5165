#!/bin/sh
# Milliseconds of a page of unmanaged accounts, first, middle and last of each sorting and choice of states, among very
# many; how long their domain takes to be listed, and a thousand invitations to be sent; what deadlines and the report cost.
# Usage: bench/unmanaged.sh [accounts]
cd "$(dirname "$0")/.." || exit 1
export SPRING_MAIL_HOST=127.0.0.1 SPRING_MAIL_PORT=1 CHODAE_MAIL_FROM=bench@people.example CHODAE_MAIL_DELIVERY=false
mvn -q test-compile org.codehaus.mojo:exec-maven-plugin:3.5.1:exec -Dexec.executable=java -Dexec.classpathScope=test \
    -Dexec.args="-Xmx256m -cp %classpath io.chodae.capture.UnmanagedBench ${1:-1000000}" |
    grep '^bench:'
