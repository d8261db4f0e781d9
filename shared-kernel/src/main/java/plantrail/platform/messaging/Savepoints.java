package plantrail.platform.messaging;

import java.lang.reflect.Method;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.annotation.HandlerEnhancerDefinition;
import org.axonframework.messaging.annotation.MessageHandlingMember;
import org.axonframework.messaging.annotation.WrappedMessageHandlingMember;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.DefaultTransactionDefinition;

/**
 * Keeps one faulty event from spoiling its batch. PostgreSQL aborts a transaction at the first
 * error, so a dead letter could not be stored in it. After an error, therefore, a handler's next
 * events are handled each behind a savepoint: the batch is tried again, the faulty event falls back
 * to its savepoint, is tried a few times more and then becomes a dead letter, the rest goes on.
 */
public final class Savepoints implements HandlerEnhancerDefinition {
  private static final int CAREFUL_EVENTS = 1_000;

  /**
   * Whoever only lost a race, as an automation that gives a command may, wins it sooner or later.
   */
  private static final int MOST_TRIES = 5;

  private final ObjectProvider<PlatformTransactionManager> transactions;

  public Savepoints(ObjectProvider<PlatformTransactionManager> transactions) {
    this.transactions = transactions;
  }

  @Override
  public <T> MessageHandlingMember<T> wrapHandler(MessageHandlingMember<T> original) {
    return original
        .unwrap(Method.class)
        .filter(method -> method.isAnnotationPresent(EventHandler.class))
        .<MessageHandlingMember<T>>map(method -> new Careful<>(original))
        .orElse(original);
  }

  private final class Careful<T> extends WrappedMessageHandlingMember<T> {
    private final AtomicInteger careful = new AtomicInteger();

    private Careful(MessageHandlingMember<T> handler) {
      super(handler);
    }

    @Override
    public @Nullable Object handle(Message<?> message, @Nullable T target) throws Exception {
      if (careful.get() <= 0) {
        try {
          return super.handle(message, target);
        } catch (Exception e) {
          careful.set(CAREFUL_EVENTS);
          throw e;
        }
      }
      careful.decrementAndGet();
      PendingRows.writeAll();
      for (int tries = 1; ; tries++) {
        TransactionStatus savepoint =
            transactions
                .getObject()
                .getTransaction(
                    new DefaultTransactionDefinition(TransactionDefinition.PROPAGATION_NESTED));
        try {
          Object result = super.handle(message, target);
          PendingRows.writeAll();
          transactions.getObject().commit(savepoint);
          return result;
        } catch (Exception e) {
          transactions.getObject().rollback(savepoint);
          PendingRows.forgetAll();
          careful.set(CAREFUL_EVENTS);
          if (tries == MOST_TRIES) {
            throw e;
          }
        }
      }
    }
  }
}
