package dev.homeport.loyalty.reward.rest;

import dev.homeport.loyalty.ChosenProgramme;
import dev.homeport.loyalty.LoyaltyProblem;
import dev.homeport.loyalty.programme.RunningProgrammes;
import dev.homeport.loyalty.rating.Explanation;
import dev.homeport.loyalty.reward.Reward;
import dev.homeport.loyalty.reward.Rewards;
import dev.homeport.loyalty.reward.Voucher;
import dev.homeport.loyalty.reward.Vouchers;
import dev.homeport.loyalty.spend.Spends;
import dev.homeport.platform.audit.Audit;
import dev.homeport.platform.id.Ids;
import dev.homeport.platform.idempotency.Idempotent;
import dev.homeport.platform.paging.Cursors;
import dev.homeport.platform.paging.Page;
import dev.homeport.platform.paging.PageRequest;
import dev.homeport.platform.paging.Paging;
import dev.homeport.platform.problem.Problem;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What members can have for points. */
@Path("/v1/rewards")
@Tag(name = "Rewards", description = "What members can have for points")
@RunOnVirtualThread
class RewardsResource {
  private static final String REWARD =
      "The reward, for example `rwd_0193b2f0-6d1c-7c35-9f0e-3a5a0f7c2b41`.";

  private final Rewards rewards;
  private final Vouchers vouchers;
  private final RunningProgrammes programmes;
  private final Cursors cursors;
  private final Audit audit;
  private final Clock clock;

  RewardsResource(
      Rewards rewards,
      Vouchers vouchers,
      RunningProgrammes programmes,
      Cursors cursors,
      Audit audit,
      Clock clock) {
    this.rewards = rewards;
    this.vouchers = vouchers;
    this.programmes = programmes;
    this.cursors = cursors;
    this.audit = audit;
    this.clock = clock;
  }

  /** Offers a reward. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Idempotent
  @PermissionsAllowed("loyalty:write")
  @Operation(
      operationId = "createReward",
      summary = "Offer a reward",
      description =
          "What it gives, for how many points and who pays, never changes: offer another and withdraw this"
              + " one instead.")
  @RequestBody(
      required = true,
      content =
          @Content(
              schema = @Schema(implementation = NewReward.class),
              examples = @ExampleObject(name = "five-off", value = NewReward.EXAMPLE)))
  @APIResponse(
      responseCode = "201",
      description = "The reward.",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = RewardView.class)))
  public Response create(@Valid NewReward request) {
    var offer =
        new Rewards.Offer(
            request.key(),
            request.name(),
            ChosenProgramme.ofDocument(programmes, request.programme()).key(),
            request.price(),
            request.benefit().read(),
            request.funded(),
            request.condition(),
            request.days(),
            request.usesOrOne(),
            request.stock(),
            request.perMember());
    RewardView view =
        rewards
            .add(offer)
            .map(RewardView::from)
            .orElseThrow(
                () -> Problem.of(LoyaltyProblem.REWARD_EXISTS).at("/key", "is that of a reward"));
    audit.record("reward.create", "reward", view.id(), null, view);
    return Response.created(URI.create("/v1/rewards/" + view.id())).entity(view).build();
  }

  /** Lists rewards. */
  @GET
  @Transactional
  @PermissionsAllowed("loyalty:read")
  @Operation(
      operationId = "listRewards",
      summary = "List rewards",
      description = "In the order in which they were made, with those that were withdrawn.")
  public Page<RewardView> list(@BeanParam PageRequest page) {
    Paging paging = cursors.open(page);
    UUID after = paging.first() ? null : UUID.fromString(paging.after().getFirst());
    return paging.page(
        rewards.list(after, paging.fetch()), RewardView::from, reward -> List.of(reward.id()));
  }

  /** Gets a reward. */
  @GET
  @Path("/{rewardId}")
  @Transactional
  @PermissionsAllowed("loyalty:read")
  @Operation(
      operationId = "getReward",
      summary = "Read a reward",
      description = "What it gives, what it costs, and how many are left.")
  public RewardView get(
      @Parameter(description = REWARD) @PathParam("rewardId") @Size(max = 40) String rewardId) {
    return RewardView.from(reward(rewardId));
  }

  /** Withdraws a reward. */
  @POST
  @Path("/{rewardId}/withdrawal")
  @Idempotent
  @PermissionsAllowed("loyalty:write")
  @Operation(
      operationId = "withdrawReward",
      summary = "Offer a reward no longer",
      description = "Vouchers that members have stay good.")
  @APIResponse(
      responseCode = "200",
      description = "The reward, withdrawn.",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = RewardView.class)))
  public Response withdraw(
      @Parameter(description = REWARD) @PathParam("rewardId") @Size(max = 40) String rewardId) {
    RewardView view =
        rewards
            .withdraw(Ids.readPath("rwd", rewardId))
            .map(RewardView::from)
            .orElseThrow(() -> Problem.of(LoyaltyProblem.REWARD_NOT_FOUND));
    audit.record("reward.withdraw", "reward", view.id(), null, view);
    return Response.ok(view).build();
  }

  /** Gives a reward for points. */
  @POST
  @Path("/{rewardId}/vouchers")
  @Consumes(MediaType.APPLICATION_JSON)
  @Idempotent
  @PermissionsAllowed("loyalty:write")
  @Operation(
      operationId = "buyReward",
      summary = "Have a reward for points",
      description =
          "Spends the points and gives a voucher, both or neither. The stock and what one member"
              + " may have are kept, however many ask at once.")
  @RequestBody(
      required = true,
      content =
          @Content(
              schema = @Schema(implementation = NewVoucher.class),
              examples = @ExampleObject(name = "member", value = NewVoucher.EXAMPLE)))
  @APIResponse(
      responseCode = "201",
      description = "The voucher.",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = VoucherView.class)))
  public Response buy(
      @Parameter(description = REWARD) @PathParam("rewardId") @Size(max = 40) String rewardId,
      @Valid NewVoucher request) {
    String identity = request.identityId();
    Vouchers.Got got =
        vouchers.buy(
            reward(rewardId),
            Ids.read("cus", request.customerId()),
            identity == null ? null : Ids.read("idn", identity),
            request.market());
    VoucherView view = VoucherView.from(voucher(got), clock.instant());
    audit.record("voucher.create", "voucher", view.id(), null, view.withoutCode());
    return Response.created(URI.create("/v1/vouchers/" + view.id())).entity(view).build();
  }

  private static Voucher voucher(Vouchers.Got got) {
    return switch (got) {
      case Vouchers.Got.Done(Voucher voucher) -> voucher;
      case Vouchers.Got.Unpaid(Spends.Made.Refused why) -> throw why.problem();
      case Vouchers.Got.Withdrawn() -> throw Problem.of(LoyaltyProblem.REWARD_WITHDRAWN);
      case Vouchers.Got.NotOfferedThere() ->
          throw Problem.of(LoyaltyProblem.REWARD_NOT_IN_MARKET)
              .at("/market", "is none for which the reward has a price");
      case Vouchers.Got.NotForMember(Explanation.Asked why) ->
          throw Problem.of(
              LoyaltyProblem.REWARD_NOT_FOR_MEMBER,
              "%s does not hold for %s.".formatted(why.expression(), why.inputs()));
      case Vouchers.Got.SoldOut() -> throw Problem.of(LoyaltyProblem.REWARD_SOLD_OUT);
      case Vouchers.Got.HadEnough() -> throw Problem.of(LoyaltyProblem.REWARD_LIMIT_REACHED);
    };
  }

  private Reward reward(String rewardId) {
    return rewards
        .find(Ids.readPath("rwd", rewardId))
        .orElseThrow(() -> Problem.of(LoyaltyProblem.REWARD_NOT_FOUND));
  }
}
