package plantrail.command.platform;

import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;
import org.springframework.web.method.HandlerMethod;
import plantrail.command.CommandSide;
import plantrail.kernel.message.Actor;
import plantrail.platform.problem.Texts;

/** Documents in OpenAPI what may be asked of the command side, with an example. */
@Component
class QuestionDocs implements GlobalOperationCustomizer {
  static {
    // Who asks comes with the request's account, not as a parameter.
    SpringDocUtils.getConfig().addRequestWrapperToIgnore(Actor.class);
  }

  private final Texts texts;

  QuestionDocs(Texts texts) {
    this.texts = texts;
  }

  @Override
  public Operation customize(Operation operation, HandlerMethod handlerMethod) {
    Class<?> endpoint = handlerMethod.getBeanType();
    if (!endpoint.getPackageName().startsWith(CommandSide.class.getPackageName())
        || !example(handlerMethod.getMethod().getName()).exists()) {
      return operation;
    }
    Locale locale = LocaleContextHolder.getLocale();
    String name = handlerMethod.getMethod().getName();
    operation
        .operationId(name)
        .tags(List.of(texts.of(locale, "api." + subject(endpoint))))
        .summary(texts.of(locale, "api." + name));
    operation
        .getParameters()
        .forEach(
            each -> each.setDescription(texts.of(locale, "api." + name + "." + each.getName())));
    ApiResponse answer = Objects.requireNonNull(operation.getResponses().get("200"));
    MediaType shape = answer.getContent().values().iterator().next();
    answer.setContent(
        new Content()
            .addMediaType(
                org.springframework.http.MediaType.APPLICATION_JSON_VALUE,
                shape.example(read(example(name)))));
    return operation;
  }

  private static String subject(Class<?> endpoint) {
    return StringUtils.uncapitalize(endpoint.getSimpleName().replace("Endpoint", ""));
  }

  private static ClassPathResource example(String name) {
    return new ClassPathResource("openapi/" + name + ".json");
  }

  private static Object read(ClassPathResource example) {
    try (InputStream in = example.getInputStream()) {
      return Json31.mapper().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
