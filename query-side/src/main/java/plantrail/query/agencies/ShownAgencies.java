package plantrail.query.agencies;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import plantrail.platform.access.KnownAgencies;

/** The agencies that an account can be for: those that the registry shows by now. */
@Component
class ShownAgencies implements KnownAgencies {
  private final JdbcClient jdbc;

  ShownAgencies(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public boolean exists(String code) {
    return jdbc.sql("select exists (select from view.agency where code = ?)")
        .param(code)
        .query(Boolean.class)
        .single();
  }
}
