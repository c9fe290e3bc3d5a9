package dev.homeport.order.order;

/**
 * One place in a document that breaks a rule.
 *
 * @param pointer the place as a JSON Pointer, for example {@code /lines/0/quantity}
 * @param message what is wrong there, for people
 */
public record Fault(String pointer, String message) {}
