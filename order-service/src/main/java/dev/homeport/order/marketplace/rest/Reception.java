package dev.homeport.order.marketplace.rest;

import dev.homeport.order.channel.Channel;
import dev.homeport.order.channel.ChannelKind;
import dev.homeport.order.channel.Channels;
import dev.homeport.order.marketplace.Delivery;
import dev.homeport.order.marketplace.Platform;
import dev.homeport.order.marketplace.Verdict;
import dev.homeport.order.marketplace.rest.ReceivedView.Receipt;
import dev.homeport.order.marketplace.store.Deliveries;
import dev.homeport.order.order.OrderProblem;
import dev.homeport.platform.id.Ids;
import dev.homeport.platform.problem.CommonProblem;
import dev.homeport.platform.problem.Problem;
import dev.homeport.platform.tenant.CurrentTenant;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Lets bodies in: checks the signature, then keeps the body and takes its effects in one
 * transaction. Where that fails for a reason that lies in the body, it is kept all the same, in
 * quarantine; where the database is away, the platform is told to come again.
 */
@ApplicationScoped
class Reception {
  private static final Logger LOG = Logger.getLogger(Reception.class);
  private static final int LONGEST = 200;

  /** What WooCommerce sends when a webhook is saved, unsigned. */
  private static final Pattern PING = Pattern.compile("webhook_id=[0-9]{1,20}");

  private final Channels channels;
  private final Deliveries deliveries;
  private final IntakeDesk desk;
  private final IntakeMetrics metrics;
  private final CurrentTenant tenant;

  Reception(
      Channels channels,
      Deliveries deliveries,
      IntakeDesk desk,
      IntakeMetrics metrics,
      CurrentTenant tenant) {
    this.channels = channels;
    this.deliveries = deliveries;
    this.desk = desk;
    this.metrics = metrics;
    this.tenant = tenant;
  }

  ReceivedView receive(Channels.Owner owner, HttpHeaders headers, byte[] body) {
    return tenant.call(owner.tenant(), () -> receive(owner.code(), headers, body));
  }

  private ReceivedView receive(String code, HttpHeaders headers, byte[] body) {
    Channel channel =
        QuarkusTransaction.requiringNew()
            .call(() -> channels.find(code))
            .orElseThrow(() -> Problem.of(CommonProblem.NOT_FOUND));
    if (isPing(channel, headers, body)) {
      metrics.delivered(channel.kind(), "ping");
      return new ReceivedView(null, Receipt.PING);
    }
    authenticate(channel, headers, body);
    Platform platform = Platform.of(channel.kind());
    String topic = header(headers, platform.topic());
    String number = header(headers, platform.delivery());
    return keep(channel, topic == null ? null : topic.toLowerCase(Locale.ROOT), number, body);
  }

  /** Whoever sends one without having signed only learns that the address is there. */
  private static boolean isPing(Channel channel, HttpHeaders headers, byte[] body) {
    MediaType type = headers.getMediaType();
    return channel.kind() == ChannelKind.WOOCOMMERCE
        && type != null
        && type.isCompatible(MediaType.APPLICATION_FORM_URLENCODED_TYPE)
        && PING.matcher(new String(body, StandardCharsets.ISO_8859_1)).matches();
  }

  private void authenticate(Channel channel, HttpHeaders headers, byte[] body) {
    String secret = channel.secret();
    if (secret == null) {
      metrics.refused(channel.kind(), "no-secret");
      throw Problem.of(OrderProblem.SIGNATURE_WRONG);
    }
    // Real time: the clock of a sandbox says nothing about when its platform has signed.
    if (!Platform.of(channel.kind())
        .signature()
        .holds(headers::getHeaderString, body, secret, Instant.now())) {
      metrics.refused(channel.kind(), "signature");
      LOG.warnf("a signature is wrong: tenant=%s channel=%s", tenant.id(), channel.code());
      throw Problem.of(OrderProblem.SIGNATURE_WRONG);
    }
  }

  private static @Nullable String header(HttpHeaders headers, String name) {
    String value = headers.getHeaderString(name);
    if (value == null || value.isBlank()) {
      return null;
    }
    return value.length() > LONGEST ? value.substring(0, LONGEST) : value;
  }

  private ReceivedView keep(
      Channel channel, @Nullable String topic, @Nullable String number, byte[] body) {
    Optional<Kept> kept;
    try {
      kept =
          QuarkusTransaction.requiringNew()
              .call(
                  () ->
                      deliveries
                          .add(channel.code(), topic, number, body)
                          .map(
                              delivery ->
                                  new Kept(delivery, desk.settle(channel, delivery, body))));
    } catch (RuntimeException e) {
      if (Faults.passing(e)) {
        throw e;
      }
      LOG.errorf(e, "a body could not be taken: channel=%s", channel.code());
      kept = QuarkusTransaction.requiringNew().call(() -> aside(channel, topic, number, body));
    }
    metrics.delivered(
        channel.kind(), kept.map(k -> k.verdict().status().code()).orElse("duplicate"));
    return kept.map(
            k ->
                new ReceivedView(
                    Ids.show(DeliveryView.PREFIX, k.delivery().id()), Receipt.RECEIVED))
        .orElseGet(() -> new ReceivedView(null, Receipt.DUPLICATE));
  }

  private Optional<Kept> aside(
      Channel channel, @Nullable String topic, @Nullable String number, byte[] body) {
    return deliveries
        .add(channel.code(), topic, number, body)
        .map(
            delivery -> {
              deliveries.settle(delivery, Faults.VERDICT);
              return new Kept(delivery, Faults.VERDICT);
            });
  }

  private record Kept(Delivery delivery, Verdict verdict) {}
}
