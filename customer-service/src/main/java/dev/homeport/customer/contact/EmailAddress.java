package dev.homeport.customer.contact;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An e-mail address in lower case, its domain in ASCII (RFC 5890). Quoted local parts and address
 * literals are not accepted: no shop sends mail to them.
 */
public record EmailAddress(String value) implements ContactValue {

  /** The longest address that SMTP can carry (RFC 5321, 4.5.3.1.3). */
  public static final int MAX_LENGTH = 254;

  private static final int MAX_LOCAL = 64;
  private static final String ATOM = "[\\p{L}\\p{N}!#$%&'+/=?^_`{|}~-]+";
  private static final Pattern LOCAL = Pattern.compile(ATOM + "(\\." + ATOM + ")*");
  private static final Pattern DOMAIN =
      Pattern.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+([a-z]{2,63}|xn--[a-z0-9-]{2,59})");

  public EmailAddress {
    if (value.indexOf('@') < 1) {
      throw new IllegalArgumentException("not an e-mail address");
    }
  }

  /** The address that a text means; empty when it cannot be one. */
  public static Optional<EmailAddress> parse(String text) {
    String address = text.strip();
    int at = address.lastIndexOf('@');
    if (at < 1 || at > MAX_LOCAL || address.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    String local = address.substring(0, at);
    String domain = ascii(address.substring(at + 1));
    if (!LOCAL.matcher(local).matches() || !DOMAIN.matcher(domain).matches()) {
      return Optional.empty();
    }
    String value = local.toLowerCase(Locale.ROOT) + '@' + domain;
    return value.length() > MAX_LENGTH ? Optional.empty() : Optional.of(new EmailAddress(value));
  }

  private static String ascii(String domain) {
    try {
      return IDN.toASCII(domain).toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException _) {
      return "";
    }
  }

  public String domain() {
    return value.substring(value.lastIndexOf('@') + 1);
  }

  @Override
  public Kind kind() {
    return Kind.EMAIL;
  }

  @Override
  public String key() {
    return value;
  }
}
