package io.chodae.platform;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.springframework.stereotype.Component;

/**
 * Gives the application's role its rights after each migration, where the migrations have a role of their own. It asks
 * the application's own connection who that is: the name may stand in the database's address, or come from elsewhere.
 */
@Component
class ApplicationGrants implements Callback {

    private final DataSource application;

    ApplicationGrants(DataSource application) {
        this.application = application;
    }

    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.AFTER_MIGRATE;
    }

    @Override
    public boolean canHandleInTransaction(Event event, Context context) {
        return true;
    }

    @Override
    public void handle(Event event, Context context) {
        try (Connection connection = application.getConnection()) {
            String name = role(connection);
            if (!name.equals(role(context.getConnection()))) {
                grant(context.getConnection(), name);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("giving the application's role its rights", e);
        }
    }

    @Override
    public String getCallbackName() {
        return "application-grants";
    }

    private static String role(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select current_user")) {
            row.next();
            return row.getString(1);
        }
    }

    private static void grant(Connection owner, String application) throws SQLException {
        try (PreparedStatement statement = owner.prepareStatement("select grant_to_application(?)")) {
            statement.setString(1, application);
            statement.execute();
        }
    }
}
