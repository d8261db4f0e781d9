package plantrail.platform.access;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.AuthenticationEventPublisher;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.context.DelegatingSecurityContextRepository;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.CookieRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import plantrail.kernel.message.Role;
import plantrail.platform.access.LimitedSignIn.TooManyAttempts;
import plantrail.platform.problem.Language;
import plantrail.platform.problem.Problem;
import plantrail.platform.problem.Problems;
import plantrail.platform.schema.MigratedSchema;
import tools.jackson.databind.ObjectMapper;

/** Who may come in: by form in a browser, by HTTP Basic for programs. The public sees nothing. */
@Configuration(proxyBeanMethods = false)
public class AccessConfiguration implements WebMvcConfigurer {
  private static final String CONTENT_POLICY =
      "default-src 'self'; img-src 'self' data:; frame-ancestors 'none'; form-action 'self';"
          + " base-uri 'self'; object-src 'none'";

  @Bean
  static MigratedSchema accessSchema() {
    return new MigratedSchema("access", "classpath:db/access", 0);
  }

  @Bean
  PasswordEncoder passwordEncoder() {
    return new RememberedPasswords(new BCryptPasswordEncoder());
  }

  @Bean
  LocaleResolver localeResolver() {
    return new Language();
  }

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(new ActorResolver());
  }

  @Bean
  AuthenticationManager signIn(
      Accounts accounts,
      PasswordEncoder passwords,
      @Qualifier("clock") Clock clock,
      AuthenticationEventPublisher told) {
    DaoAuthenticationProvider byPassword = new DaoAuthenticationProvider(accounts);
    byPassword.setPasswordEncoder(passwords);
    ProviderManager manager = new ProviderManager(byPassword);
    manager.setAuthenticationEventPublisher(told);
    return new LimitedSignIn(manager, clock);
  }

  @Bean
  SecurityFilterChain access(
      HttpSecurity http,
      AuthenticationManager signIn,
      Accounts accounts,
      Problems problems,
      ObjectMapper json,
      LocaleResolver locales)
      throws Exception {
    Answer answer = new Answer(problems, json, locales);
    return http.authenticationManager(signIn)
        .authorizeHttpRequests(requests ->
            requests
                .requestMatchers(
                    "/login",
                    "/language",
                    "/error",
                    "/css/**",
                    "/js/**",
                    "/vendor/**",
                    "/favicon.ico",
                    "/actuator/health/**")
                .permitAll()
                .requestMatchers("/actuator/**", "/api/operations/**")
                .hasRole(Role.OPERATOR.name())
                .requestMatchers("/api/accounts/**", "/accounts/**")
                .hasRole(Role.ADMIN.name())
                .requestMatchers("/api/account-journal")
                .hasAnyRole(Role.ADMIN.name(), Role.AUDITOR.name())
                .anyRequest()
                .authenticated())
        .formLogin(form ->
            form.loginPage("/login")
                .defaultSuccessUrl("/", false)
                .failureHandler((request, response, e) ->
                    response.sendRedirect(
                        request.getContextPath()
                            + (e instanceof TooManyAttempts ? "/login?wait" : "/login?error"))))
        .logout(logout -> logout.logoutSuccessUrl("/login?logout"))
        // Nobody is ever asked for HTTP Basic: a browser that was would send the password along
        // with every later request by itself, forged ones too.
        .httpBasic(basic -> basic.authenticationEntryPoint(answer::notSignedIn))
        // The request attribute serves error pages and late answers of the same request.
        .securityContext(context ->
            context.securityContextRepository(
                new DelegatingSecurityContextRepository(
                    new RequestAttributeSecurityContextRepository(), new SignedIn(accounts))))
        .requestCache(cache -> cache.requestCache(askedPage()))
        // Forged is what a browser sends along by itself: a session. A program that gives its
        // password with each request, or nothing, has none.
        .csrf(csrf ->
            csrf.spa()
                .csrfTokenRepository(tokenCookie())
                .requireCsrfProtectionMatcher(request ->
                    CsrfFilter.DEFAULT_CSRF_MATCHER.matches(request)
                        && request.getHeader(HttpHeaders.AUTHORIZATION) == null
                        && (request.getRequestedSessionId() != null || !isProgram(request))))
        .exceptionHandling(errors ->
            errors
                .defaultAuthenticationEntryPointFor(
                    answer::notSignedIn, AccessConfiguration::isProgram)
                .defaultAuthenticationEntryPointFor(
                    (request, response, e) -> {
                      response.setHeader("HX-Refresh", "true");
                      response.setStatus(HttpStatus.UNAUTHORIZED.value());
                    },
                    AccessConfiguration::isPartOfPage)
                .defaultAuthenticationEntryPointFor(
                    new LoginUrlAuthenticationEntryPoint("/login"), any())
                .accessDeniedHandler((request, response, e) -> {
                  if (isProgram(request)) {
                    answer.write("NOT_PERMITTED", request, response);
                  } else {
                    response.sendError(HttpStatus.FORBIDDEN.value());
                  }
                }))
        .addFilterAfter(answer.toForms(), AuthorizationFilter.class)
        .headers(headers ->
            headers
                .contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN)))
        .build();
  }

  /** Remembers over the sign-in which page was asked for, in a cookie: strangers get no session. */
  private static RequestCache askedPage() {
    CookieRequestCache cache = new CookieRequestCache();
    cache.setRequestMatcher(request ->
        HttpMethod.GET.matches(request.getMethod())
            && !isProgram(request)
            && !isPartOfPage(request));
    cache.setCookieCustomizer(cookie -> cookie.setAttribute("SameSite", "Lax"));
    return cache;
  }

  private static CookieCsrfTokenRepository tokenCookie() {
    CookieCsrfTokenRepository tokens = CookieCsrfTokenRepository.withHttpOnlyFalse();
    tokens.setCookieCustomizer(cookie -> cookie.sameSite("Lax"));
    return tokens;
  }

  /** A part that a page fetches for itself; the whole page has to be loaded anew for a sign-in. */
  private static boolean isPartOfPage(HttpServletRequest request) {
    return request.getHeader("HX-Request") != null;
  }

  private static boolean isProgram(HttpServletRequest request) {
    return request.getRequestURI().startsWith("/api/")
        || request.getRequestURI().startsWith("/actuator/")
        || request.getRequestURI().startsWith("/v3/");
  }

  private static RequestMatcher any() {
    return request -> true;
  }

  private record Answer(Problems problems, ObjectMapper json, LocaleResolver locales) {
    void notSignedIn(
        HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
        throws IOException {
      switch (e) {
        case TooManyAttempts guessing -> {
          guessing.headers().forEach((name, values) -> response.setHeader(name, values.getFirst()));
          write("TOO_MANY_ATTEMPTS", request, response);
        }
        case InternalAuthenticationServiceException _ ->
            write(problems.of(e, request, locales.resolveLocale(request)), response);
        default -> write("NOT_SIGNED_IN", request, response);
      }
    }

    /**
     * Programs send no forms. One is refused before anybody asks for a parameter, for which its
     * body, which may be a file, would be taken apart.
     */
    Filter toForms() {
      return (request, response, chain) -> {
        HttpServletRequest asked = (HttpServletRequest) request;
        if (isProgram(asked) && isForm(asked)) {
          write("UNSUPPORTED_MEDIA_TYPE", asked, (HttpServletResponse) response);
        } else {
          chain.doFilter(request, response);
        }
      };
    }

    private static boolean isForm(HttpServletRequest request) {
      String type = request.getContentType();
      return type != null
          && type.toLowerCase(Locale.ROOT).startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE);
    }

    void write(String code, HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      write(problems.of(code, locales.resolveLocale(request)), response);
    }

    private void write(Problem problem, HttpServletResponse response) throws IOException {
      response.setStatus(problem.status());
      response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
      response.setCharacterEncoding(StandardCharsets.UTF_8.name());
      json.writeValue(response.getOutputStream(), problem);
    }
  }
}
