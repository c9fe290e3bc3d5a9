/**
 * Files of documents that become a job: read from NDJSON or CSV, written in groups, each line that
 * is refused reported by its number.
 */
@NullMarked
package dev.homeport.platform.job.document;

import org.jspecify.annotations.NullMarked;
