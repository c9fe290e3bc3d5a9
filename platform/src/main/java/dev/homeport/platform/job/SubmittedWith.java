package dev.homeport.platform.job;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a {@link JobHandler}: the scope whose bearer may see and cancel jobs of this kind, beside
 * {@code admin:read} and {@code admin:write}: the one that submits them, for example {@code
 * orders:write}. An annotation, so that the description of the service can name it.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface SubmittedWith {
  /** The scope. */
  String value();
}
