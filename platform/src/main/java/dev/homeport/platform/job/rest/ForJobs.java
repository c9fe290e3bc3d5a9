package dev.homeport.platform.job.rest;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a resource method about jobs of any kind: the administrators' scope that lets a caller in,
 * beside those with which the kinds of the service are submitted. {@link JobAccess} enforces it.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface ForJobs {
  /** The administrators' scope. */
  String value();
}
