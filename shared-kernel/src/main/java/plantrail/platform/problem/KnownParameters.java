package plantrail.platform.problem;

import static java.util.stream.Collectors.toCollection;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import plantrail.kernel.message.FieldError;
import plantrail.kernel.message.Refusal;

/**
 * Refuses questions with a parameter that is not known: a filter written wrongly would else narrow
 * nothing down, and nobody would see it.
 */
@Component
class KnownParameters implements HandlerInterceptor, WebMvcConfigurer {

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this).addPathPatterns("/api/**");
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (handler instanceof HandlerMethod method && isQuery(method)) {
      SortedSet<String> known = known(method);
      Refusal.ifAny(
          request.getParameterMap().keySet().stream()
              .filter(each -> !known.contains(each))
              .map(each ->
                  FieldError.of(
                      each,
                      "field.unknown-parameter",
                      known.isEmpty() ? "–" : String.join(", ", known)))
              .toList());
    }
    return true;
  }

  private static boolean isQuery(HandlerMethod method) {
    return method.getBeanType().isAnnotationPresent(RestController.class)
        && method.getBeanType().getPackageName().startsWith("plantrail.")
        && method.hasMethodAnnotation(GetMapping.class);
  }

  private static SortedSet<String> known(HandlerMethod method) {
    return Stream.of(method.getMethodParameters())
        .flatMap(KnownParameters::names)
        .collect(toCollection(TreeSet::new));
  }

  private static Stream<String> names(MethodParameter parameter) {
    if (parameter.hasParameterAnnotation(RequestParam.class)) {
      return Stream.of(parameter.getParameter().getName());
    }
    List<RecordComponent> components =
        parameter.hasParameterAnnotation(ParameterObject.class)
            ? Arrays.asList(parameter.getParameterType().getRecordComponents())
            : List.of();
    return components.stream().map(RecordComponent::getName);
  }
}
