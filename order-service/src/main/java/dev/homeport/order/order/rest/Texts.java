package dev.homeport.order.order.rest;

/** The limits of texts in requests. */
public final class Texts {
  /** The code of a storefront or marketplace account. */
  public static final String CHANNEL = "^[a-z0-9][a-z0-9._-]{0,63}$";

  /** Any text but the NUL character, which no database column holds. */
  public static final String PLAIN = "^[^\\x00]*$";

  public static final int CHANNEL_LENGTH = 64;
  public static final int EXTERNAL_ID = 128;
  public static final int NAME = 300;
  public static final int NOTE = 500;

  private Texts() {}
}
