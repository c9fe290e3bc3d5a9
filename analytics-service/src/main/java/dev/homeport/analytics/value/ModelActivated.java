package dev.homeport.analytics.value;

/**
 * Another model of the present tenant has come into use; told within the transaction that does so.
 *
 * @param model the one now in use
 */
public record ModelActivated(ValueModel model) {}
