package plantrail.query.platform;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import plantrail.testing.TestDatabase;

/** View tables of a database of their own, as some version's migrations leave them. */
final class MigratedView {
  private final DriverManagerDataSource dataSource =
      new DriverManagerDataSource(TestDatabase.fresh());
  private final JdbcClient jdbc = JdbcClient.create(dataSource);

  /** One as this version leaves it. */
  static MigratedView latest() {
    MigratedView view = new MigratedView();
    view.migrate("latest");
    return view;
  }

  DataSource dataSource() {
    return dataSource;
  }

  JdbcClient jdbc() {
    return jdbc;
  }

  void migrate(String target) {
    Flyway.configure()
        .dataSource(dataSource)
        .schemas("view")
        .locations("classpath:db/view")
        .target(target)
        .load()
        .migrate();
  }
}
