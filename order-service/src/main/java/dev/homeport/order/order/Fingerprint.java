package dev.homeport.order.order;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * SHA-256 over the content of a document, field by field: documents hold numbers in their one
 * canonical form, so zeros at their end make no difference; an absent field differs from an empty
 * one.
 */
public final class Fingerprint {
  private final MessageDigest digest;

  private Fingerprint() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * The content of an order document. Not part of it: since when it stands.
   *
   * @param buyer the fingerprint of the personal data beside it
   */
  public static String of(OrderDocument document, String buyer) {
    var print = new Fingerprint();
    print.text(document.key().channel()).text(document.key().externalId());
    print.text(document.identityId().toString()).text(document.country()).text(buyer);
    print.instant(document.placedAt()).text(document.currency().getCurrencyCode());
    print.decimal(document.statedTotal()).text(document.status().code());
    print.number(document.lines().size());
    document.lines().forEach(print::line);
    print.attribution(document.attribution());
    document.attributes().forEach((name, value) -> print.text(name).text(value));
    return print.seal();
  }

  /** The personal data of a buyer; keyed by the caller before it is stored. */
  public static String of(Buyer buyer) {
    var print = new Fingerprint();
    print.text(buyer.externalId()).text(buyer.email()).text(buyer.phone()).text(buyer.name());
    Address address = buyer.address();
    print.number(address == null ? 0 : 1);
    if (address != null) {
      print.text(address.name()).text(address.line1()).text(address.line2()).text(address.city());
      print.text(address.region()).text(address.postcode()).text(address.country());
    }
    return print.seal();
  }

  private String seal() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(digest.digest());
  }

  private void line(Line line) {
    number(line.lineNo()).text(line.sku()).text(line.name()).text(line.category());
    decimal(line.quantity()).decimal(line.unitPrice()).decimal(line.discount());
    decimal(line.tax()).text(line.kind().name());
  }

  private void attribution(@Nullable Attribution from) {
    number(from == null ? 0 : 1);
    if (from != null) {
      text(from.source()).text(from.medium()).text(from.campaign()).text(from.partnerId());
      text(from.coupon()).text(from.referralCode());
      text(from.costClass() == null ? null : from.costClass().name());
    }
  }

  private Fingerprint text(@Nullable String value) {
    if (value == null) {
      return number(-1);
    }
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    number(bytes.length);
    digest.update(bytes);
    return this;
  }

  private Fingerprint decimal(@Nullable BigDecimal value) {
    return text(value == null ? null : value.toPlainString());
  }

  private Fingerprint instant(Instant value) {
    digest.update(
        ByteBuffer.allocate(12).putLong(value.getEpochSecond()).putInt(value.getNano()).flip());
    return this;
  }

  private Fingerprint number(int value) {
    digest.update(ByteBuffer.allocate(4).putInt(value).flip());
    return this;
  }
}
