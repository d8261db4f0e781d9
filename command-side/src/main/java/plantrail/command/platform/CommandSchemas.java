package plantrail.command.platform;

import static java.util.stream.Collectors.joining;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import plantrail.command.Command;
import plantrail.kernel.message.Counted;
import plantrail.kernel.plan.Gathering;
import plantrail.kernel.plan.IndicatorType;
import plantrail.platform.docs.CountedDocs;

/**
 * The schemas of commands and their answers, as {@link CommandReader} reads them. Each record has a
 * place of its own among the document's components, apart from the queries' records of that name.
 */
final class CommandSchemas {
  /** What each type of indicator admits. */
  private static final String GATHERINGS =
      Arrays.stream(IndicatorType.values())
          .map(type -> type + ": " + names(type.gatherings()))
          .collect(joining("; "));

  private final Components components;
  private final String ifLeftOut;

  /**
   * The schemas among that document's components.
   *
   * @param ifLeftOut what it means to leave out a list that then stays as it is
   */
  CommandSchemas(OpenAPI api, String ifLeftOut) {
    this.ifLeftOut = ifLeftOut;
    if (api.getComponents() == null) {
      api.setComponents(new Components());
    }
    components = api.getComponents();
  }

  /** In a word what JSON is expected for a type: string, date, integer, number, array and so on. */
  static String word(Type type) {
    Schema<?> schema = new CommandSchemas(new OpenAPI(), "").of(type);
    if (schema.get$ref() != null) {
      return "object";
    }
    return schema.getFormat() != null ? schema.getFormat() : String.join(" ", schema.getTypes());
  }

  static Schema<?> text() {
    return simple("string");
  }

  Schema<?> of(Type type) {
    if (type instanceof ParameterizedType list) {
      return simple("array").items(of(list.getActualTypeArguments()[0]));
    }
    Class<?> of = (Class<?>) type;
    if (of.isRecord()) {
      return CommandReader.isValue(of) ? text() : reference(of);
    }
    if (of.isEnum()) {
      Schema<Object> constants = simple("string");
      Arrays.stream(of.getEnumConstants())
          .map(Object::toString)
          .forEach(constants::addEnumItemObject);
      return constants;
    }
    if (of == LocalDate.class) {
      return simple("string").format("date");
    }
    if (of == BigDecimal.class) {
      return simple("number");
    }
    if (of == boolean.class || of == Boolean.class) {
      return simple("boolean");
    }
    return simple(of == String.class ? "string" : "integer");
  }

  private Schema<?> reference(Class<?> type) {
    String name = "command." + type.getSimpleName();
    if (components.getSchemas() == null || !components.getSchemas().containsKey(name)) {
      Schema<Object> schema = simple("object");
      components.addSchemas(name, schema);
      for (RecordComponent each : fields(type)) {
        schema.addProperty(each.getName(), property(each));
        if (CommandReader.isRequired(each)) {
          schema.addRequiredItem(each.getName());
        }
      }
      schema.setAdditionalProperties(false);
    }
    return new JsonSchema().$ref("#/components/schemas/" + name);
  }

  private Schema<?> property(RecordComponent field) {
    Schema<?> property = of(field.getGenericType());
    if (field.isAnnotationPresent(Counted.class)) {
      CountedDocs.showCounted(property, field.getType());
    }
    if (field.getType() == Gathering.class) {
      property.description(GATHERINGS);
    }
    if (CommandReader.mayNotBeEmpty(field)) {
      property.minItems(1);
    }
    return CommandReader.staysIfLeftOut(field) ? property.description(ifLeftOut) : property;
  }

  private static List<RecordComponent> fields(Class<?> type) {
    Stream<RecordComponent> own = Arrays.stream(type.getRecordComponents());
    return Command.class.isAssignableFrom(type)
        ? Stream.concat(own, CommandReader.beside(type.asSubclass(Command.class))).toList()
        : own.toList();
  }

  private static String names(Set<Gathering> gatherings) {
    return gatherings.stream().map(Gathering::name).collect(joining(", "));
  }

  private static Schema<Object> simple(String type) {
    Schema<Object> schema = new JsonSchema();
    schema.addType(type);
    return schema;
  }
}
