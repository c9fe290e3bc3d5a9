package dev.homeport.analytics.advice;

import dev.homeport.analytics.segment.Expression;

/**
 * A thing to do about customers of a kind.
 *
 * @param advice a sentence or two for people
 * @param when about whom, in the language of segments
 * @param contact whether it needs the customer's consent to be written to
 */
record Play(String key, String name, String advice, Expression when, boolean contact) {}
