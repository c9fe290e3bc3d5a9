package dev.homeport.analytics.rfm;

import java.util.List;
import java.util.Optional;

/** How the present tenant scores. */
public interface Schemes {

  /** One of them; empty when there is no such scoring. */
  Optional<Scheme> find(String scoring);

  /** All of them, by the key of the scoring. */
  List<Scheme> all();
}
