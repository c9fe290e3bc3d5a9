package dev.homeport.order.marketplace;

import dev.homeport.order.order.Line;
import dev.homeport.order.order.LineKind;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/** Lines as platforms tell of them. */
public final class Lines {
  /** Numbers below this are for what has no number at its platform: shipping, fees. */
  private static final int FIRST = 1_000;

  /** A prime, so that numbers which a platform gives out one after the other never meet. */
  private static final int NUMBERS = 998_989;

  private static final int PRICE_DECIMALS = 6;

  private Lines() {}

  /** The number of a line, made of the platform's own, so that a refund finds it. */
  public static int number(String platformId) {
    BigInteger id;
    if (platformId.matches("[0-9]{1,40}")) {
      id = new BigInteger(platformId);
    } else {
      var crc = new CRC32();
      crc.update(platformId.getBytes(StandardCharsets.UTF_8));
      id = BigInteger.valueOf(crc.getValue());
    }
    return FIRST + id.mod(BigInteger.valueOf(NUMBERS)).intValue();
  }

  /**
   * A line of which the platform tells the sum and not the price. The price is rounded up to six
   * decimals and the excess taken off as discount, so that the sum stays exact.
   *
   * @param sum of all pieces, before discount and tax
   */
  public static Line ofSum(
      int lineNo,
      String sku,
      @Nullable String name,
      BigDecimal quantity,
      BigDecimal sum,
      BigDecimal discount,
      BigDecimal tax,
      LineKind kind) {
    BigDecimal price = sum.divide(quantity, PRICE_DECIMALS, RoundingMode.CEILING);
    BigDecimal excess = quantity.multiply(price).subtract(sum);
    return new Line(lineNo, sku, name, null, quantity, price, discount.add(excess), tax, kind);
  }

  /** One piece of something that is no product. */
  public static Line other(
      int lineNo,
      String sku,
      @Nullable String name,
      BigDecimal price,
      BigDecimal discount,
      BigDecimal tax,
      LineKind kind) {
    return new Line(lineNo, sku, name, null, BigDecimal.ONE, price, discount, tax, kind);
  }
}
