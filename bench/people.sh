#!/bin/sh
# Milliseconds of a page of the list of people, first, middle and last of each sorting, among very many.
# Usage: bench/people.sh [people]
# The first lines may come before PostgreSQL has gathered figures of the new table, and are slow then.
cd "$(dirname "$0")/.." || exit 1
export SPRING_MAIL_HOST=127.0.0.1 SPRING_MAIL_PORT=1 CHODAE_MAIL_FROM=bench@people.example CHODAE_MAIL_DELIVERY=false
mvn -q test-compile org.codehaus.mojo:exec-maven-plugin:3.5.1:exec -Dexec.executable=java -Dexec.classpathScope=test \
    -Dexec.args="-Xmx256m -cp %classpath io.chodae.bizkit.PeopleBench ${1:-1000000}" |
    grep '^bench:'
