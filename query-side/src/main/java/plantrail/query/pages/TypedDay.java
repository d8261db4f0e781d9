package plantrail.query.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Leads from a day that a person typed (30/06/2024) to the address that names the day as the API
 * does (at=2024-06-30), so that links and questions know one form only.
 */
@Component
class TypedDay implements HandlerInterceptor, WebMvcConfigurer {
  private static final Pattern TYPED = Pattern.compile("\\s*(\\d{1,2})/(\\d{1,2})/(\\d{4})\\s*");

  /** The parameters of pages that are days. */
  private static final List<String> DAYS = List.of("at", "from", "to");

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this).excludePathPatterns("/api/**");
  }

  @Override
  public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
      throws IOException {
    UriComponentsBuilder address =
        ServletUriComponentsBuilder.fromRequest(request).scheme(null).host(null).port(null);
    boolean typed = false;
    for (String name : DAYS) {
      LocalDate day = day(request.getParameter(name));
      if (day != null) {
        address.replaceQueryParam(name, day);
        typed = true;
      }
    }
    if (typed) {
      response.sendRedirect(address.build().toUriString());
    }
    return !typed;
  }

  /** The day; null if none was typed in that form, or it is none. */
  private static @Nullable LocalDate day(@Nullable String at) {
    Matcher typed = TYPED.matcher(at == null ? "" : at);
    try {
      return typed.matches()
          ? LocalDate.of(
              Integer.parseInt(typed.group(3)),
              Integer.parseInt(typed.group(2)),
              Integer.parseInt(typed.group(1)))
          : null;
    } catch (DateTimeException e) {
      return null; // the question itself is then refused
    }
  }
}
