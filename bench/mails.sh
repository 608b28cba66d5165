#!/bin/sh
# Mails a second from the outbox to Postfix's smtp-sink, and what smtp-source reaches in the same run.
# Needs Debian's package postfix (the daemon need not run). Usage: bench/mails.sh [mails] [sessions] [return domain]
cd "$(dirname "$0")/.." || exit 1
mvn -q test-compile org.codehaus.mojo:exec-maven-plugin:3.5.1:exec -Dexec.executable=java -Dexec.classpathScope=test \
    -Dexec.args="-Xmx256m -Dbench.mails=${1:-20000} -Dbench.sessions=${2:-8} -Dbench.return-domain=${3:-} -cp %classpath io.chodae.mail.OutboxBench" |
    grep '^bench:'
