package plantrail.platform.problem;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;

/** What no endpoint answered for: a page for browsers, a problem document for everybody else. */
@Controller
public class ErrorPages implements ErrorController {
  private final Problems problems;

  public ErrorPages(Problems problems) {
    this.problems = problems;
  }

  @RequestMapping(path = "/error", produces = MediaType.TEXT_HTML_VALUE)
  String page(
      HttpServletRequest request, HttpServletResponse response, Locale locale, Model model) {
    if (path(request).startsWith("/api/")) {
      return "forward:/error/problem";
    }
    Problem problem = problem(request, locale);
    response.setStatus(problem.status());
    model.addAttribute("problem", problem);
    model.addAttribute("lang", locale.getLanguage());
    return "error";
  }

  @RequestMapping({"/error", "/error/problem"})
  ResponseEntity<Problem> document(HttpServletRequest request, Locale locale) {
    return Problems.answer(problem(request, locale));
  }

  private Problem problem(HttpServletRequest request, Locale locale) {
    Object thrown = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
    if (thrown instanceof Throwable throwable) {
      return problems.of(throwable, request, locale);
    }
    Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    return problems.of(
        HttpStatusCode.valueOf(status instanceof Integer number ? number : 404), request, locale);
  }

  private static String path(HttpServletRequest request) {
    Object path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    return path instanceof String text ? text : request.getRequestURI();
  }
}
