package plantrail.platform.schema;

import java.util.Comparator;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;

/**
 * Migrates all declared schemas before the data source is handed to anybody, so that no bean ever
 * meets an unmigrated database. Flyway's own lock lets several nodes start at once.
 */
public class SchemaMigrator implements BeanPostProcessor {
  private final ObjectProvider<MigratedSchema> schemas;

  public SchemaMigrator(ObjectProvider<MigratedSchema> schemas) {
    this.schemas = schemas;
  }

  @Override
  public Object postProcessAfterInitialization(Object bean, String beanName) {
    if (bean instanceof DataSource dataSource) {
      schemas.stream()
          .sorted(Comparator.comparingInt(MigratedSchema::order))
          .forEach(schema -> migrate(dataSource, schema));
    }
    return bean;
  }

  private static void migrate(DataSource dataSource, MigratedSchema schema) {
    Flyway.configure()
        .dataSource(dataSource)
        .schemas(schema.name())
        .defaultSchema(schema.name())
        .locations(schema.location())
        .load()
        .migrate();
  }
}
