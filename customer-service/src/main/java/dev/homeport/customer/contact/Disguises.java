package dev.homeport.customer.contact;

import java.util.Collection;
import java.util.List;

/**
 * Tells what a marketplace shows in place of a value from the value itself: stars in the text, or
 * an e-mail address of the marketplace's own relay.
 */
public final class Disguises {
  private final List<String> relays;

  /**
   * @param relays domains, with all that lie under them; {@code marketplace.amazon.*} stands for
   *     every country of it
   */
  public Disguises(Collection<String> relays) {
    this.relays = List.copyOf(relays);
  }

  /** Whether the text hides characters. */
  public static boolean masked(String text) {
    return text.indexOf('*') >= 0;
  }

  /**
   * Whether mail to the address goes to a marketplace, which knows the person, not to the person.
   */
  public boolean relayed(EmailAddress address) {
    return relays.stream().anyMatch(relay -> covers(relay, '.' + address.domain()));
  }

  private static boolean covers(String relay, String domain) {
    return relay.endsWith(".*")
        ? domain.contains('.' + relay.substring(0, relay.length() - 1))
        : domain.endsWith('.' + relay);
  }
}
