#!/bin/sh
# Milliseconds of a page of the list of people, first, middle and last of each sorting, among very many.
# Usage: bench/people.sh [people]
cd "$(dirname "$0")/.." || exit 1
mvn -q test-compile org.codehaus.mojo:exec-maven-plugin:3.5.1:exec -Dexec.executable=java -Dexec.classpathScope=test \
    -Dexec.args="-Xmx256m -cp %classpath io.chodae.bizkit.PeopleBench ${1:-1000000}" |
    grep '^bench:'
