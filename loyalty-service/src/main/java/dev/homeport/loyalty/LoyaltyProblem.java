package dev.homeport.loyalty;

import dev.homeport.platform.problem.ProblemCode;
import java.util.Locale;

/** The refusals that are this service's own. */
public enum LoyaltyProblem implements ProblemCode {
  /** No identity belongs to the customer, or none of this tenant. */
  MEMBER_NOT_FOUND(404, "There is no such member"),
  /** No order of this id has been rated. */
  RATING_NOT_FOUND(404, "The order has not been rated"),
  /** No activity of this id, or none of this tenant. */
  ACTIVITY_NOT_FOUND(404, "There is no such activity"),
  /** No grant of this id, or none of this tenant. */
  GRANT_NOT_FOUND(404, "There is no such grant"),
  /** No hold of this id, or none of this tenant. */
  HOLD_NOT_FOUND(404, "There is no such hold"),
  /** No redemption of this id, or none of this tenant. */
  REDEMPTION_NOT_FOUND(404, "There is no such redemption"),
  /** The member has fewer points that can be used. */
  NOT_ENOUGH_POINTS(409, "The member has too few points"),
  /** Nobody can pay for it any more. */
  ORDER_CANCELLED(409, "The order has been cancelled"),
  /** It has been captured or released, or its time is over. */
  HOLD_CLOSED(409, "The hold is over"),
  /** Its points have been given back, or paid for a voucher. */
  REDEMPTION_CLOSED(409, "The points cannot be given back so"),
  /** Codes were tried too often that there are not. */
  TOO_MANY_WRONG_CODES(429, "Too many codes that there are not"),
  /** No reward of this id, or none of this tenant. */
  REWARD_NOT_FOUND(404, "There is no such reward"),
  /** Keys tell the rewards of a tenant apart. */
  REWARD_EXISTS(409, "There is a reward of this key"),
  /** It is no longer offered. */
  REWARD_WITHDRAWN(409, "The reward is no longer offered"),
  /** Its stock is used up. */
  REWARD_SOLD_OUT(409, "There is none left of the reward"),
  /** The member has had it as often as one may. */
  REWARD_LIMIT_REACHED(409, "The member cannot have the reward again"),
  /** It has a price for each market, and none there. */
  REWARD_NOT_IN_MARKET(409, "The reward is not offered in this market"),
  /** Its condition does not hold for the member. */
  REWARD_NOT_FOR_MEMBER(409, "The reward is not for this member"),
  /** No voucher of this id or code, or none of this tenant. */
  VOUCHER_NOT_FOUND(404, "There is no such voucher"),
  /** It is good in the market for which it was had. */
  VOUCHER_ELSEWHERE(409, "The voucher is good in another market"),
  /** It has been used up, made void, or its time is over. */
  VOUCHER_OVER(409, "The voucher is over"),
  /** No programme of this id, or none of this tenant. */
  PROGRAMME_NOT_FOUND(404, "There is no such programme"),
  /** The programme has no version of this number. */
  PROGRAMME_VERSION_NOT_FOUND(404, "The programme has no such version"),
  /** No version of the programme was ever approved, so it has to be said which one is meant. */
  PROGRAMME_NEVER_RAN(422, "The programme has never run: a version has to be named"),
  /** No backtest of this id, or none of this programme. */
  BACKTEST_NOT_FOUND(404, "There is no such backtest"),
  /** Keys tell the programmes of a tenant apart. */
  PROGRAMME_EXISTS(409, "There is a programme of this key"),
  /** What the version says cannot be run; every fault is listed. */
  PROGRAMME_FAULTY(422, "The programme cannot be run as it is"),
  /** A draft cannot be approved, a running version cannot be changed, and so on. */
  PROGRAMME_STAGE(409, "The version does not stand where this is possible"),
  /** It earns nothing any more, for ever. */
  PROGRAMME_ENDED(409, "The programme has ended"),
  /** The programme wants two people for a new version. */
  SECOND_PERSON_NEEDED(409, "Somebody else has to approve it"),
  /** Only the first version of a programme may rate what has already happened. */
  STARTS_IN_THE_PAST(422, "The version would start in the past"),
  /** A file of members has no readable columns or rows. */
  CSV_UNREADABLE(422, "The CSV cannot be read"),
  /** In the errors of a replay: the stored state differs from the replayed one. */
  REPLAY_DRIFT(409, "The stored balances differ from those that the journal gives");

  private final int status;
  private final String title;

  LoyaltyProblem(int status, String title) {
    this.status = status;
    this.title = title;
  }

  @Override
  public String slug() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public int status() {
    return status;
  }

  @Override
  public String title() {
    return title;
  }
}
