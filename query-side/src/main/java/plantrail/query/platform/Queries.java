package plantrail.query.platform;

import java.util.concurrent.CompletionException;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.queryhandling.QueryExecutionException;
import org.axonframework.queryhandling.QueryGateway;
import org.axonframework.queryhandling.QueryMessage;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import plantrail.kernel.message.Refusal;

/** Asks questions and waits for the answers, on this node or another. */
@Component
public class Queries {
  private final QueryGateway gateway;

  public Queries(QueryGateway gateway) {
    this.gateway = gateway;
  }

  /**
   * Asks a question.
   *
   * @throws Refusal if it cannot be answered
   * @throws NotYet if the rows are not as far as asked
   */
  public <A> A ask(Object question, Class<A> answer) {
    try {
      return gateway.query(question, answer).join();
    } catch (CompletionException e) {
      for (Throwable cause = e; cause != null; cause = cause.getCause()) {
        if (cause instanceof QueryExecutionException failed) {
          switch (failed.getDetails().orElse(null)) {
            case Refusal.Details details -> throw details.toRefusal();
            case NotYet.Details details -> throw details.toException();
            case null, default -> {}
          }
        }
      }
      throw e;
    }
  }

  /** Lets a refusal travel as details, the only thing of an exception that arrives elsewhere. */
  @Component
  static class Refusals implements MessageHandlerInterceptor<QueryMessage<?, ?>> {
    @Override
    public @Nullable Object handle(
        UnitOfWork<? extends QueryMessage<?, ?>> unitOfWork, InterceptorChain interceptorChain)
        throws Exception {
      try {
        return interceptorChain.proceed();
      } catch (Refusal e) {
        throw new QueryExecutionException(e.getMessage(), e, e.details());
      } catch (NotYet e) {
        throw new QueryExecutionException(e.getMessage(), e, e.details());
      }
    }
  }
}
