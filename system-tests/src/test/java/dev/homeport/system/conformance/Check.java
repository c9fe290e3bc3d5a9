package dev.homeport.system.conformance;

import java.util.List;

/** One rule of the conventions, to be held by every operation that it is about. */
sealed interface Check
    permits BodyLimits,
        Cursors,
        Described,
        Examples,
        ForeignIds,
        MediaTypes,
        Methods,
        MissingScope,
        NoCredentials,
        PageWalk,
        Preconditions,
        QueryParameters,
        Repeats,
        Representations,
        ScopesThatSuffice,
        UnknownFields,
        UnreadableBodies {

  /** All of them. Those that need much to be there at the start come first. */
  List<Check> ALL =
      List.of(
          new Described(),
          new Examples(),
          new PageWalk(),
          new Cursors(),
          new NoCredentials(),
          new MissingScope(),
          new ScopesThatSuffice(),
          new ForeignIds(),
          new Methods(),
          new MediaTypes(),
          new Representations(),
          new UnreadableBodies(),
          new UnknownFields(),
          new BodyLimits(),
          new QueryParameters(),
          new Repeats(),
          new Preconditions());

  /** What holds, to be read after the operation's name. */
  String sentence();

  /** Whether the rule says anything about an operation. */
  boolean concerns(Operation operation);

  /** Tries it. */
  void run(Operation operation, Trial trial);
}
