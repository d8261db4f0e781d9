package plantrail.query.pages;

import java.time.Duration;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The icon that browsers ask for by themselves, on every page; so they may keep it. */
@Configuration(proxyBeanMethods = false)
class Icon implements WebMvcConfigurer {
  private static final Duration KEPT = Duration.ofDays(7);

  @Override
  public void addResourceHandlers(ResourceHandlerRegistry registry) {
    registry
        .addResourceHandler("/favicon.ico")
        .addResourceLocations("classpath:/static/")
        .setCacheControl(CacheControl.maxAge(KEPT).cachePublic());
  }
}
