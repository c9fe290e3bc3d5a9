/** The uploaded body of a job: kept as it was sent, read line by line in constant memory. */
@NullMarked
package dev.homeport.platform.job.input;

import org.jspecify.annotations.NullMarked;
