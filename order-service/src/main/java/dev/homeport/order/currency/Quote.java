package dev.homeport.order.currency;

import java.time.LocalDate;
import java.util.Currency;

/** The rate of a currency on a day, as somebody needs it. */
public record Quote(LocalDate day, Currency currency) {}
