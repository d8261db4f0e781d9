package plantrail.command.platform;

import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import plantrail.command.Command;
import plantrail.kernel.message.Outcome;
import plantrail.platform.attachment.AttachmentStore;
import plantrail.platform.problem.Problem;
import plantrail.platform.problem.Texts;

/**
 * Documents every command in OpenAPI as a path of its own, instead of the one path that takes them
 * all. The texts stand in the message files, the examples under {@code examples}.
 */
@Component
class CommandDocs implements GlobalOpenApiCustomizer {
  private static final String PATH = "/api/commands/";
  private static final Map<String, List<String>> PROBLEMS =
      new TreeMap<>(
          Map.of(
              "400", List.of("INVALID_ARGUMENT", "MALFORMED_JSON"),
              "401", List.of("NOT_SIGNED_IN"),
              "403", List.of("NOT_PERMITTED", "AGENCY_ENDED"),
              "404", List.of("NOT_FOUND"),
              "409", List.of("INVALID_STATE", "ALREADY_EXISTS", "CONFLICT", "KEY_IN_USE"),
              "413", List.of("BODY_TOO_LARGE")));

  private final CommandRegistry registry;
  private final Texts texts;

  CommandDocs(CommandRegistry registry, Texts texts) {
    this.registry = registry;
    this.texts = texts;
  }

  @Override
  public void customise(OpenAPI api) {
    Locale locale = LocaleContextHolder.getLocale();
    CommandSchemas schemas = new CommandSchemas(api, texts.of(locale, "api.list-left-out"));
    api.getPaths().remove(PATH + "{name}");
    describeUpload(
        Objects.requireNonNull(api.getPaths().get("/api/attachments")).getPost(), schemas, locale);
    registry
        .all()
        .forEach((name, type) ->
            api.getPaths()
                .addPathItem(
                    PATH + name, new PathItem().post(operation(name, type, schemas, locale))));
  }

  private Operation operation(
      String name, Class<? extends Command> type, CommandSchemas schemas, Locale locale) {
    return new Operation()
        .operationId(name)
        .addTagsItem(texts.of(locale, "api.commands"))
        .summary(texts.of(locale, "step." + name))
        .addParametersItem(header("Idempotency-Key", locale))
        .addParametersItem(header("On-Behalf-Of", locale))
        .requestBody(
            new RequestBody()
                .required(true)
                .content(
                    content(
                        org.springframework.http.MediaType.APPLICATION_JSON_VALUE,
                        new MediaType().schema(schemas.of(type)).example(example(name)))))
        .responses(responses(schemas, Outcome.class, texts.of(locale, "api.outcome"), locale));
  }

  private void describeUpload(Operation upload, CommandSchemas schemas, Locale locale) {
    upload
        .operationId("keep-attachment")
        .tags(List.of(texts.of(locale, "api.commands")))
        .summary(texts.of(locale, "api.attachments"))
        .requestBody(
            new RequestBody()
                .required(true)
                .content(
                    content(
                        org.springframework.http.MediaType.APPLICATION_OCTET_STREAM_VALUE,
                        new MediaType().schema(CommandSchemas.text().format("binary")))));
    upload.getParameters().forEach(each -> each.description(texts.of(locale, "api.hash")));
    upload.setResponses(
        responses(schemas, AttachmentStore.Kept.class, texts.of(locale, "api.kept"), locale));
  }

  private Parameter header(String name, Locale locale) {
    return new Parameter()
        .in("header")
        .name(name)
        .description(texts.of(locale, "api.header." + name))
        .schema(CommandSchemas.text());
  }

  private ApiResponses responses(
      CommandSchemas schemas, Class<?> answer, String description, Locale locale) {
    ApiResponses responses = new ApiResponses();
    responses.addApiResponse(
        "200",
        new ApiResponse()
            .description(description)
            .content(
                content(
                    org.springframework.http.MediaType.APPLICATION_JSON_VALUE,
                    new MediaType().schema(schemas.of(answer)))));
    PROBLEMS.forEach((status, codes) ->
        responses.addApiResponse(
            status,
            new ApiResponse()
                .description(
                    codes.stream()
                        .map(code -> code + ": " + texts.of(locale, "problem." + code))
                        .collect(Collectors.joining("; ")))
                .content(
                    content(
                        org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                        new MediaType().schema(schemas.of(Problem.class))))));
    return responses;
  }

  private static Content content(String type, MediaType of) {
    return new Content().addMediaType(type, of);
  }

  private static Object example(String name) {
    try (InputStream in = new ClassPathResource("examples/" + name + ".json").getInputStream()) {
      return Json31.mapper().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
