package plantrail.platform.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.session.FindByIndexNameSessionRepository;

/**
 * Keeps the username of who is signed in, and looks the account up for each request: an account
 * that is disabled, loses an agency or ceases to count does so at once, whatever sessions it has.
 */
class SignedIn implements SecurityContextRepository {
  private static final String USERNAME = FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME;

  private final Accounts accounts;

  SignedIn(Accounts accounts) {
    this.accounts = accounts;
  }

  @Override
  public SecurityContext loadContext(HttpRequestResponseHolder holder) {
    return load(holder.getRequest());
  }

  @Override
  public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
    return new Deferred(() -> load(request));
  }

  private SecurityContext load(HttpServletRequest request) {
    String username = username(request);
    if (username == null) {
      return SecurityContextHolder.createEmptyContext();
    }
    try {
      Account account = accounts.loadUserByUsername(username);
      return account.isEnabled()
          ? new SecurityContextImpl(
              UsernamePasswordAuthenticationToken.authenticated(
                  account, null, account.getAuthorities()))
          : SecurityContextHolder.createEmptyContext();
    } catch (UsernameNotFoundException e) {
      return SecurityContextHolder.createEmptyContext();
    }
  }

  @Override
  public void saveContext(
      SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
    Authentication authentication = context.getAuthentication();
    if (authentication != null) {
      request.getSession().setAttribute(USERNAME, authentication.getName());
      return;
    }
    HttpSession session = request.getSession(false);
    if (session != null) {
      session.removeAttribute(USERNAME);
    }
  }

  @Override
  public boolean containsContext(HttpServletRequest request) {
    return username(request) != null;
  }

  private static @Nullable String username(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    return session == null ? null : (String) session.getAttribute(USERNAME);
  }

  /** Looks up once, and only if anybody asks. */
  private static final class Deferred implements DeferredSecurityContext {
    private final Supplier<SecurityContext> load;
    private @Nullable SecurityContext context;

    private Deferred(Supplier<SecurityContext> load) {
      this.load = load;
    }

    @Override
    public SecurityContext get() {
      SecurityContext found = context;
      if (found == null) {
        found = load.get();
        context = found;
      }
      return found;
    }

    @Override
    public boolean isGenerated() {
      return get().getAuthentication() == null;
    }
  }
}
