package dev.homeport.order.order;

import java.time.Instant;

/**
 * How far an order had come, as a document said.
 *
 * @param at since when the document stood
 * @param version of the document among those of the same instant
 */
public record Claim(OrderStatus status, Instant at, long version) {
  static Claim of(OrderDocument document) {
    return new Claim(document.status(), document.revisedAt(), document.sourceVersion());
  }
}
