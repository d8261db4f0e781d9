package plantrail.platform.problem;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.WebUtils;

/**
 * The reader's language. On the pages it is the one chosen there, else Vietnamese, whatever the
 * browser's own; programs get the one that they ask for.
 */
public class Language implements LocaleResolver {
  /** Name of the cookie that keeps the choice. */
  public static final String COOKIE = "lang";

  private static final Set<String> KNOWN = Set.of("vi", "en");

  @Override
  public Locale resolveLocale(HttpServletRequest request) {
    var chosen = WebUtils.getCookie(request, COOKIE);
    if (chosen != null && KNOWN.contains(chosen.getValue())) {
      return Locale.of(chosen.getValue());
    }
    // Without the header the container would answer with the machine's own language.
    if (request.getHeader("Accept-Language") != null && isForPrograms(asked(request))) {
      var asked = request.getLocales();
      while (asked.hasMoreElements()) {
        String language = asked.nextElement().getLanguage();
        if (KNOWN.contains(language)) {
          return Locale.of(language);
        }
      }
    }
    return Texts.VIETNAMESE;
  }

  /** What was asked for at first, where a refusal is told by the page of errors. */
  private static String asked(HttpServletRequest request) {
    return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String path
        ? path
        : request.getRequestURI();
  }

  private static boolean isForPrograms(String path) {
    return path.startsWith("/api/") || path.startsWith("/v3/api-docs");
  }

  @Override
  public void setLocale(
      HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
    throw new UnsupportedOperationException("The pages set the cookie themselves");
  }
}
