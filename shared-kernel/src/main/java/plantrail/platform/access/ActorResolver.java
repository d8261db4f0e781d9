package plantrail.platform.access;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.util.WebUtils;
import plantrail.kernel.message.Actor;
import plantrail.kernel.message.Refusal;
import plantrail.kernel.message.RefusalCode;

/**
 * Gives endpoints the actor of a request: the person signed in, for the agency that the header
 * {@code On-Behalf-Of} names, or the one chosen on the pages, or the person's usual one.
 */
public class ActorResolver implements HandlerMethodArgumentResolver {
  /** Header that names the agency acted for. */
  public static final String HEADER = "On-Behalf-Of";

  /** Header that names the mandate by which one acts, where one has several for the agency. */
  public static final String MANDATE = "Mandate";

  /** Cookie that keeps the agency chosen on the pages. */
  public static final String COOKIE = "agency";

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == Actor.class;
  }

  @Override
  public Actor resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer mavContainer,
      NativeWebRequest webRequest,
      @Nullable WebDataBinderFactory binderFactory) {
    HttpServletRequest request = webRequest.getNativeRequest(HttpServletRequest.class);
    return actor(java.util.Objects.requireNonNull(request));
  }

  /** The actor of a request; refuses with NOT_PERMITTED for an agency that is not theirs. */
  public static Actor actor(HttpServletRequest request) {
    Authentication signedIn = SecurityContextHolder.getContext().getAuthentication();
    if (signedIn == null || !(signedIn.getPrincipal() instanceof Account account)) {
      throw Refusal.of(RefusalCode.NOT_PERMITTED, "refusal.not-signed-in");
    }
    String asked = request.getHeader(HEADER);
    if (asked != null) {
      Actor actor = acting(account, asked, request.getHeader(MANDATE));
      if (actor == null) {
        throw Refusal.of(RefusalCode.NOT_PERMITTED, "refusal.not-your-agency", asked);
      }
      return actor;
    }
    Cookie chosen = WebUtils.getCookie(request, COOKIE);
    if (chosen != null) {
      Actor actor =
          acting(account, URLDecoder.decode(chosen.getValue(), StandardCharsets.UTF_8), null);
      if (actor != null) {
        return actor;
      }
    }
    return own(account, account.agencies().isEmpty() ? null : account.agencies().getFirst());
  }

  private static Actor own(Account account, @Nullable String agency) {
    return new Actor(account.username(), account.personName(), agency, account.role());
  }

  /** For one's own agency in one's own right, for another by mandate; null without leave. */
  private static @Nullable Actor acting(
      Account account, String agency, @Nullable String mandateId) {
    if (mandateId == null && account.agencies().contains(agency)) {
      return own(account, agency);
    }
    return account.mandates().stream()
        .filter(each -> each.agency().equals(agency))
        .filter(each -> mandateId == null || each.id().equals(mandateId))
        .findFirst()
        .map(each ->
            new Actor(
                account.username(),
                account.personName(),
                agency,
                account.role(),
                new Actor.Mandate(each.id(), each.grantedBy(), each.plan())))
        .orElse(null);
  }
}
