package io.chodae.platform;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.Properties;

/**
 * Finds what keeps the server from working on a database that is not its own.
 *
 * @param settings what the names of the login's settings begin with
 * @param owner whether this login migrates the database
 */
record DatabaseCheck(String url, String username, String password, String settings, boolean owner) {

    private static final int OLDEST = 15;
    private static final String TIMEOUT_SECONDS = "10";

    private static final String FACTS = """
            select current_setting('server_version_num')::int / 10000 as major,
                   current_setting('server_version') as version,
                   current_setting('server_encoding') as encoding,
                   current_schema() as schema,
                   coalesce(has_schema_privilege(current_schema(), 'create'), false) as may_create
            """;

    /** The first fault as a sentence that says what to set. */
    Optional<String> fault() {
        if (!url.startsWith("jdbc:postgresql:")) {
            return Optional.of("spring.datasource.url does not name a PostgreSQL database: set it to"
                    + " jdbc:postgresql://host:5432/database.");
        }
        Properties login = new Properties();
        login.setProperty("user", username);
        login.setProperty("password", password);
        login.setProperty("loginTimeout", TIMEOUT_SECONDS);
        login.setProperty("connectTimeout", TIMEOUT_SECONDS);
        try (Connection connection = DriverManager.getConnection(url, login);
                Statement statement = connection.createStatement();
                ResultSet facts = statement.executeQuery(FACTS)) {
            facts.next();
            return unfit(
                    facts.getInt("major"),
                    facts.getString("version"),
                    facts.getString("encoding"),
                    facts.getBoolean("may_create"));
        } catch (SQLException e) {
            return Optional.of(unreachable(e));
        }
    }

    Optional<String> unfit(int major, String version, String encoding, boolean mayCreate) {
        if (major < OLDEST) {
            return Optional.of("The database " + place() + " is PostgreSQL " + version + ", which is too old: set"
                    + " spring.datasource.url to PostgreSQL " + OLDEST + " or newer.");
        }
        if (!encoding.equals("UTF8")) {
            return Optional.of("The database " + place() + " stores text as " + encoding
                    + ": create one with encoding 'UTF8' and set spring.datasource.url to it.");
        }
        return mayCreate || !owner
                ? Optional.empty()
                : Optional.of("The user '" + username + "' may not create tables in the database " + place()
                        + ": make this user its owner, or set " + userSetting() + " to another.");
    }

    private String unreachable(SQLException e) {
        String state = String.valueOf(e.getSQLState());
        if (state.startsWith("28")) {
            return "The database " + place() + " refuses the user '" + username + "': set " + userSetting() + " and "
                    + settings + ".password to what it knows.";
        }
        if (state.equals("3D000")) {
            return "The database " + place() + " does not exist: create it, or correct spring.datasource.url.";
        }
        String reason = String.valueOf(e.getMessage()).lines().findFirst().orElse(state);
        return "The database " + place() + " does not answer (" + reason.replaceAll("[. ]+$", "")
                + "): start it, or correct spring.datasource.url.";
    }

    private String userSetting() {
        return settings + (settings.endsWith("flyway") ? ".user" : ".username");
    }

    /** The address without its parameters, which may hold a password. */
    private String place() {
        return url.replaceAll("\\?.*$", "");
    }
}
