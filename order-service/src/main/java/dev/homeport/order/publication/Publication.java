package dev.homeport.order.publication;

import java.util.List;

/** Tells others, if and only if the present transaction commits. */
@FunctionalInterface
public interface Publication {
  void publish(List<Announcement> announcements);
}
