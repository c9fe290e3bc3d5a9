package dev.homeport.platform.privacy;

/**
 * Something that a service holds about people. A bean for each; together they are what the service
 * contributes when a person asks for their data.
 *
 * @param name of the list in the archive, for example {@code orders}
 * @param sql returns one JSON text a row, oldest first; its one parameter is the person's
 *     identities as {@code text[]}
 */
public record Holding(String name, String sql) {}
