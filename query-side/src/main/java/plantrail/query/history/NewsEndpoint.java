package plantrail.query.history;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import plantrail.kernel.message.Actor;
import plantrail.query.platform.Moments;
import plantrail.query.platform.When;

/**
 * Tells live pages what changed, as server-sent events: the reader then asks again. A listener that
 * comes back goes on after the last position that it heard of; one that begins may say since which
 * position it wants to hear, so that nothing is lost between a page and its listening.
 */
@RestController
class NewsEndpoint {
  private static final Logger LOG = LoggerFactory.getLogger(NewsEndpoint.class);
  private static final Duration CONNECTION = Duration.ofMinutes(30);
  private static final Duration PAUSE = Duration.ofMillis(500);
  private static final int PAUSES_BETWEEN_HEARTBEATS = 30;

  private final HistoryTable history;
  private final Moments moments;
  private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();

  NewsEndpoint(HistoryTable history, Moments moments) {
    this.history = history;
    this.moments = moments;
  }

  @GetMapping(path = "/api/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  @ApiResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = MediaType.TEXT_EVENT_STREAM_VALUE,
              schema = @Schema(type = "string")))
  SseEmitter hearNews(
      Actor reader,
      @RequestParam(required = false) @Nullable Long since,
      @RequestHeader(name = "Last-Event-ID", required = false) @Nullable Long last) {
    Long heard = last == null ? since : last;
    Listener listener = new Listener(reader, heard == null ? history.head() : heard);
    listeners.add(listener);
    Thread.ofVirtual().name("news-of-" + reader.person()).start(listener::listen);
    return listener.emitter;
  }

  /** Open connections would keep the server from stopping. */
  @EventListener
  void stop(ContextClosedEvent closed) {
    listeners.forEach(Listener::end);
  }

  private final class Listener {
    private final SseEmitter emitter = new SseEmitter(CONNECTION.toMillis());
    private final Actor reader;
    private long heard;
    private volatile boolean open = true;

    private Listener(Actor reader, long heard) {
      this.reader = reader;
      this.heard = heard;
      emitter.onCompletion(this::gone);
      emitter.onTimeout(this::end);
      emitter.onError(error -> gone());
    }

    private void listen() {
      try {
        send(SseEmitter.event().comment("listening"));
        for (int pauses = 1; open; pauses++) {
          Thread.sleep(PAUSE);
          long head = history.head();
          if (head > heard) {
            tell(head);
          } else if (pauses % PAUSES_BETWEEN_HEARTBEATS == 0) {
            send(SseEmitter.event().comment("still here"));
          }
        }
      } catch (IOException e) {
        // The reader has left. The server ends the connection itself, and bears no second end.
        gone();
      } catch (InterruptedException | RuntimeException e) {
        // The database is away, say: the reader comes back and goes on.
        breakOff(e);
      }
    }

    private void tell(long head) throws IOException {
      List<News> news =
          moments.read(
              When.NOW, HistoryQueries.READS, moment -> history.news(reader, heard, head, moment));
      for (News each : news) {
        send(SseEmitter.event().id(Long.toString(each.position())).name("changed").data(each));
        heard = each.position();
      }
      if (news.size() < HistoryTable.NEWS_AT_ONCE) {
        heard = head;
      }
    }

    private void send(SseEmitter.SseEventBuilder event) throws IOException {
      if (open) {
        emitter.send(event);
      }
    }

    private void breakOff(Exception cause) {
      if (open) {
        LOG.warn("News of {} broken off: {}", reader.person(), cause.toString());
        end();
      }
    }

    private void gone() {
      open = false;
      listeners.remove(this);
    }

    private void end() {
      gone();
      try {
        emitter.complete();
      } catch (IllegalStateException left) {
        LOG.debug("The reader has left meanwhile", left);
      }
    }
  }
}
