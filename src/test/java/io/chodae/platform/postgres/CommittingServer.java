package io.chodae.platform.postgres;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** A process of its own that starts the server and commits row after row, saying each number once it is committed. */
final class CommittingServer {

    private CommittingServer() {}

    public static void main(String[] arguments) throws SQLException {
        EmbeddedPostgres postgres = EmbeddedPostgres.start(Path.of(arguments[0]), Durability.DURABLE);
        try (Connection connection = postgres.superuser("chodae").getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create table if not exists committed (number int)");
            for (int number = 1; ; number++) {
                statement.execute("insert into committed values (" + number + ")");
                System.out.println("committed " + number);
            }
        }
    }
}
