package dev.homeport.local.demo;

import java.time.Instant;
import java.util.List;

/**
 * A person who buys.
 *
 * @param since the first purchase
 * @param identities as whom the channels know them; the first is where they feel at home
 */
record Shopper(int number, Market market, Instant since, Habit habit, List<Identity> identities) {}
