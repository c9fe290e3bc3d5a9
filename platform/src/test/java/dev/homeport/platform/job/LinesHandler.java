package dev.homeport.platform.job;

import dev.homeport.platform.problem.CommonProblem;
import dev.homeport.platform.problem.Problem;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Adds a row to the inbox for each line, ten lines a step, each row under a new id: a line that is
 * done twice is there twice. What a line says decides what becomes of it.
 */
@ApplicationScoped
@SubmittedWith("orders:write")
class LinesHandler implements JobHandler {
  static final String KIND = "test-lines";

  private final AgroalDataSource database;
  private final Map<UUID, Visit> before = new ConcurrentHashMap<>();
  private final Map<UUID, AtomicInteger> outages = new ConcurrentHashMap<>();

  LinesHandler(AgroalDataSource database) {
    this.database = database;
  }

  @Override
  public String kind() {
    return KIND;
  }

  /** Calls back before each line of a tenant's jobs, with its number. */
  void before(UUID tenant, Visit callback) {
    before.put(tenant, callback);
  }

  /** Lets the database fail that many times at lines that say {@code outage}. */
  void outages(UUID tenant, int times) {
    outages.put(tenant, new AtomicInteger(times));
  }

  @Override
  public void run(JobRun run) {
    run.eachBatch(
        10,
        (step, lines) -> {
          var done = new ArrayList<Long>();
          for (var line : lines) {
            before.getOrDefault(run.tenant(), _ -> {}).accept(line.number());
            switch (line.text()) {
              case "nul" ->
                  step.failed(line.number(), Problem.of(CommonProblem.CONFLICT, "It is \0."));
              case "bad" -> step.failed(line.number(), Problem.of(CommonProblem.CONFLICT, "Bad."));
              case "refuse" -> throw Problem.of(CommonProblem.CONFLICT, "Refused.");
              case "break" -> throw new IllegalStateException("secret detail");
              case "outage" -> fail(run.tenant());
              default -> done.add(line.number());
            }
          }
          insert(run.tenant(), done);
          step.succeeded(done.size());
        });
    run.result(Map.of("says", "done"));
  }

  /** What a test does in the middle of a step. */
  interface Visit {
    void accept(long line) throws InterruptedException;
  }

  private void fail(UUID tenant) throws SQLException {
    if (outages.getOrDefault(tenant, new AtomicInteger()).getAndDecrement() > 0) {
      throw new SQLTransientConnectionException("gone", "08006");
    }
  }

  private void insert(UUID tenant, List<Long> lines) throws SQLException {
    try (var connection = database.getConnection();
        var statement =
            connection.prepareStatement(
                """
                insert into inbox
                select ?, 'line-' || line, gen_random_uuid() from unnest(?::bigint[]) line""")) {
      statement.setObject(1, tenant);
      statement.setArray(2, connection.createArrayOf("bigint", lines.toArray()));
      statement.executeUpdate();
    }
  }
}
