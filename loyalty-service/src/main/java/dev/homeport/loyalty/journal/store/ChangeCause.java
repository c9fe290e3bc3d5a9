package dev.homeport.loyalty.journal.store;

import java.util.Locale;

/** Why members are to be looked at again; of several causes the first one here is told. */
public enum ChangeCause {
  /** What a member bought, sent back or did. */
  FACT,
  /** Identities came to the member, or left it. */
  MERGE,
  /** Rules became others. */
  PROGRAMME,
  /** The same as {@link #FACT}, of some time ago: an import of history. */
  OLD_FACT,
  /** A period has ended. */
  TIME,
  /** Points were spent, given back, opened or lost: that moves no tier. */
  BALANCE;

  /** As it is stored. */
  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The one of a text. */
  public static ChangeCause of(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
