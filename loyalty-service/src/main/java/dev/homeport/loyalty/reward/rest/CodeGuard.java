package dev.homeport.loyalty.reward.rest;

import dev.homeport.loyalty.LoyaltyProblem;
import dev.homeport.loyalty.reward.WrongCodes;
import dev.homeport.platform.problem.Problem;
import dev.homeport.platform.security.CurrentIdentity;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

/**
 * Stands before the transaction of the request, which is undone when there is no such code, so that
 * the count is not undone with it.
 */
@TriesCodes
@Interceptor
@Priority(Interceptor.Priority.LIBRARY_BEFORE + 140)
class CodeGuard {
  private final WrongCodes wrong;
  private final CurrentIdentity identity;

  CodeGuard(WrongCodes wrong, CurrentIdentity identity) {
    this.wrong = wrong;
    this.identity = identity;
  }

  @AroundInvoke
  Object around(InvocationContext invocation) throws Exception {
    String client = identity.client();
    wrong
        .wait(client)
        .ifPresent(
            left -> {
              throw Problem.of(LoyaltyProblem.TOO_MANY_WRONG_CODES).retryAfter(left);
            });
    try {
      return invocation.proceed();
    } catch (Problem problem) {
      if (problem.code() == LoyaltyProblem.VOUCHER_NOT_FOUND) {
        wrong.count(client);
      }
      throw problem;
    }
  }
}
