package plantrail.query.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import plantrail.kernel.message.Actor;
import plantrail.kernel.message.Role;

class ScopesIT {
  private static final Moment NOW = new Moment(0, Instant.EPOCH, LocalDate.of(2025, 7, 1), false);
  private static final Actor OFFICIAL = new Actor("h", "Bà H.", "HGI", Role.OFFICIAL);

  private final List<String> asked = new ArrayList<>();

  /** Notes each statement that is asked. */
  private DataSource noting(DataSource dataSource) {
    return new DelegatingDataSource(dataSource) {
      @Override
      public Connection getConnection() throws SQLException {
        Connection connection = super.getConnection();
        return (Connection)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> {
                  if (method.getName().equals("prepareStatement")) {
                    asked.add((String) arguments[0]);
                  }
                  try {
                    return method.invoke(connection, arguments);
                  } catch (InvocationTargetException e) {
                    throw e.getTargetException();
                  }
                });
      }
    };
  }

  @Test
  void theTreeIsWalkedOnceForWhatAnOfficialSeesAndOnceMoreOnlyForTheirSteps() {
    Scopes scopes = new Scopes(JdbcClient.create(noting(MigratedView.latest().dataSource())));
    Scope scope = scopes.of(OFFICIAL, NOW);
    assertThat(asked).filteredOn(each -> each.contains("recursive")).hasSize(1);
    asked.clear();
    assertThat(scopes.actsFor(scope, NOW)).containsExactly("HGI");
    assertThat(asked).singleElement().asString().contains("recursive");
    asked.clear();
    assertThat(scopes.actsFor(Scope.EVERYTHING, NOW)).isEmpty();
    assertThat(asked).isEmpty();
  }
}
