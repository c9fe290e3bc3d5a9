package dev.homeport.platform.idempotency;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a POST or PATCH resource method that returns a {@code Response}: it runs in one transaction,
 * and with an {@code Idempotency-Key} its answer is stored in that transaction and given again to a
 * repeat. A refusal that is thrown as a problem leaves no trace, so a corrected request may use the
 * same key.
 */
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Idempotent {
  /** True where value moves: a request without a key is refused. */
  @Nonbinding
  boolean required() default false;
}
