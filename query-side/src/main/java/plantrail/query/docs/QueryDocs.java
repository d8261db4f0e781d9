package plantrail.query.docs;

import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import plantrail.kernel.message.Actor;
import plantrail.platform.problem.Texts;

/**
 * Documents every query in OpenAPI: what it answers, its parameters, its errors and an example. The
 * texts stand in the message files, the examples under {@code openapi}.
 */
@Component
public class QueryDocs implements GlobalOperationCustomizer {
  private static final String PROBLEM = "application/problem+json";
  private static final String JSON = "application/json";

  static {
    // Who asks comes with the request's account, not as a parameter.
    SpringDocUtils.getConfig().addRequestWrapperToIgnore(Actor.class);
  }

  private final Texts texts;

  QueryDocs(Texts texts) {
    this.texts = texts;
  }

  @Override
  public Operation customize(Operation operation, HandlerMethod handlerMethod) {
    if (!handlerMethod.getBeanType().getPackageName().startsWith("plantrail.query")) {
      return operation;
    }
    Locale locale = LocaleContextHolder.getLocale();
    String name = handlerMethod.getMethod().getName();
    operation.setOperationId(name);
    operation.setTags(List.of(texts.of(locale, "api.tag")));
    operation.setSummary(texts.of(locale, "api." + name));
    List<Parameter> parameters =
        operation.getParameters() == null ? List.of() : operation.getParameters();
    parameters.forEach(each -> describe(each, locale));
    error(operation, "401", "NOT_SIGNED_IN", locale);
    if (parameters.stream().anyMatch(each -> "query".equals(each.getIn()))) {
      error(operation, "400", "INVALID_ARGUMENT", locale);
    }
    if (parameters.stream().anyMatch(each -> "path".equals(each.getIn()))) {
      error(operation, "404", "NOT_FOUND", locale);
    }
    if (parameters.stream().anyMatch(each -> "after".equals(each.getName()))) {
      error(operation, "504", "NOT_YET", locale);
    }
    example(operation, name);
    return operation;
  }

  private void describe(Parameter parameter, Locale locale) {
    parameter.setDescription(texts.of(locale, "api.parameter." + parameter.getName()));
  }

  private void error(Operation operation, String status, String code, Locale locale) {
    operation
        .getResponses()
        .addApiResponse(
            status,
            new ApiResponse()
                .description(code + ": " + texts.of(locale, "problem." + code))
                .content(
                    new Content()
                        .addMediaType(
                            PROBLEM, new MediaType().schema(new Schema<>().type("object")))));
  }

  private static void example(Operation operation, String name) {
    ApiResponse answer = operation.getResponses().get("200");
    Object example = read("openapi/" + name + ".json");
    if (answer != null && example != null && answer.getContent() != null) {
      answer.getContent().values().forEach(each -> each.setExample(example));
      MediaType any = answer.getContent().remove("*/*");
      if (any != null) {
        answer.getContent().addMediaType(JSON, any);
      }
    }
  }

  private static @Nullable Object read(String path) {
    ClassPathResource file = new ClassPathResource(path);
    if (!file.exists()) {
      return null;
    }
    try (InputStream in = file.getInputStream()) {
      return Json31.mapper().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
