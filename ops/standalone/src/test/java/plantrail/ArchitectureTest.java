package plantrail;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.jspecify.annotations.NullMarked;
import plantrail.command.CommandSide;
import plantrail.command.StepCommand;
import plantrail.command.SubjectCommand;
import plantrail.command.platform.Occurrence;
import plantrail.kernel.DomainEvent;
import plantrail.kernel.catalog.DomainEvents;
import plantrail.kernel.catalog.EventCatalog;
import plantrail.query.QuerySide;
import plantrail.standalone.PlanTrail;

/** The rooms, and which doors there are between them. */
@AnalyzeClasses(packages = "plantrail", importOptions = ArchitectureTest.NoTests.class)
class ArchitectureTest {

  /** Leaves tests out, also those that other modules' tests share as a jar. */
  static final class NoTests implements ImportOption {
    @Override
    public boolean includes(Location location) {
      return !location.contains("/test-classes/") && !location.contains("-tests.jar");
    }
  }

  @ArchTest
  static final ArchRule theSidesNeverSeeEachOther =
      noClasses()
          .that()
          .resideInAPackage("plantrail.command..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("plantrail.query..")
          .because("the command side never reads a projection");

  @ArchTest
  static final ArchRule noWayBack =
      noClasses()
          .that()
          .resideInAPackage("plantrail.query..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "plantrail.command..",
              "org.axonframework.commandhandling..",
              "org.axonframework.modelling.command..")
          .because("the query side never sends a command");

  @ArchTest
  static final ArchRule thePublishedLanguageNeedsNoFramework =
      classes()
          .that()
          .resideInAPackage("plantrail.kernel..")
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage(
                      "plantrail.kernel..",
                      "java..",
                      "org.jspecify..",
                      "net.time4j..",
                      "com.fasterxml.jackson.annotation..")
                  .or(nameMatching("org\\.axonframework\\.serialization\\.Revision")))
          .because("everybody who reads the log speaks it");

  @ArchTest
  static final ArchRule thePlatformStandsBelowBothSides =
      noClasses()
          .that()
          .resideInAnyPackage("plantrail.kernel..", "plantrail.platform..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("plantrail.command..", "plantrail.query..", "plantrail.standalone..");

  @ArchTest
  static final ArchRule decisionsKnowNoFramework =
      noClasses()
          .that()
          .resideInAPackage("plantrail.command.*.domain..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.axonframework..", "org.springframework..", "java.sql..");

  @ArchTest
  static final ArchRule decisionsHaveNoClockAndNoDice =
      noClasses()
          .that()
          .resideInAnyPackage("plantrail.kernel..", "plantrail.command.*.*..")
          .and(
              not(
                  resideInAnyPackage(
                      "plantrail.command.platform..", "plantrail.command.automation..")))
          .should()
          .callMethodWhere(target(name("now")).and(target(owner(resideInAPackage("java.time..")))))
          .orShould()
          .callMethodWhere(
              target(nameMatching("currentTimeMillis|nanoTime"))
                  .and(target(owner(type(System.class)))))
          .orShould()
          .callMethod(Math.class, "random")
          .orShould()
          .callMethod(UUID.class, "randomUUID")
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(RandomGenerator.class);

  @ArchTest
  static final ArchRule eventsAreAppliedInAggregatesAlone =
      noClasses()
          .that()
          .resideOutsideOfPackage("plantrail.command..")
          .should()
          .dependOnClassesThat()
          .areAssignableTo(AggregateLifecycle.class);

  /** With a number to begin at, a record is read as it is. */
  @ArchTest
  static final ArchRule whoReadsARecordMeetsNoSnapshot =
      noClasses()
          .should()
          .callMethod(EventStore.class, "readEvents", String.class)
          .because("it begins with a snapshot, where there is one, in place of the first events");

  @ArchTest
  static final ArchRule noObjectRelationalMapping =
      noClasses().should().dependOnClassesThat().resideInAnyPackage("jakarta.persistence..");

  @ArchTest
  static final ArchRule everyPackageSaysWhatMayBeNull =
      classes()
          .that()
          .resideInAPackage("plantrail..")
          .should(
              new ArchCondition<JavaClass>("be in a package that is @NullMarked") {
                @Override
                public void check(JavaClass item, ConditionEvents events) {
                  boolean marked = item.getPackage().isAnnotatedWith(NullMarked.class);
                  events.add(
                      new SimpleConditionEvent(
                          item, marked, item.getPackageName() + " is not @NullMarked"));
                }
              });

  @ArchTest
  static final ArchRule namesSayWhatAThingIs =
      noClasses()
          .that()
          .resideInAPackage("plantrail..")
          .should()
          .haveSimpleNameEndingWith("Impl")
          .orShould()
          .haveSimpleNameEndingWith("Manager")
          .orShould()
          .haveSimpleNameEndingWith("Util")
          .orShould()
          .haveSimpleNameEndingWith("Utils")
          .orShould()
          .haveSimpleNameEndingWith("Dto");

  /** The stated day of every step is checked by the step itself or where all steps are decided. */
  @ArchTest
  static final ArchRule noStepHappensBeforeItsDutyBegan =
      classes()
          .that()
          .implement(SubjectCommand.class)
          .and()
          .areNotInterfaces()
          .should(
              new ArchCondition<JavaClass>("ask on which day it happened") {
                @Override
                public void check(JavaClass item, ConditionEvents events) {
                  boolean decidesItself =
                      item.getMethods().stream().anyMatch(each -> each.getName().equals("decide"));
                  boolean asks =
                      item.getMethodCallsFromSelf().stream()
                          .map(call -> call.getTarget().resolveMember())
                          .flatMap(Optional::stream)
                          .anyMatch(ArchitectureTest::looksAtTheStatedDay);
                  events.add(
                      new SimpleConditionEvent(
                          item,
                          asks || !decidesItself,
                          item.getName() + " takes a step on any day"));
                }
              });

  private static boolean looksAtTheStatedDay(JavaMethod method) {
    return method.getOwner().isEquivalentTo(StepCommand.class)
        ? method.getName().equals("decide")
        : method.getOwner().isEquivalentTo(Occurrence.class)
            && method.getName().equals("check")
            && method.getRawParameterTypes().size() == 1;
  }

  /** An event outside of the sealed lists would be stored, but never read. */
  @ArchTest
  static final ArchRule everyEventIsInTheCatalogue =
      classes()
          .that()
          .implement(DomainEvent.class)
          .and()
          .areNotInterfaces()
          .should(
              new ArchCondition<JavaClass>("be in the catalogue") {
                private final EventCatalog catalog = EventCatalog.of(DomainEvents.SEALED);

                @Override
                public void check(JavaClass item, ConditionEvents events) {
                  events.add(
                      new SimpleConditionEvent(
                          item,
                          catalog.contains(item.reflect()),
                          item.getName() + " is in no sealed list of DomainEvents"));
                }
              });

  /** Whoever reads the tables of one event store finds nothing where the log is another. */
  @ArchTest
  static final ArchRule theSidesReadTheLogThroughTheEventStore =
      classes()
          .that()
          .resideInAnyPackage("plantrail.command..", "plantrail.query..")
          .should(
              new ArchCondition<JavaClass>("not name the tables of the log") {
                @Override
                public void check(JavaClass item, ConditionEvents events) {
                  events.add(
                      new SimpleConditionEvent(
                          item,
                          !bytes(item).contains("store.event"),
                          item.getName() + " reads the tables of one event store"));
                }
              });

  private static String bytes(JavaClass item) {
    try (InputStream bytes = item.getSource().orElseThrow().getUri().toURL().openStream()) {
      return new String(bytes.readAllBytes(), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ArchTest
  static void allModulesAreLookedAt(JavaClasses lookedAt) {
    for (Class<?> known :
        List.of(DomainEvent.class, CommandSide.class, QuerySide.class, PlanTrail.class)) {
      assertThat(lookedAt.contain(known)).as(known.getName()).isTrue();
    }
  }
}
