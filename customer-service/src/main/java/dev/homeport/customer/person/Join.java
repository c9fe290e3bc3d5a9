package dev.homeport.customer.person;

import java.util.UUID;

/**
 * A merge that is not reversed, as profiles see it.
 *
 * @param number rises with every merge of the tenant; whatever was merged into the absorbed
 *     customer has a lower one, for nothing is merged into a customer that is merged itself
 */
public record Join(UUID id, long number, UUID absorbed, UUID survivor, Takeover how) {}
