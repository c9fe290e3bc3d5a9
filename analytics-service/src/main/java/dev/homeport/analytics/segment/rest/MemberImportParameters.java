package dev.homeport.analytics.segment.rest;

import dev.homeport.platform.job.document.ImportParameters;
import org.jspecify.annotations.Nullable;

/**
 * What an import of members was submitted with; also read as {@link ImportParameters}.
 *
 * @param segment the key
 */
record MemberImportParameters(
    String segment,
    boolean backfill,
    ImportParameters.@Nullable Format format,
    @Nullable String by) {

  static MemberImportParameters of(String segment, ImportParameters parameters) {
    return new MemberImportParameters(
        segment, parameters.backfill(), parameters.format(), parameters.by());
  }
}
