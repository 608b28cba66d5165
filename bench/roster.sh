#!/bin/sh
# From the upload of a list until the page shows it checked, beside fastexcel-reader alone on the same file, in one run.
# Usage: bench/roster.sh list.xlsx [rounds]
file=$(realpath "$1") && cd "$(dirname "$0")/.." || exit 1
mvn -q test-compile org.codehaus.mojo:exec-maven-plugin:3.5.1:exec -Dexec.executable=java -Dexec.classpathScope=test \
    -Dexec.args="-Xmx256m -Dbench.rounds=${2:-10} -cp %classpath io.chodae.console.RosterBench '$file'" |
    grep '^bench:'
