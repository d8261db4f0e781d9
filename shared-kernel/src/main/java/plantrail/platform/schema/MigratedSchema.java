package plantrail.platform.schema;

/**
 * A database schema and the migrations that make it. Declared as a bean by its owner.
 *
 * @param name the schema's name
 * @param location where its Flyway migrations lie, for example {@code classpath:db/store}
 * @param order schemas are migrated in this order, lowest first
 */
public record MigratedSchema(String name, String location, int order) {}
