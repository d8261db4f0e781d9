package plantrail.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.ResultMessage;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.axonframework.messaging.unitofwork.RollbackConfigurationType;
import org.junit.jupiter.api.Test;

class PendingRowsTest {
  private final List<List<String>> written = new ArrayList<>();
  private final PendingRows<String> rows = new PendingRows<>(this::write);

  private void write(List<String> some) {
    if (some.contains("faulty")) {
      throw new IllegalStateException("a faulty row");
    }
    written.add(List.copyOf(some));
  }

  @Test
  void rowsOfABatchAreWrittenTogetherBeforeItCommits() {
    batch(rows::add, "a", "b", "c");

    assertThat(written).containsExactly(List.of("a", "b", "c"));
  }

  @Test
  void rowsAreWrittenBeforeTheyAreReadOrChanged() {
    batch(
        payload -> {
          if (payload.equals("change")) {
            rows.write();
            written.add(List.of(payload));
          } else {
            rows.add(payload);
          }
        },
        "a",
        "change",
        "b");

    assertThat(written).containsExactly(List.of("a"), List.of("change"), List.of("b"));
  }

  @Test
  void whatIsTakenBackAddsNoRows() {
    batch(
        payload -> {
          rows.add(payload);
          if (payload.equals("b")) {
            PendingRows.forgetAll();
          }
        },
        "a",
        "b",
        "c");

    assertThat(written).containsExactly(List.of("c"));
  }

  @Test
  void withoutABatchARowIsWrittenAtOnce() {
    rows.add("a");

    assertThat(written).containsExactly(List.of("a"));
  }

  @Test
  void rowsOfABatchThatFailsAreForgotten() {
    ResultMessage<?> failed =
        batch(
            payload -> {
              rows.add(payload);
              throw new IllegalStateException("the handler's fault");
            },
            "a");
    batch(rows::add, "b");

    assertThat(failed.isExceptional()).isTrue();
    assertThat(written).containsExactly(List.of("b"));
  }

  @Test
  void afterAFaultyRowTheFaultIsThatOfTheOneWhoAddsIt() {
    ResultMessage<?> failed = batch(rows::add, "a", "faulty", "b");
    assertThat(failed.exceptionResult()).hasMessage("a faulty row");
    assertThat(written).isEmpty();

    List<String> refused = new ArrayList<>();
    batch(
        payload -> {
          try {
            rows.add(payload);
          } catch (IllegalStateException e) {
            refused.add(payload);
          }
        },
        "a",
        "faulty",
        "b");

    assertThat(refused).containsExactly("faulty");
    assertThat(written).containsExactly(List.of("a"), List.of("b"));
  }

  private static ResultMessage<?> batch(Consumer<String> handler, String... payloads) {
    List<EventMessage<?>> messages = new ArrayList<>();
    for (String payload : payloads) {
      messages.add(GenericEventMessage.asEventMessage(payload));
    }
    BatchingUnitOfWork<EventMessage<?>> batch = new BatchingUnitOfWork<>(messages);
    return batch.executeWithResult(
        () -> {
          handler.accept((String) batch.getMessage().getPayload());
          return "handled";
        },
        RollbackConfigurationType.ANY_THROWABLE);
  }
}
