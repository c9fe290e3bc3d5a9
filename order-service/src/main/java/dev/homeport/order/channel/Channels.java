package dev.homeport.order.channel;

import dev.homeport.platform.database.Database;
import dev.homeport.platform.database.Parameters;
import dev.homeport.platform.secret.Seal;
import dev.homeport.platform.secret.TenantKeys;
import dev.homeport.platform.tenant.CurrentTenant;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Currency;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The channels of the present tenant. Every call lies in a transaction, but {@link #owner}. */
@ApplicationScoped
public class Channels {
  private static final String PURPOSE = "homeport channel secret";

  private final Database database;
  private final Database worker;
  private final CurrentTenant tenant;
  private final TenantKeys keys;
  private final Markets markets;
  private final Clock clock;

  Channels(
      Database database,
      @DataSource("worker") AgroalDataSource worker,
      CurrentTenant tenant,
      TenantKeys keys,
      Markets markets,
      Clock clock) {
    this.database = database;
    this.worker = new Database(worker, tenant);
    this.tenant = tenant;
    this.keys = keys;
    this.markets = markets;
    this.clock = clock;
  }

  /** Whose channel an intake id belongs to. */
  public record Owner(UUID tenant, String code) {}

  /** What callers say of a channel. */
  public record Stated(
      ChannelKind kind,
      @Nullable String market,
      @Nullable Currency currency,
      ZoneId zone,
      @Nullable String secret) {}

  /** Finds out whose an intake id is, under any tenant or none. */
  public Optional<Owner> owner(String intakeId) {
    return IntakeIds.plausible(intakeId)
        ? worker.find(
            "select tenant_id, code from channel where intake_id = ?",
            to -> to.text(intakeId),
            row -> new Owner(row.getObject("tenant_id", UUID.class), row.getString("code")))
        : Optional.empty();
  }

  /** A channel with its secret. */
  public Optional<Channel> find(String code) {
    return one(code, "");
  }

  /** A channel that nobody else changes until the end of the transaction. */
  public Optional<Channel> lock(String code) {
    return one(code, " for update");
  }

  private Optional<Channel> one(String code, String tail) {
    return database.find(
        "select * from channel where tenant_id = ? and code = ?" + tail,
        to -> to.tenant().text(code),
        this::read);
  }

  /** By code, after one. */
  public List<Channel> list(String after, int limit) {
    return database.list(
        "select * from channel where tenant_id = ? and code > ? order by code limit ?",
        to -> to.tenant().text(after).number(limit),
        this::read);
  }

  /** Declares a channel; empty when there is one of this code. */
  public Optional<Channel> add(String code, Stated stated) {
    Instant now = clock.instant();
    var channel =
        new Channel(
            code,
            stated.kind(),
            stated.market(),
            stated.currency(),
            stated.zone(),
            IntakeIds.next(),
            stated.secret(),
            1,
            now,
            now);
    markets.changes();
    return database.update(INSERT, to -> write(to.tenant().text(code), channel).instant(now)) == 1
        ? Optional.of(channel)
        : Optional.empty();
  }

  /** Changes a channel that is locked. */
  public Channel change(Channel from, Stated stated) {
    var channel =
        new Channel(
            from.code(),
            stated.kind(),
            stated.market(),
            stated.currency(),
            stated.zone(),
            from.intakeId(),
            stated.secret(),
            from.version() + 1,
            from.createdAt(),
            clock.instant());
    markets.changes();
    database.update(UPDATE, to -> write(to, channel).tenant().text(channel.code()));
    return channel;
  }

  /** Forgets a channel; its orders stay. */
  public void remove(String code) {
    markets.changes();
    database.update(
        "delete from channel where tenant_id = ? and code = ?", to -> to.tenant().text(code));
  }

  private Parameters write(Parameters to, Channel channel) throws SQLException {
    return to.text(channel.kind().code())
        .text(channel.market())
        .text(channel.currency() == null ? null : channel.currency().getCurrencyCode())
        .text(channel.zone().getId())
        .text(channel.intakeId())
        .text(hex(channel))
        .number(channel.version())
        .instant(channel.changedAt());
  }

  private @Nullable String hex(Channel channel) {
    String secret = channel.secret();
    return secret == null
        ? null
        : HexFormat.of()
            .formatHex(
                Seal.close(
                    keys.of(tenant.id(), PURPOSE),
                    secret.getBytes(StandardCharsets.UTF_8),
                    channel.code()));
  }

  private Channel read(ResultSet row) throws SQLException {
    String code = row.getString("code");
    String currency = row.getString("default_currency");
    byte[] closed = row.getBytes("secret");
    return new Channel(
        code,
        ChannelKind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
        row.getString("market"),
        currency == null ? null : Currency.getInstance(currency),
        ZoneId.of(row.getString("time_zone")),
        row.getString("intake_id"),
        closed == null
            ? null
            : new String(
                Seal.open(keys.of(tenant.id(), PURPOSE), closed, code), StandardCharsets.UTF_8),
        row.getInt("version"),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        row.getObject("changed_at", OffsetDateTime.class).toInstant());
  }

  private static final String INSERT =
      """
      insert into channel (tenant_id, code, kind, market, default_currency, time_zone, intake_id,
        secret, version, changed_at, created_at)
      values (?, ?, ?, ?, ?, ?, ?, decode(?, 'hex'), ?, ?, ?)
      on conflict (tenant_id, code) do nothing""";

  private static final String UPDATE =
      """
      update channel set (kind, market, default_currency, time_zone, intake_id, secret, version,
        changed_at) = (?, ?, ?, ?, ?, decode(?, 'hex'), ?, ?)
      where tenant_id = ? and code = ?""";
}
