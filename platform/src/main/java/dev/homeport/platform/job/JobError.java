package dev.homeport.platform.job;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonRawValue;

/**
 * One error of a job, as a line of NDJSON.
 *
 * @param number counts the errors of the job from 1
 * @param line of the input; what it means without an input is for the kind to say
 * @param problem a problem as JSON
 */
public record JobError(@JsonIgnore long number, long line, @JsonRawValue String problem) {}
