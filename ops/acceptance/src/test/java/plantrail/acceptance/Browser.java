package plantrail.acceptance;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;

/** Chromium, driven as a person would use it. */
final class Browser implements AutoCloseable {
  private final Playwright playwright =
      Playwright.create(
          new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
  private final com.microsoft.playwright.Browser chromium =
      playwright
          .chromium()
          .launch(
              new BrowserType.LaunchOptions()
                  .setExecutablePath(Path.of("/usr/bin/chromium"))
                  .setArgs(
                      List.of(
                          "--no-sandbox", "--disable-quic", "--disable-background-networking")));
  private final String home;
  private final List<String> errors = new ArrayList<>();

  /** The accessibility check and the camera put styles into the page, and the page objects. */
  private static final int WIDTH = 1440;

  private static final int HEIGHT = 900;
  private static final String INJECTED = "Applying inline style violates";

  Browser(String home) {
    this.home = home;
  }

  /** A fresh window in which somebody has signed in by the form. */
  Page signedIn(String username, String password) {
    BrowserContext context =
        chromium.newContext(
            new com.microsoft.playwright.Browser.NewContextOptions()
                .setLocale("vi-VN")
                .setViewportSize(WIDTH, HEIGHT));
    Page page = context.newPage();
    page.onConsoleMessage(message -> {
      if (message.type().equals("error") && !message.text().startsWith(INJECTED)) {
        errors.add(page.url() + ": " + message.text());
      }
    });
    page.navigate(home + "/login");
    accessible(page);
    page.getByLabel("Tên đăng nhập").fill(username);
    page.getByLabel("Mật khẩu").fill(password);
    page.getByRole(
            com.microsoft.playwright.options.AriaRole.BUTTON,
            new Page.GetByRoleOptions().setName("Đăng nhập"))
        .click();
    page.waitForURL(url -> !url.contains("/login"));
    return page;
  }

  /** Opens a page; on a desk and on a phone, checks its accessibility and keeps its picture. */
  void look(Page page, String path, String picture) {
    page.navigate(home + path);
    look(page, picture);
    page.setViewportSize(390, 844);
    look(page, picture + "-phone");
    Assertions.assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
        .as("nothing sticks out sideways on a phone: " + path)
        .isEqualTo(true);
    page.setViewportSize(WIDTH, HEIGHT);
  }

  private void look(Page page, String picture) {
    accessible(page);
    page.screenshot(
        new Page.ScreenshotOptions()
            .setPath(Path.of("target", "screenshots", picture + ".png"))
            .setFullPage(true));
  }

  void accessible(Page page) {
    Assertions.assertThat(new AxeBuilder(page).analyze().getViolations())
        .as("accessibility of " + page.url())
        .extracting(rule -> rule.getId() + " " + rule.getNodes().getFirst().getHtml())
        .isEmpty();
  }

  /** What the pages complained about in the browser's console. */
  List<String> errors() {
    return errors;
  }

  @Override
  public void close() {
    playwright.close();
  }
}
