package plantrail.command;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.serialization.SerializedObject;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import plantrail.command.platform.Check;
import plantrail.command.platform.Occurrence;
import plantrail.command.platform.Taken;
import plantrail.kernel.DomainEvent;
import plantrail.kernel.catalog.DomainEvents;
import plantrail.kernel.catalog.EventCatalog;
import plantrail.kernel.message.Actor;
import plantrail.kernel.message.Refusal;
import plantrail.kernel.message.Role;
import plantrail.kernel.workflow.Relation;
import plantrail.kernel.workflow.Step;
import plantrail.kernel.workflow.Workflows;
import plantrail.platform.messaging.EventSerializer;

/**
 * Whatever is said of something, by whomever, in whichever order and however often: a decision
 * either follows its workflow or is refused, and the record alone tells the state.
 *
 * @param <S> what is decided upon
 * @param <E> what may happen to it
 */
public abstract class AnyOrder<S, E extends DomainEvent> {
  private static final int LIVES = 300;

  /** How many days before today lives begin. */
  private static final int YOUTH = 60;

  /** By how many days what is said is out of order. */
  private static final int BLUR = 12;

  /** From when on in a life all is entered as it happens. */
  private static final double AGE = 0.8;

  private static final int FREE_DAYS = 7;

  /** One in so many is anybody. */
  private static final int OUTSIDERS = 4;

  private static final EventSerializer SERIALIZER =
      new EventSerializer(EventCatalog.of(DomainEvents.SEALED));

  /**
   * A command with all that it is decided by, but who gives it.
   *
   * @param name name of the command
   */
  public record Attempt<S, E>(String name, BiFunction<@Nullable S, Actor, List<E>> decision) {}

  static IntStream lives() {
    return IntStream.range(0, LIVES);
  }

  /** Something that anybody might say, sensible or not, to have happened then. */
  protected abstract Attempt<S, E> any(Random random, Occurrence when);

  /** Those whose matter it is: they are heard more often than others, so that much happens. */
  protected abstract List<Actor> concerned();

  /** Something said of what has begun. */
  protected static <S, E> Attempt<S, E> step(String name, BiFunction<S, Actor, List<E>> decision) {
    return new Attempt<>(
        name, (state, actor) -> state == null ? List.of() : decision.apply(state, actor));
  }

  protected abstract S evolve(@Nullable S state, E event, Taken taken);

  /** How the actor stood to it before that happened. */
  protected abstract Set<Relation> relations(S before, E event, Actor actor);

  /**
   * What stands in the components of a state, by their names.
   *
   * @param byName those that are told; what is not told is as it was before
   */
  protected record Facts(Map<String, @Nullable Object> byName) {
    public Facts with(String component, @Nullable Object value) {
      Map<String, @Nullable Object> more = new HashMap<>(byName);
      more.put(component, value);
      return new Facts(more);
    }
  }

  protected static Facts nothingElse() {
    return new Facts(Map.of());
  }

  protected static Facts fact(String component, @Nullable Object value) {
    return nothingElse().with(component, value);
  }

  /** What the first event says, of each component but the course, as it must have arrived there. */
  protected abstract Facts begins(E event, Taken taken);

  /**
   * What a later event says, as it must have arrived in the state. Told by the event, not by the
   * state's own way of taking it in.
   */
  protected abstract Facts leaves(S before, E event, Taken taken);

  /** Checks what else must hold of every state, and of each event that led to it. */
  protected abstract void holds(@Nullable S before, E event, S after);

  /** How much is said in one life; more where it has a long way to go. */
  protected int steps() {
    return 60;
  }

  /** Whether it begins with something other than one of its steps. */
  protected boolean beginsOnce() {
    return true;
  }

  /** Whether an event only says that the state before was taken note of. */
  protected boolean onlyNotes(E event) {
    return false;
  }

  /** Whether an event puts it into other hands, who did nothing about it before. */
  protected boolean handsOver(E event) {
    return false;
  }

  /** Whether a step happens no sooner than what opened it. */
  protected boolean restsOnWhatOpenedIt(Step<?> step) {
    return true;
  }

  /** The aggregate that keeps the record. */
  protected abstract Class<?> aggregate();

  /**
   * A day on which something may be said to have happened, later and later in a life: some too
   * early or to come, some of long ago without a reason.
   *
   * @param spent how much of the life is over, from 0 to 1
   */
  private static Occurrence occurrence(Random random, double spent) {
    LocalDate about =
        Given.TODAY
            .minusDays((long) (YOUTH * (1 - spent)))
            .plusDays(random.nextInt(2 * BLUR) - BLUR);
    return switch (random.nextInt(20)) {
      case 0 -> said(Given.TODAY.minusDays(4 * YOUTH), Given.LATE);
      case 1 -> said(Given.TODAY.plusDays(2), "sớm");
      case 2, 3 -> said(about, null);
      default -> spent > AGE ? Given.WHEN : said(about, Given.LATE);
    };
  }

  private static Occurrence said(LocalDate day, @Nullable String reason) {
    return new Occurrence(Given.NOW, day, reason, FREE_DAYS);
  }

  protected static <T> T anyOf(Random random, List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  private Actor actor(Random random) {
    if (random.nextInt(OUTSIDERS) > 0) {
      return anyOf(random, concerned());
    }
    List<Actor> actors =
        new ArrayList<>(
            List.of(
                Actor.SYSTEM,
                new Actor("auditor", "Kiểm toán", null, Role.AUDITOR),
                new Actor("admin", "Quản trị", null, Role.ADMIN)));
    Given.agencies().stream().sorted().map(Given::official).forEach(actors::add);
    Given.agencies().stream().sorted().map(Given::official).forEach(actors::add);
    Given.agencies().stream().sorted().map(Given::colleague).forEach(actors::add);
    return anyOf(random, actors);
  }

  /** Something said, by whom, and of which day. */
  private record Said<S, E>(Attempt<S, E> attempt, Actor actor, Occurrence when) {
    Step<?> step() {
      return Workflows.of(attempt.name()).step(attempt.name());
    }

    Taken taken() {
      return new Taken(actor.person(), when.day());
    }
  }

  /**
   * A state that something was in.
   *
   * @param since local day of what led to it
   */
  private record Stay(String state, LocalDate since) {}

  /** What became of something. */
  private final class Life {
    private final List<E> record = new ArrayList<>();

    /** Who took the steps, and when, one for each event. */
    private final List<Taken> taken = new ArrayList<>();

    /**
     * The states since it last began or was handed over, told by nothing but the days of its
     * events.
     */
    private final List<Stay> stays = new ArrayList<>();

    private final List<Said<S, E>> accepted = new ArrayList<>();
    private @Nullable S end;

    /** Says something, and if anything comes of it says it again at once: that changes nothing. */
    private void say(Said<S, E> said) {
      List<E> events = decided(said);
      assertThat(events).as("said once: %s", said.attempt().name()).doesNotHaveDuplicates();
      for (E event : events) {
        @Nullable S before = end;
        S after = evolve(before, event, said.taken());
        end = after;
        record.add(event);
        taken.add(said.taken());
        arrives(before, event, after, said.taken());
        holds(before, event, after);
        if (before != null) {
          mayTake(said, relations(before, event, said.actor()));
          if (!said.step().from().isEmpty()) {
            comesAfterWhatItRestsOn(said, before);
          }
        }
        if (after instanceof Stepwise<?> stepwise) {
          note(stepwise, event, said);
        }
      }
      if (!events.isEmpty()) {
        accepted.add(said);
        assertThat(decided(said)).as("said twice: %s", said.attempt().name()).isEmpty();
      }
    }

    /** What the event says is in the state, and nothing else has changed there. */
    private void arrives(@Nullable S before, E event, S after, Taken step) {
      Map<String, @Nullable Object> facts =
          (before == null ? begins(event, step) : leaves(before, event, step)).byName();
      Set<String> names = new HashSet<>();
      for (RecordComponent component : after.getClass().getRecordComponents()) {
        String name = component.getName();
        if (component.getType() == Course.class) {
          continue;
        }
        names.add(name);
        @Nullable Object expected =
            before == null || facts.containsKey(name) ? facts.get(name) : value(component, before);
        assertThat(value(component, after)).as("%s after %s", name, event).isEqualTo(expected);
      }
      assertThat(names).as("components of the state").containsAll(facts.keySet());
      if (after instanceof Stepwise<?> stepwise) {
        assertThat(stepwise.last()).isEqualTo(event);
        assertThat(stepwise.course().taken()).isEqualTo(step);
      }
    }

    private static @Nullable Object value(RecordComponent component, Object state) {
      try {
        return component.getAccessor().invoke(state);
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(e);
      }
    }

    private void comesAfterWhatItRestsOn(Said<S, E> said, S before) {
      Step<?> step = said.step();
      LocalDate day = said.when().day();
      if (before instanceof Subject subject) {
        assertThat(day).as("%s before the begin", step.command()).isAfterOrEqualTo(subject.begun());
      }
      if (before instanceof Stepwise<?> && restsOnWhatOpenedIt(step)) {
        assertThat(day)
            .as("%s before what opened it: %s", step.command(), stays)
            .isAfterOrEqualTo(openedOn(step));
      }
    }

    /** The day of what led to the first of those present states from which the step is open. */
    private LocalDate openedOn(Step<?> step) {
      Set<String> from = step.from().stream().map(Enum::name).collect(toSet());
      LocalDate day = stays.getLast().since();
      for (int i = stays.size() - 1; i >= 0 && from.contains(stays.get(i).state()); i--) {
        day = stays.get(i).since();
      }
      return day;
    }

    private void note(Stepwise<?> after, E event, Said<S, E> said) {
      String state = after.course().stays().getLast().state();
      if (said.step().from().isEmpty()) {
        stays.clear();
        stays.add(new Stay(state, after.begun()));
      } else if (handsOver(event)) {
        stays.clear();
        stays.add(new Stay(state, said.when().day()));
      } else if (!stays.getLast().state().equals(state)) {
        stays.add(new Stay(state, onlyNotes(event) ? stays.getLast().since() : said.when().day()));
      }
    }

    /**
     * Nothing is decided for anybody whom the workflow does not name. Who may begin depends on what
     * the beginning itself says.
     */
    private void mayTake(Said<S, E> said, Set<Relation> relations) {
      Step<?> step = said.step();
      if (!step.from().isEmpty()) {
        assertThat(step.by())
            .as("%s by %s", step.command(), said.actor().person())
            .containsAnyElementsOf(relations);
      }
    }

    /**
     * Says all again that was accepted: it does not begin again, and each step is one more or comes
     * too late.
     */
    private void sayAllAgain() {
      if (beginsOnce() && !accepted.isEmpty()) {
        Said<S, E> beginning = accepted.getFirst();
        assertThat(decided(beginning)).as("begun: %s", beginning.attempt().name()).isEmpty();
      }
      List.copyOf(accepted).forEach(this::say);
    }

    /** No decision is asked about a day that nobody may state. */
    private void asTheBusDoes(Occurrence when) {
      when.dated(new Check(), when.stated(), Occurrence.DAY).done();
    }

    private List<E> decided(Said<S, E> said) {
      try {
        asTheBusDoes(said.when());
        return said.attempt().decision().apply(end, said.actor());
      } catch (Refusal refusal) {
        return List.of();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("lives")
  void everyDecisionFollowsOrIsRefused(int seed) {
    Life life = life(seed);
    assertThat(replayed(life.record, life.taken)).isEqualTo(life.end);
  }

  @Test
  void whateverMayHappenToItHappens() {
    Set<Class<?>> happened =
        lives()
            .boxed()
            .flatMap(seed -> life(seed).record.stream())
            .map(Object::getClass)
            .collect(toSet());
    assertThat(happened).containsExactlyInAnyOrderElementsOf(Loaded.events(aggregate()));
  }

  @ParameterizedTest
  @MethodSource("lives")
  void aSnapshotWithinALifeTellsTheSameAsItsRecord(int seed) {
    Life life = life(seed);
    List<DomainEventMessage<?>> record = new ArrayList<>();
    for (int i = 0; i < life.record.size(); i++) {
      record.add(Loaded.message(i, life.record.get(i), life.taken.get(i)));
    }
    if (record.isEmpty()) {
      return;
    }
    int until = 1 + new Random(seed).nextInt(record.size());
    Object snapshot = Loaded.kept(Loaded.from(aggregate(), record.subList(0, until)));
    assertThat(Loaded.after(snapshot, record.subList(until, record.size())))
        .usingRecursiveComparison()
        .isEqualTo(Loaded.from(aggregate(), record));
  }

  private Life life(int seed) {
    Random random = new Random(seed);
    Life life = new Life();
    for (int step = 0; step < steps(); step++) {
      Occurrence when = occurrence(random, (double) step / steps());
      life.say(new Said<>(any(random, when), actor(random), when));
    }
    life.sayAllAgain();
    return life;
  }

  /** The state that the record alone gives, as it comes back from the store. */
  @SuppressWarnings("unchecked")
  private @Nullable S replayed(List<E> record, List<Taken> taken) {
    @Nullable S state = null;
    for (int i = 0; i < record.size(); i++) {
      SerializedObject<String> stored = SERIALIZER.serialize(record.get(i), String.class);
      state = evolve(state, (E) SERIALIZER.deserialize(stored), taken.get(i));
    }
    return state;
  }
}
