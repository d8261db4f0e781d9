package plantrail.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.serialization.SerializedObject;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import plantrail.command.platform.Occurrence;
import plantrail.kernel.DomainEvent;
import plantrail.kernel.catalog.DomainEvents;
import plantrail.kernel.catalog.EventCatalog;
import plantrail.kernel.message.Actor;
import plantrail.kernel.message.Refusal;
import plantrail.kernel.message.Role;
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
  private static final int STEPS = 60;

  /** One in so many is anybody. */
  private static final int OUTSIDERS = 4;

  private static final EventSerializer SERIALIZER =
      new EventSerializer(EventCatalog.of(DomainEvents.SEALED));

  /** A command with all that it is decided by, but who gives it. */
  public record Attempt<S, E>(String name, BiFunction<@Nullable S, Actor, List<E>> decision) {}

  static IntStream lives() {
    return IntStream.range(0, LIVES);
  }

  /** Something that anybody might say, sensible or not. */
  protected abstract Attempt<S, E> any(Random random);

  /** Those whose matter it is: they are heard more often than others, so that much happens. */
  protected abstract List<Actor> concerned();

  /** Something said of what has begun. */
  protected static <S, E> Attempt<S, E> step(String name, BiFunction<S, Actor, List<E>> decision) {
    return new Attempt<>(
        name, (state, actor) -> state == null ? List.of() : decision.apply(state, actor));
  }

  protected abstract S evolve(@Nullable S state, E event, String by);

  /** Checks what must hold of every state, and of each event that led to it. */
  protected abstract void holds(@Nullable S before, E event, S after);

  /** The aggregate that keeps the record. */
  protected abstract Class<?> aggregate();

  /** A day at which a step may be said to have happened. */
  protected static Occurrence occurrence(Random random) {
    return switch (random.nextInt(6)) {
      case 0 -> new Occurrence(Given.NOW, Given.TODAY.minusDays(random.nextInt(200)), null, 7);
      case 1 -> new Occurrence(Given.NOW, Given.TODAY.plusDays(2), "sớm", 7);
      default -> Given.WHEN;
    };
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

  /**
   * What became of something, and by whom.
   *
   * @param people who took the steps, one for each event
   */
  private record Life<S, E>(@Nullable S end, List<E> record, List<String> people) {}

  @ParameterizedTest
  @MethodSource("lives")
  void everyDecisionFollowsOrIsRefused(int seed) {
    Life<S, E> life = life(seed);
    assertThat(replayed(life.record(), life.people())).isEqualTo(life.end());
  }

  @Test
  void muchHappens() {
    assertThat(lives().map(seed -> life(seed).record().size()).sum())
        .isGreaterThan(LIVES + LIVES / 2);
  }

  @ParameterizedTest
  @MethodSource("lives")
  void aSnapshotWithinALifeTellsTheSameAsItsRecord(int seed) {
    Life<S, E> life = life(seed);
    List<DomainEventMessage<?>> record = new ArrayList<>();
    for (int i = 0; i < life.record().size(); i++) {
      record.add(Loaded.message(i, life.record().get(i), life.people().get(i)));
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

  private Life<S, E> life(int seed) {
    Random random = new Random(seed);
    @Nullable S state = null;
    List<E> record = new ArrayList<>();
    List<String> people = new ArrayList<>();
    for (int step = 0; step < STEPS; step++) {
      Attempt<S, E> attempt = any(random);
      Actor actor = actor(random);
      List<E> events = decided(attempt, state, actor);
      for (E event : events) {
        @Nullable S before = state;
        state = evolve(before, event, actor.person());
        record.add(event);
        people.add(actor.person());
        holds(before, event, state);
      }
      if (!events.isEmpty()) {
        assertThat(decided(attempt, state, actor)).as("said twice: %s", attempt.name()).isEmpty();
      }
    }
    return new Life<>(state, record, people);
  }

  private List<E> decided(Attempt<S, E> attempt, @Nullable S state, Actor actor) {
    try {
      return attempt.decision().apply(state, actor);
    } catch (Refusal refusal) {
      return List.of();
    }
  }

  /** The state that the record alone gives, as it comes back from the store. */
  @SuppressWarnings("unchecked")
  private @Nullable S replayed(List<E> record, List<String> people) {
    @Nullable S state = null;
    for (int i = 0; i < record.size(); i++) {
      SerializedObject<String> stored = SERIALIZER.serialize(record.get(i), String.class);
      state = evolve(state, (E) SERIALIZER.deserialize(stored), people.get(i));
    }
    return state;
  }
}
