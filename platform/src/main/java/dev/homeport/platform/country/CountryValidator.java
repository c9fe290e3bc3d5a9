package dev.homeport.platform.country;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import org.jspecify.annotations.Nullable;

/** Checks {@link Country}. */
public class CountryValidator implements ConstraintValidator<Country, CharSequence> {

  @Override
  public boolean isValid(@Nullable CharSequence code, ConstraintValidatorContext context) {
    return code == null || Countries.known(code.toString());
  }
}
