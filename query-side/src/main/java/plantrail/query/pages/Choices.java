package plantrail.query.pages;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Pattern;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.view.RedirectView;
import plantrail.platform.access.ActorResolver;
import plantrail.platform.problem.Language;

/** Signing in, and what the browser remembers of its reader: the language, the agency acted for. */
@Controller
class Choices {
  /**
   * A path of these pages with its parameters: no other host, nothing that a browser would strip.
   */
  private static final Pattern PLACE =
      Pattern.compile("/(?:[\\w%.~+-][\\w%.~+/-]*)?(?:\\?[\\w%.~+&=:#-]*)?");

  private static final int YEAR_SECONDS = (int) Duration.ofDays(365).toSeconds();

  @GetMapping("/login")
  String login() {
    return "login";
  }

  /** Keeps the chosen language, and goes back to where one was. */
  @PostMapping("/language")
  RedirectView language(
      @RequestParam String lang,
      @RequestParam(defaultValue = "/") String back,
      HttpServletResponse response) {
    keep(response, Language.COOKIE, lang.equals("en") ? "en" : "vi");
    return here(back);
  }

  /** Keeps the agency that one acts for. */
  @PostMapping("/on-behalf-of")
  RedirectView onBehalfOf(
      @RequestParam String agency,
      @RequestParam(defaultValue = "/") String back,
      HttpServletResponse response) {
    keep(response, ActorResolver.COOKIE, URLEncoder.encode(agency, StandardCharsets.UTF_8));
    return here(back);
  }

  private static void keep(HttpServletResponse response, String name, String value) {
    Cookie cookie = new Cookie(name, value);
    cookie.setPath("/");
    cookie.setHttpOnly(true);
    cookie.setAttribute("SameSite", "Lax");
    cookie.setMaxAge(YEAR_SECONDS);
    response.addCookie(cookie);
  }

  /** Only ever a place of these pages: what comes with a request must not lead elsewhere. */
  private static RedirectView here(String back) {
    RedirectView view = new RedirectView(PLACE.matcher(back).matches() ? back : "/");
    view.setExpandUriTemplateVariables(false);
    return view;
  }
}
