#!/bin/sh
# Fills an empty PostgreSQL database with invitations and prints how long the pages of the list take.
# Usage: bench/invitations.sh host port user database [people]
# The database has to exist and be empty; with people=0 the one filled before is measured again.
cd "$(dirname "$0")/.." || exit 1
db="psql -q -v ON_ERROR_STOP=1 -h $1 -p $2 -U $3 $4"
people=${5:-1000000}
if [ "$people" != 0 ]; then
    for file in $(ls src/main/resources/db/migration/V*.sql | sort); do $db -f "$file" >/dev/null || exit 1; done
    $db -v people="$people" -f bench/invitations.sql || exit 1
fi
mvn -q ${MAVEN_ARGS:-} test-compile org.codehaus.mojo:exec-maven-plugin:3.5.1:exec -Dexec.executable=java \
    -Dexec.classpathScope=test \
    -Dexec.args="-cp %classpath io.chodae.invitation.InvitationListBench jdbc:postgresql://$1:$2/$4?user=$3" |
    sed -n 's/^bench: //p; /ERROR\|Exception/p'
