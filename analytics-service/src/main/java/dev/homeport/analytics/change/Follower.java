package dev.homeport.analytics.change;

import java.util.List;

/**
 * Looks at customers again after something has changed about them. A bean.
 *
 * <p>It is called for one tenant, on one replica at a time, in the transaction that takes the
 * changes away; if that fails, they come again. What it reads holds at least those changes.
 */
public interface Follower {

  /** Who follows first: lower ones before higher ones. */
  int order();

  /** Follows changes, at least one. */
  void follow(List<Change> changes);
}
