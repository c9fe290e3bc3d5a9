package dev.homeport.local;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

/**
 * The databases of the suite and their roles, as an administrator would make them. Each service has
 * one database and three roles: {@code <role>_owner} owns the schema and migrates it, {@code
 * <role>} is what the service works as, and {@code <role>_worker} drains work across tenants. None
 * of them is a superuser and none may bypass row-level security. What the last two may do is for
 * the service's migrations to grant.
 */
public final class Databases {

  /** The gateway's. */
  public static final Database GATEWAY = new Database("gateway", "gateway");

  /** customer-service's, the only one that searches names, hence the extensions. */
  public static final Database CUSTOMER =
      new Database("customer", "customer_service", List.of("pg_trgm", "unaccent"));

  /** order-service's. */
  public static final Database ORDERS = new Database("orders", "order_service");

  /** analytics-service's. */
  public static final Database ANALYTICS = new Database("analytics", "analytics_service");

  /** loyalty-service's. */
  public static final Database LOYALTY = new Database("loyalty", "loyalty_service");

  /** All five. */
  public static final List<Database> ALL = List.of(GATEWAY, CUSTOMER, ORDERS, ANALYTICS, LOYALTY);

  private Databases() {}

  /**
   * One service's database.
   *
   * @param name of the database
   * @param role the service's own role; the other two are named after it
   * @param extensions that only a superuser may create
   */
  public record Database(String name, String role, List<String> extensions) {

    /** Copies the list. */
    public Database {
      extensions = List.copyOf(extensions);
    }

    /** A database without extensions. */
    public Database(String name, String role) {
      this(name, role, List.of());
    }

    /** Owns the database and its schema; migrations run as this role. */
    public String owner() {
      return role + "_owner";
    }

    /** Drains outbox, jobs and deliveries across tenants. */
    public String worker() {
      return role + "_worker";
    }
  }

  /** The password that a role has on a developer's machine, and nowhere else. */
  public static String localPassword(String role) {
    return "local-only-" + role;
  }

  /**
   * Creates what is missing of these databases and roles; harmless when all exist.
   *
   * @param superuserJdbcUrl address of the database {@code postgres}, user included
   */
  public static void create(String superuserJdbcUrl, Database... databases) {
    create(superuserJdbcUrl, List.of(databases));
  }

  /** As {@link #create(String, Database...)}. */
  public static void create(String superuserJdbcUrl, List<Database> databases) {
    try (var server = DriverManager.getConnection(superuserJdbcUrl)) {
      for (var database : databases) {
        for (var role : List.of(database.owner(), database.role(), database.worker())) {
          createRole(server, role);
        }
        createDatabase(server, database);
        var url = superuserJdbcUrl.replaceFirst("/postgres(?=\\?|$)", "/" + database.name());
        try (var inside = DriverManager.getConnection(url)) {
          prepare(inside, database);
        }
      }
    } catch (SQLException e) {
      throw new LocalException("The databases cannot be created: " + e.getMessage(), e);
    }
  }

  private static void createRole(Connection server, String role) throws SQLException {
    if (!exists(server, "select 1 from pg_roles where rolname = ?", role)) {
      execute(
          server,
          "create role %s login nosuperuser nocreatedb nocreaterole nobypassrls password '%s'"
              .formatted(role, localPassword(role)));
    }
  }

  private static void createDatabase(Connection server, Database database) throws SQLException {
    if (!exists(server, "select 1 from pg_database where datname = ?", database.name())) {
      execute(server, "create database %s owner %s".formatted(database.name(), database.owner()));
    }
    execute(server, "revoke all on database %s from public".formatted(database.name()));
    execute(
        server,
        "grant connect on database %s to %s, %s"
            .formatted(database.name(), database.role(), database.worker()));
  }

  private static void prepare(Connection inside, Database database) throws SQLException {
    execute(inside, "revoke create on schema public from public");
    execute(inside, "alter schema public owner to " + database.owner());
    execute(
        inside,
        "grant usage on schema public to %s, %s".formatted(database.role(), database.worker()));
    for (var extension : database.extensions()) {
      execute(inside, "create extension if not exists " + extension);
    }
  }

  private static boolean exists(Connection server, String query, String name) throws SQLException {
    try (var statement = server.prepareStatement(query)) {
      statement.setString(1, name);
      return statement.executeQuery().next();
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
