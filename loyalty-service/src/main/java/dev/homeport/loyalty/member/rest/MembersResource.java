package dev.homeport.loyalty.member.rest;

import dev.homeport.loyalty.ChosenProgramme;
import dev.homeport.loyalty.LoyaltyProblem;
import dev.homeport.loyalty.member.LotPlace;
import dev.homeport.loyalty.member.Member;
import dev.homeport.loyalty.member.MemberEntry;
import dev.homeport.loyalty.member.MemberLot;
import dev.homeport.loyalty.member.MemberTiers;
import dev.homeport.loyalty.member.Members;
import dev.homeport.loyalty.programme.RunningProgrammes;
import dev.homeport.loyalty.programme.Versions;
import dev.homeport.platform.id.Ids;
import dev.homeport.platform.paging.Cursors;
import dev.homeport.platform.paging.Page;
import dev.homeport.platform.paging.PageRequest;
import dev.homeport.platform.paging.Paging;
import dev.homeport.platform.problem.Problem;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Members, their entries and their lots. */
@Path("/v1/members")
@Tag(name = "Members", description = "Customers and their points")
@RunOnVirtualThread
@Transactional
@PermissionsAllowed("loyalty:read")
class MembersResource {
  private static final String CUSTOMER =
      "The customer, for example `cus_6f1c1d1e-2f5b-8a61-9d55-1b0f3d6a7c11`.";
  private static final int MAX_ID = 40;

  private final Members members;
  private final MemberTiers tiers;
  private final Cursors cursors;
  private final RunningProgrammes programmes;
  private final Clock clock;

  MembersResource(
      Members members,
      MemberTiers tiers,
      Cursors cursors,
      RunningProgrammes programmes,
      Clock clock) {
    this.members = members;
    this.tiers = tiers;
    this.cursors = cursors;
    this.programmes = programmes;
    this.clock = clock;
  }

  /** Lists members. */
  @GET
  @Operation(
      operationId = "listMembers",
      summary = "List members",
      description =
          "Every customer of whom an identity is known, with or without points, by customer id.")
  public Page<MemberView> list(
      @Parameter(description = ChosenProgramme.DESCRIPTION, example = "points")
          @QueryParam("programme")
          @Size(max = MAX_ID)
          @Nullable String programme,
      @BeanParam PageRequest page) {
    MemberView.Reading reading = reading(programme);
    Paging paging = cursors.open(page);
    UUID after = paging.first() ? null : UUID.fromString(paging.after().getFirst());
    return paging.page(
        members.list(reading.programme(), after, paging.fetch()),
        member -> MemberView.from(member, reading),
        member -> List.of(member.customerId()));
  }

  /** Gets one member. */
  @GET
  @Path("/{customerId}")
  @Operation(
      operationId = "getMember",
      summary = "Get a member's balance",
      description = "The points of all identities that are the customer's today, added up.")
  public MemberView get(
      @Parameter(description = CUSTOMER) @PathParam("customerId") @Size(max = MAX_ID)
          String customerId,
      @Parameter(description = ChosenProgramme.DESCRIPTION, example = "points")
          @QueryParam("programme")
          @Size(max = MAX_ID)
          @Nullable String programme) {
    MemberView.Reading reading = reading(programme);
    return MemberView.from(member(reading, customerId), reading);
  }

  /** Tells where a member stands. */
  @GET
  @Path("/{customerId}/tier")
  @Operation(
      operationId = "getMemberTier",
      summary = "See a member's tier",
      description =
          "The tier of all identities that are the customer's today, since and until when, what is"
              + " missing to rise and to stay, and the tier that is to be expected.")
  public TierView tier(
      @Parameter(description = CUSTOMER) @PathParam("customerId") @Size(max = MAX_ID)
          String customerId,
      @Parameter(description = ChosenProgramme.DESCRIPTION, example = "points")
          @QueryParam("programme")
          @Size(max = MAX_ID)
          @Nullable String programme) {
    Versions chosen = ChosenProgramme.of(programmes, programme);
    UUID customer = member(reading(programme), customerId).customerId();
    return TierView.from(customer, chosen.key(), tiers.standing(chosen, customer, clock.instant()));
  }

  /** Lists what moved on a member's accounts. */
  @GET
  @Path("/{customerId}/entries")
  @Operation(
      operationId = "listMemberEntries",
      summary = "List a member's entries",
      description = "Newest first, each with its cause, lot and explanation.")
  public Page<EntryView> entries(
      @Parameter(description = CUSTOMER) @PathParam("customerId") @Size(max = MAX_ID)
          String customerId,
      @Parameter(description = ChosenProgramme.DESCRIPTION, example = "points")
          @QueryParam("programme")
          @Size(max = MAX_ID)
          @Nullable String programme,
      @BeanParam PageRequest page) {
    MemberView.Reading reading = reading(programme);
    UUID customer = member(reading, customerId).customerId();
    Paging paging = cursors.open(page);
    UUID before = paging.first() ? null : UUID.fromString(paging.after().getFirst());
    return paging.page(
        members.entries(reading.programme(), customer, before, paging.fetch()),
        EntryView::from,
        (MemberEntry entry) -> List.of(entry.id()));
  }

  /** Lists a member's lots. */
  @GET
  @Path("/{customerId}/lots")
  @Operation(
      operationId = "listMemberLots",
      summary = "List a member's lots",
      description = "Soonest expiry first; that is also the order in which they are drawn.")
  public Page<LotView> lots(
      @Parameter(description = CUSTOMER) @PathParam("customerId") @Size(max = MAX_ID)
          String customerId,
      @Parameter(description = "Only lots of which something is left.")
          @QueryParam("open")
          @DefaultValue("false")
          boolean open,
      @Parameter(description = ChosenProgramme.DESCRIPTION, example = "points")
          @QueryParam("programme")
          @Size(max = MAX_ID)
          @Nullable String programme,
      @BeanParam PageRequest page) {
    MemberView.Reading reading = reading(programme);
    UUID customer = member(reading, customerId).customerId();
    Paging paging = cursors.open(page);
    LotPlace after = paging.first() ? null : LotPlace.read(paging.after());
    return paging.page(
        members.lots(reading.programme(), customer, open, after, paging.fetch()),
        LotView::from,
        (MemberLot lot) -> LotPlace.of(lot).values());
  }

  private MemberView.Reading reading(@Nullable String programme) {
    Versions chosen = ChosenProgramme.of(programmes, programme);
    return new MemberView.Reading(chosen.key(), chosen.floor(clock.instant()));
  }

  private Member member(MemberView.Reading reading, String customerId) {
    return members
        .find(reading.programme(), Ids.readPath("cus", customerId))
        .orElseThrow(() -> Problem.of(LoyaltyProblem.MEMBER_NOT_FOUND));
  }
}
