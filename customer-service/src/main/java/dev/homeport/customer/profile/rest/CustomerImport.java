package dev.homeport.customer.profile.rest;

import dev.homeport.customer.CustomerProblem;
import dev.homeport.customer.attribute.Attribute;
import dev.homeport.customer.attribute.Attributes;
import dev.homeport.customer.identity.Buyer;
import dev.homeport.customer.identity.Identity;
import dev.homeport.customer.person.Field;
import dev.homeport.customer.profile.StatedProfile;
import dev.homeport.customer.profile.Statements;
import dev.homeport.customer.profile.Statements.Outcome;
import dev.homeport.customer.profile.Statements.Statement;
import dev.homeport.platform.id.Ids;
import dev.homeport.platform.id.KeyedIds;
import dev.homeport.platform.job.JobHandler;
import dev.homeport.platform.job.JobRun;
import dev.homeport.platform.job.JobView;
import dev.homeport.platform.job.SubmittedWith;
import dev.homeport.platform.job.document.DocumentImport;
import dev.homeport.platform.job.document.DocumentReading;
import dev.homeport.platform.job.document.Item;
import dev.homeport.platform.job.document.Tally;
import dev.homeport.platform.problem.CommonProblem;
import dev.homeport.platform.problem.JsonDocuments;
import dev.homeport.platform.problem.Problem;
import dev.homeport.platform.tenant.CurrentTenant;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The job that takes a file of customers in. */
@ApplicationScoped
@SubmittedWith("customers:write")
class CustomerImport implements JobHandler {
  static final String KIND = "customer-import";

  private final JsonDocuments json;
  private final Attributes attributes;
  private final Statements statements;
  private final KeyedIds keyedIds;
  private final CurrentTenant tenant;
  private final ImportConfig config;
  private final Clock clock;

  CustomerImport(
      JsonDocuments json,
      Attributes attributes,
      Statements statements,
      KeyedIds keyedIds,
      CurrentTenant tenant,
      ImportConfig config,
      Clock clock) {
    this.json = json;
    this.attributes = attributes;
    this.statements = statements;
    this.keyedIds = keyedIds;
    this.tenant = tenant;
    this.config = config;
    this.clock = clock;
  }

  /** A line whose values are valid. */
  private record Read(
      @Nullable String channel,
      @Nullable String externalId,
      StatedProfile said,
      Set<Field> fields) {}

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void run(JobRun run) {
    Map<String, Attribute> declared = QuarkusTransaction.requiringNew().call(attributes::declared);
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    new DocumentImport<Read, Outcome>(
            config.batch(),
            DocumentReading.of(
                CustomerColumns.of(declared),
                json,
                CustomerLine.class,
                line -> read(line, declared, today)),
            sound -> take(run, sound),
            CustomerImport::count,
            CustomerImport::refusal)
        .run(run, tenant);
  }

  private Read read(CustomerLine sent, Map<String, Attribute> declared, LocalDate today) {
    CustomerLine line = json.valid(sent).named();
    return new Read(
        line.channel(),
        line.externalId(),
        StatedDocument.read(line.document(), declared, today),
        line.fields());
  }

  private List<Outcome> take(JobRun run, List<Item.Sound<Read>> sound) {
    Instant now = clock.instant();
    return statements.take(sound.stream().map(item -> statement(run, item, now)).toList());
  }

  private Statement statement(JobRun run, Item.Sound<Read> item, Instant now) {
    Read read = item.document();
    String channel = read.channel();
    String externalId = read.externalId();
    return channel == null || externalId == null
        ? statement(Identity.HOME_CHANNEL, nameOf(run, item.line()), now, read)
        : statement(channel, externalId, now, read);
  }

  /** A line that names nobody makes the same customer however often this job comes to it. */
  private static String nameOf(JobRun run, long line) {
    return Ids.show(JobView.PREFIX, run.id()) + "-" + line;
  }

  private Statement statement(String channel, String externalId, Instant now, Read read) {
    var identity = keyedIds.identity(tenant.id(), channel, externalId);
    return new Statement(new Buyer(identity, channel, externalId, now), read.said(), read.fields());
  }

  private static Tally count(Outcome outcome) {
    return switch (outcome) {
      case MADE -> new Tally(1, 0, 0, 0, 0);
      case CHANGED -> new Tally(0, 1, 0, 0, 0);
      case UNCHANGED -> new Tally(0, 0, 1, 0, 0);
      case ERASED, TOO_MANY_ATTRIBUTES -> new Tally(0, 0, 0, 0, 1);
    };
  }

  private static Optional<Problem> refusal(Outcome outcome) {
    return switch (outcome) {
      case MADE, CHANGED, UNCHANGED -> Optional.empty();
      case ERASED ->
          Optional.of(
              Problem.of(CustomerProblem.CUSTOMER_ERASED)
                  .at(
                      "/externalId",
                      CustomerProblem.CUSTOMER_ERASED,
                      "is that of somebody who was erased"));
      case TOO_MANY_ATTRIBUTES ->
          Optional.of(
              Problem.of(CommonProblem.VALIDATION_FAILED)
                  .at(
                      "/attributes",
                      "would be more than "
                          + StatedProfile.MAX_ATTRIBUTES
                          + " with those that are there"));
    };
  }
}
