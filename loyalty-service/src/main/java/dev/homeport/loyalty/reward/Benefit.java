package dev.homeport.loyalty.reward;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.math.BigDecimal;

/** What a reward gives. Whoever takes the voucher gives it; nothing here works out a price. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Benefit.AmountOff.class, name = "amount-off"),
  @JsonSubTypes.Type(value = Benefit.PercentOff.class, name = "percent-off"),
  @JsonSubTypes.Type(value = Benefit.FreeShipping.class, name = "free-shipping"),
  @JsonSubTypes.Type(value = Benefit.Product.class, name = "product"),
  @JsonSubTypes.Type(value = Benefit.Gift.class, name = "gift")
})
public sealed interface Benefit {

  /**
   * So much money less.
   *
   * @param currency a code of ISO 4217
   */
  record AmountOff(String currency, BigDecimal amount) implements Benefit {}

  /** So many hundredths less. */
  record PercentOff(BigDecimal percent) implements Benefit {}

  /** No costs of shipping. */
  record FreeShipping() implements Benefit {}

  /** A product for nothing. */
  record Product(String sku) implements Benefit {}

  /** A partner's gift, a donation: whatever the text says. */
  record Gift(String text) implements Benefit {}
}
