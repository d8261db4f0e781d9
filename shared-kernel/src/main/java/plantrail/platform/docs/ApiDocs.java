package plantrail.platform.docs;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.method.HandlerMethod;
import plantrail.kernel.message.Actor;
import plantrail.platform.access.ActorResolver;
import plantrail.platform.problem.Problem;
import plantrail.platform.problem.Problems;
import plantrail.platform.problem.Texts;

/**
 * Documents in OpenAPI what every endpoint does, its parameters, its answers and its problems, with
 * examples. The texts stand in the message files under {@code api.}, the examples in the folder
 * {@code openapi}: {@code <operation>.json} of the answer, {@code <operation>.request.json} of the
 * body that is sent. What is asked for stands in the {@code parameters.json} of each part: by the
 * parameter's name, or by {@code <operation>.<name>} where that operation has another, or null for
 * none; all of an operation's together ask for what its answer shows.
 */
@Component
@Order(0)
public class ApiDocs implements GlobalOperationCustomizer, GlobalOpenApiCustomizer {
  private static final String JSON = org.springframework.http.MediaType.APPLICATION_JSON_VALUE;
  private static final String PROBLEM =
      org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON_VALUE;
  private static final String PROBLEM_SCHEMA = "#/components/schemas/Problem";

  /** Whoever asks for anything signs in for it, and anything may be out of order. */
  private static final List<String> ALWAYS =
      List.of("NOT_SIGNED_IN", "TOO_MANY_ATTEMPTS", "OUTAGE");

  static {
    // Who asks comes with the request's account, not as a parameter.
    SpringDocUtils.getConfig()
        .addRequestWrapperToIgnore(Actor.class)
        // An event's payload is any JSON, not what the class that holds it looks like.
        .replaceWithSchema(tools.jackson.databind.JsonNode.class, new JsonSchema());
  }

  private final Texts texts;
  private final Map<String, JsonNode> asked = new HashMap<>();

  ApiDocs(Texts texts, ResourcePatternResolver files) throws IOException {
    this.texts = texts;
    for (Resource each : files.getResources("classpath*:openapi/parameters.json")) {
      read(each).fields().forEachRemaining(one -> asked.put(one.getKey(), one.getValue()));
    }
  }

  /** The example that stands in that file; null if there is none. */
  public static @Nullable JsonNode example(String path) {
    ClassPathResource file = new ClassPathResource(path);
    return file.exists() ? read(file) : null;
  }

  private static JsonNode read(Resource file) {
    try (InputStream in = file.getInputStream()) {
      return Json31.mapper().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void customise(OpenAPI api) {
    if (api.getComponents() == null) {
      api.setComponents(new Components());
    }
    ModelConverters.getInstance(true).readAll(Problem.class).forEach(api::schema);
  }

  @Override
  public Operation customize(Operation operation, HandlerMethod method) {
    Locale locale = LocaleContextHolder.getLocale();
    String name = method.getMethod().getName();
    operation.operationId(name);
    operation.tags(List.of(texts.of(locale, "api.tag." + room(method))));
    operation.summary(texts.of(locale, "api." + name));
    if (takesActor(method)) {
      operation.addParametersItem(header(ActorResolver.HEADER));
      operation.addParametersItem(header(ActorResolver.MANDATE));
    }
    if (operation.getParameters() != null) {
      operation.getParameters().forEach(each -> describe(each, name, locale));
    }
    if (operation.getRequestBody() != null) {
      show(operation.getRequestBody(), name);
    }
    operation.getResponses().forEach((_, answer) -> show(answer, name, locale));
    problems(operation, method)
        .forEach((status, codes) ->
            operation.getResponses().addApiResponse(status, problem(codes, locale)));
    return operation;
  }

  /** The part of the system that answers: command, query or platform. */
  private static String room(HandlerMethod method) {
    return method.getBeanType().getPackageName().split("\\.")[1];
  }

  private static boolean takesActor(HandlerMethod method) {
    return Arrays.asList(method.getMethod().getParameterTypes()).contains(Actor.class);
  }

  private static Parameter header(String name) {
    return new Parameter().in("header").name(name).schema(new JsonSchema().typesItem("string"));
  }

  private void describe(Parameter parameter, String operation, Locale locale) {
    String own = text("api." + operation + "." + parameter.getName(), locale);
    parameter.setDescription(
        own == null ? texts.of(locale, "api.parameter." + parameter.getName()) : own);
    // Whoever tries an operation sends all that stands there; no header shall be sent unasked.
    if (!parameter.getIn().equals("header")) {
      JsonNode usual = asked.get(parameter.getName());
      JsonNode example = asked.getOrDefault(operation + "." + parameter.getName(), usual);
      if (example != null && !example.isNull()) {
        parameter.setExample(example);
      }
    }
  }

  private @Nullable String text(String key, Locale locale) {
    String text = texts.of(locale, key);
    return text.equals(key) ? null : text;
  }

  private static void show(RequestBody body, String operation) {
    body.setRequired(true);
    show(body.getContent(), "openapi/" + operation + ".request.json");
  }

  private void show(ApiResponse answer, String operation, Locale locale) {
    String own = text("api." + operation + ".answer", locale);
    boolean says = answer.getContent() != null && !answer.getContent().isEmpty();
    answer.setDescription(own == null ? texts.of(locale, says ? "api.answer" : "api.done") : own);
    if (says) {
      show(answer.getContent(), "openapi/" + operation + ".json");
    }
  }

  private static void show(Content content, String example) {
    content.values().forEach(each -> each.setExample(example(example)));
    MediaType any = content.remove("*/*");
    if (any != null) {
      content.addMediaType(JSON, any);
    }
  }

  /** The codes of the problems that it may answer with, by their status. */
  private static Map<String, SortedSet<String>> problems(
      Operation operation, HandlerMethod method) {
    SortedSet<String> codes = new TreeSet<>(ALWAYS);
    List<Parameter> parameters =
        operation.getParameters() == null ? List.of() : operation.getParameters();
    for (Parameter each : parameters) {
      switch (each.getIn()) {
        case "query" -> codes.add("INVALID_ARGUMENT");
        case "path" -> codes.add("NOT_FOUND");
        default -> {}
      }
      if (each.getName().equals("after")) {
        codes.add("NOT_YET");
      }
    }
    if (operation.getRequestBody() != null) {
      codes.addAll(List.of("INVALID_ARGUMENT", "UNSUPPORTED_MEDIA_TYPE"));
      if (operation.getRequestBody().getContent().containsKey(JSON)) {
        codes.add("MALFORMED_JSON");
      }
    }
    // Nobody changes anything for others without leave, nor by a forged request.
    if (takesActor(method) || !method.hasMethodAnnotation(GetMapping.class)) {
      codes.add("NOT_PERMITTED");
    }
    Refuses further = method.getMethodAnnotation(Refuses.class);
    if (further != null) {
      codes.addAll(List.of(further.value()));
    }
    return codes.stream()
        .collect(
            Collectors.groupingBy(
                code -> Integer.toString(Problems.status(code).value()),
                TreeMap::new,
                Collectors.toCollection(TreeSet::new)));
  }

  private ApiResponse problem(SortedSet<String> codes, Locale locale) {
    return new ApiResponse()
        .description(
            codes.stream()
                .map(code -> code + ": " + texts.of(locale, "problem." + code))
                .collect(Collectors.joining("; ")))
        .content(
            new Content()
                .addMediaType(
                    PROBLEM, new MediaType().schema(new Schema<>().$ref(PROBLEM_SCHEMA))));
  }
}
