package dev.homeport.platform.idempotency;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says of a resource method which uses {@link KeyedRequests} itself, instead of being {@link
 * Idempotent}, that it understands an {@code Idempotency-Key}; for the description of the service.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Keyed {
  /** Whether a request without a key is refused. */
  boolean required() default false;
}
