package dev.homeport.platform.job.input;

/**
 * An input that has been stored completely.
 *
 * @param chunks how many; 0 for an empty body
 * @param gzip whether the chunks are gzip data
 */
public record StoredInput(int chunks, boolean gzip) {}
