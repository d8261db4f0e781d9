package plantrail.platform.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import plantrail.kernel.message.Role;
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
    return new MigratedSchema("access", "classpath:db/access", 1);
  }

  @Bean
  PasswordEncoder passwordEncoder() {
    return new BCryptPasswordEncoder();
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
  SecurityFilterChain access(
      HttpSecurity http, Problems problems, ObjectMapper json, LocaleResolver locales)
      throws Exception {
    Answer answer = new Answer(problems, json, locales);
    return http.authorizeHttpRequests(requests ->
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
                .anyRequest()
                .authenticated())
        .formLogin(form -> form.loginPage("/login").defaultSuccessUrl("/", false))
        .logout(logout -> logout.logoutSuccessUrl("/login"))
        .httpBasic(basic ->
            basic.authenticationEntryPoint((request, response, e) ->
                answer.write(HttpStatus.UNAUTHORIZED, "NOT_SIGNED_IN", request, response)))
        // Forged is what a browser sends along by itself: a session. A program that gives its
        // password with each request, or nothing, has none.
        .csrf(csrf ->
            csrf.spa()
                .requireCsrfProtectionMatcher(request ->
                    CsrfFilter.DEFAULT_CSRF_MATCHER.matches(request)
                        && request.getHeader(HttpHeaders.AUTHORIZATION) == null
                        && (request.getRequestedSessionId() != null || !isProgram(request))))
        .exceptionHandling(errors ->
            errors
                .defaultAuthenticationEntryPointFor(
                    (request, response, e) ->
                        answer.write(HttpStatus.UNAUTHORIZED, "NOT_SIGNED_IN", request, response),
                    AccessConfiguration::isProgram)
                .defaultAuthenticationEntryPointFor(
                    new LoginUrlAuthenticationEntryPoint("/login"), any())
                .accessDeniedHandler((request, response, e) -> {
                  if (isProgram(request)) {
                    answer.write(HttpStatus.FORBIDDEN, "NOT_PERMITTED", request, response);
                  } else {
                    response.sendError(HttpStatus.FORBIDDEN.value());
                  }
                }))
        .headers(headers ->
            headers
                .contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN)))
        .build();
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
    void write(
        HttpStatus status, String code, HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      Problem problem = problems.of(status, code, locales.resolveLocale(request));
      response.setStatus(status.value());
      response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
      response.setCharacterEncoding(StandardCharsets.UTF_8.name());
      json.writeValue(response.getOutputStream(), problem);
    }
  }
}
