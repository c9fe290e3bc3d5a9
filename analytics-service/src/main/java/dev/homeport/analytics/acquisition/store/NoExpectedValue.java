package dev.homeport.analytics.acquisition.store;

import dev.homeport.analytics.acquisition.ExpectedValue;
import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;

/** As long as there is no model. */
@DefaultBean
@ApplicationScoped
class NoExpectedValue implements ExpectedValue {

  @Override
  public boolean known() {
    return false;
  }

  @Override
  public Optional<BigDecimal> of(Collection<UUID> customers) {
    return Optional.empty();
  }
}
