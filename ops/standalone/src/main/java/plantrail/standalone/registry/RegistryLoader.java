package plantrail.standalone.registry;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import plantrail.command.Command;
import plantrail.command.platform.Commands;
import plantrail.kernel.agency.AgencyLevel;
import plantrail.kernel.message.Actor;
import plantrail.kernel.message.Refusal;
import plantrail.kernel.message.Role;
import plantrail.platform.problem.Texts;

/**
 * Loads the national registry in the background, at the operator's choice. Each command changes
 * nothing when it is given again, so that a loading that was broken off, or done before, needs no
 * note: it is gone through from the beginning.
 */
@Component
@ConditionalOnProperty("plantrail.registry.national")
class RegistryLoader implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(RegistryLoader.class);
  private static final Actor KEEPER = new Actor("system", "PlanTrail", null, Role.ADMIN);

  /** Several at once share the store's commits. */
  private static final int AT_ONCE = 8;

  private final Commands commands;
  private final Texts texts;
  private final AtomicInteger refused = new AtomicInteger();
  private volatile boolean running;

  RegistryLoader(Commands commands, Texts texts) {
    this.commands = commands;
    this.texts = texts;
  }

  private void load() {
    NationalRegistry registry = new NationalRegistry(code -> true);
    NationalRegistry.Report report = registry.report();
    try {
      // Those of one level do not stand on each other.
      for (AgencyLevel level :
          List.of(AgencyLevel.PROVINCE, AgencyLevel.DISTRICT, AgencyLevel.COMMUNE)) {
        give(registry.before().stream().filter(each -> each.level() == level).toList());
      }
      give(registry.reformOfProvinces());
      give(registry.reform());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (running) {
      log.info(
          texts.of(
              Texts.VIETNAMESE,
              "registry.loaded",
              report.provincesBefore(),
              report.districtsBefore(),
              report.communesBefore(),
              report.provincesAfter(),
              report.communesAfter(),
              report.mended(),
              report.endedBefore(),
              report.unmapped(),
              report.ambiguous(),
              report.without(),
              refused.get()));
    }
  }

  private void give(List<? extends Command> all) throws InterruptedException {
    try (ExecutorService several = Executors.newFixedThreadPool(AT_ONCE)) {
      List<? extends Future<?>> given =
          all.stream().map(each -> several.submit(() -> give(each))).toList();
      for (Future<?> each : given) {
        each.get();
      }
    } catch (java.util.concurrent.ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  private void give(Command command) {
    if (!running) {
      return;
    }
    try {
      commands.give(command, KEEPER);
    } catch (Refusal refusal) {
      refused.incrementAndGet();
      log.warn("{}: {}", command, refusal.getMessage());
    }
  }

  @Override
  public void start() {
    running = true;
    Thread.ofPlatform().daemon().name("registry").start(this::load);
  }

  @Override
  public void stop() {
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
