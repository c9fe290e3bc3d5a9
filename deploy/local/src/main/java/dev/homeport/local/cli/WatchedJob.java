package dev.homeport.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.homeport.local.LocalException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** A job, watched to its end. */
record WatchedJob(JsonNode state, List<String> refusals) {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> UNFINISHED = Set.of("queued", "running");
  private static final long PAUSE_NANOS = 250_000_000;
  private static final int REFUSALS_SHOWN = 5;

  /**
   * Begins and follows a job.
   *
   * @param accepted the answer to the upload
   * @param progress sees the job whenever it was looked at
   */
  static WatchedJob follow(Api api, Api.Answer accepted, Consumer<JsonNode> progress) {
    accepted.required("The job");
    var location =
        accepted.location().orElseThrow(() -> new LocalException("There is no job to follow."));
    return follow(api, location, progress);
  }

  /** Follows a job that is known by its path. */
  static WatchedJob follow(Api api, String location, Consumer<JsonNode> progress) {
    while (true) {
      var job = api.get(location).required("The job");
      progress.accept(job);
      if (!UNFINISHED.contains(job.path("status").asText())) {
        return new WatchedJob(job, refusals(api, job));
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }

  /** What the job counted under a name, such as {@code new} or {@code unchanged}. */
  long count(String name) {
    return state.path("result").path(name).asLong();
  }

  long failed() {
    return state.path("failed").asLong();
  }

  /** The job for itself, when it ended otherwise than it should. */
  void requireSuccess() {
    var status = state.path("status").asText();
    if (!status.equals("succeeded")) {
      throw new LocalException(
          "The job has %s: %s; the logs are in deploy/local/.data/logs."
              .formatted(status, state.path("failure").path("detail").asText("no reason given")));
    }
  }

  private static List<String> refusals(Api api, JsonNode job) {
    if (job.path("failed").asLong() == 0) {
      return List.of();
    }
    try (var lines = api.lines(job.path("errors").path("href").asText())) {
      var shown = new ArrayList<>(lines.limit(REFUSALS_SHOWN).map(WatchedJob::refusal).toList());
      long more = job.path("failed").asLong() - shown.size();
      if (more > 0) {
        shown.add("and " + Figures.count(more) + " more");
      }
      return List.copyOf(shown);
    }
  }

  static String refusal(String line) {
    try {
      var error = JSON.readTree(line);
      var problem = error.path("problem");
      var text = new StringBuilder("line " + error.path("line").asText() + ": ");
      text.append(problem.path("detail").asText(problem.path("title").asText()));
      for (var place : problem.path("errors")) {
        text.append(' ').append(place.path("pointer").asText());
        text.append(' ').append(place.path("detail").asText()).append('.');
      }
      return text.toString();
    } catch (IOException _) {
      return line;
    }
  }
}
