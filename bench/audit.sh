#!/bin/sh
# How long a page of a trail of a million lines takes, by each thing that can be asked for. Usage: bench/audit.sh [lines]
cd "$(dirname "$0")/.." || exit 1
mvn -q test-compile org.codehaus.mojo:exec-maven-plugin:3.5.1:exec -Dexec.executable=java -Dexec.classpathScope=test \
    -Dexec.args="-Xmx256m -Dbench.lines=${1:-1000000} -cp %classpath io.chodae.audit.AuditLogBench" |
    grep '^bench:'
