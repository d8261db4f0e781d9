package plantrail.command.platform;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import plantrail.command.Command;
import plantrail.kernel.message.Outcome;
import plantrail.kernel.workflow.Step;
import plantrail.kernel.workflow.Workflow;
import plantrail.kernel.workflow.Workflows;
import plantrail.platform.docs.ApiDocs;
import plantrail.platform.problem.Texts;

/**
 * Documents every command in OpenAPI as a path of its own, instead of the one path that takes them
 * all and whose headers and problems they share. The texts stand in the message files and come from
 * the workflows, the examples under {@code examples}.
 */
@Component
@Order(1)
class CommandDocs implements GlobalOpenApiCustomizer {
  private static final String PATH = "/api/commands/";
  private static final String SUBJECT = "57f135ef-c6d8-5b0d-84ec-4fbf8256e5b6";

  /** Commands whose example the sample itself overtakes; their texts say when. */
  private static final Set<String> PASSING_EXAMPLES = Set.of("consolidate-reports");

  private final CommandRegistry registry;
  private final Texts texts;

  /** The events that follow from each command's example. */
  private final JsonNode events = Objects.requireNonNull(ApiDocs.example("openapi/events.json"));

  CommandDocs(CommandRegistry registry, Texts texts) {
    this.registry = registry;
    this.texts = texts;
  }

  @Override
  public void customise(OpenAPI api) {
    Locale locale = LocaleContextHolder.getLocale();
    CommandSchemas schemas = new CommandSchemas(api, texts.of(locale, "api.list-left-out"));
    Operation any = Objects.requireNonNull(api.getPaths().remove(PATH + "{name}")).getPost();
    registry
        .all()
        .forEach((name, type) ->
            api.getPaths()
                .addPathItem(
                    PATH + name, new PathItem().post(operation(any, name, type, schemas, locale))));
  }

  private Operation operation(
      Operation any,
      String name,
      Class<? extends Command> type,
      CommandSchemas schemas,
      Locale locale) {
    ApiResponses responses = new ApiResponses();
    responses.putAll(any.getResponses());
    responses.addApiResponse(
        "200",
        new ApiResponse()
            .description(texts.of(locale, "api.giveCommand.answer"))
            .content(json(schemas.of(Outcome.class), outcome(name))));
    Operation operation = new Operation();
    operation.addExtension("x-by-system-alone", Workflows.of(name).step(name).bySystemAlone());
    return operation
        .operationId(name)
        .tags(any.getTags())
        .summary(texts.of(locale, "step." + name))
        .description(description(name, locale))
        .parameters(
            any.getParameters().stream().filter(each -> each.getIn().equals("header")).toList())
        .requestBody(
            new RequestBody()
                .required(true)
                .content(json(schemas.of(type), ApiDocs.example("examples/" + name + ".json"))))
        .responses(responses);
  }

  private static Content json(Schema<?> schema, @Nullable Object example) {
    return new Content()
        .addMediaType(
            org.springframework.http.MediaType.APPLICATION_JSON_VALUE,
            new MediaType().schema(schema).example(example));
  }

  private Object outcome(String name) {
    List<String> follow = new ArrayList<>();
    events.path(name).forEach(each -> follow.add(each.asText()));
    return Json31.mapper().valueToTree(new Outcome(SUBJECT, follow, Outcome.mark(SUBJECT, 4)));
  }

  /** Where the step leads from, where to, and who may take it. */
  private String description(String name, Locale locale) {
    Workflow<?> workflow = Workflows.of(name);
    Step<?> step = workflow.step(name);
    String states = "state." + workflow.name();
    String from =
        step.from().isEmpty() ? texts.of(locale, "state.none") : names(states, step.from(), locale);
    String description =
        texts.of(
            locale,
            step.bySystemAlone() ? "api.command.by-system-alone" : "api.command",
            step.to() == null ? from : from + " → " + names(states, List.of(step.to()), locale),
            names("relation", step.by(), locale));
    return PASSING_EXAMPLES.contains(name)
        ? description + " " + texts.of(locale, "api.example." + name)
        : description;
  }

  private String names(String prefix, Collection<? extends Enum<?>> values, Locale locale) {
    return values.stream()
        .map(each -> texts.of(locale, prefix + "." + each.name()))
        .collect(Collectors.joining(", "));
  }
}
