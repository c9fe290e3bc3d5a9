package dev.homeport.customer.privacy;

import static java.util.stream.Collectors.toSet;

import dev.homeport.customer.CustomerProblem;
import dev.homeport.customer.consent.store.Consents;
import dev.homeport.customer.contract.PrivacyAsked;
import dev.homeport.customer.identity.Identities;
import dev.homeport.customer.identity.Identity;
import dev.homeport.customer.merge.Merges;
import dev.homeport.customer.merge.Merging;
import dev.homeport.customer.personal.PersonalKey;
import dev.homeport.customer.personal.PersonalKeys;
import dev.homeport.customer.privacy.PrivacyRequest.Answer;
import dev.homeport.customer.privacy.PrivacyRequest.Kind;
import dev.homeport.customer.profile.Profile;
import dev.homeport.customer.profile.Profiles;
import dev.homeport.platform.event.EventJson;
import dev.homeport.platform.id.Ids;
import dev.homeport.platform.outbox.Outbox;
import dev.homeport.platform.privacy.PrivacyTopics;
import dev.homeport.platform.problem.Problem;
import dev.homeport.platform.tenant.CurrentTenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** Does what people ask, and gathers what every service answers. */
@ApplicationScoped
class PrivacyDesk {
  private static final String ISSUER = "https://homeport.dev/customer-service";

  private final PrivacyRequests requests;
  private final Merging merging;
  private final Merges merges;
  private final Profiles profiles;
  private final Identities identities;
  private final PersonalKeys keys;
  private final Consents consents;
  private final Certificates certificates;
  private final Outbox outbox;
  private final CurrentTenant tenant;
  private final PrivacyConfig config;
  private final Clock clock;

  PrivacyDesk(
      PrivacyRequests requests,
      Merging merging,
      Merges merges,
      Profiles profiles,
      Identities identities,
      PersonalKeys keys,
      Consents consents,
      Certificates certificates,
      Outbox outbox,
      CurrentTenant tenant,
      PrivacyConfig config,
      Clock clock) {
    this.requests = requests;
    this.merging = merging;
    this.merges = merges;
    this.profiles = profiles;
    this.identities = identities;
    this.keys = keys;
    this.consents = consents;
    this.certificates = certificates;
    this.outbox = outbox;
    this.tenant = tenant;
    this.config = config;
    this.clock = clock;
  }

  /** A part of an archive. */
  record Holding(String service, String holding, int part, Object rows) {}

  /** A request that was made, or that stands since before. */
  record Made(PrivacyRequest request, boolean created) {}

  /** Begins to gather what is held of a customer. */
  Made access(UUID asked, Instant receivedAt) {
    UUID customer = placeOf(asked);
    Profile profile = profiles.find(customer).orElseThrow();
    if (profile.erased()) {
      throw Problem.of(CustomerProblem.CUSTOMER_ERASED);
    }
    List<Identity> all = Identity.allOf(customer);
    PrivacyRequest request = request(Kind.ACCESS, profile, all, receivedAt);
    requests.add(request);
    contributeOwn(request, profile, all);
    outbox.append(asked(request).toEvent(PrivacyTopics.ACCESS, PrivacyAsked.ACCESS));
    return new Made(request, true);
  }

  /** Forgets a customer, whoever was merged: at once here, and asked of every other service. */
  Made erase(UUID asked, Instant receivedAt) {
    merging.alone();
    UUID customer = placeOf(asked);
    Set<UUID> everybody = new TreeSet<>(identities.lockOf(customer));
    everybody.add(customer);
    Map<UUID, Profile> locked = profiles.lock(everybody);
    Profile profile = Objects.requireNonNull(locked.get(customer));
    Optional<PrivacyRequest> before = requests.erasureOf(customer);
    if (before.isPresent()) {
      return new Made(before.get(), false);
    }
    List<Identity> all = Identity.allOf(customer);
    PrivacyRequest request = request(Kind.ERASURE, profile, all, receivedAt);
    requests.add(request);
    requests.forgetArchives(everybody);
    all.forEach(identity -> identity.erase(request.createdAt()));
    profiles.erase(profile, locked.values(), clock);
    consents.publish(profile);
    outbox.append(asked(request).toEvent(PrivacyTopics.ERASURE, PrivacyAsked.ERASURE));
    return new Made(request, true);
  }

  /** Takes a service's confirmation; the last one makes the certificate. */
  void confirmed(UUID request, String service, Instant at, Instant unreadableAt) {
    requests
        .lock(request)
        .filter(open -> open.kind() == Kind.ERASURE && open.completedAt() == null)
        .ifPresent(
            open -> {
              requests.answer(request, service, 0, 1, at, unreadableAt, null);
              List<Answer> answers = requests.answers(request);
              if (complete(answers)) {
                requests.complete(request, clock.instant(), certificate(open, answers));
              }
            });
  }

  /** Takes a part of what a service holds. */
  void contributed(UUID request, String service, int part, int parts, Instant at, Object rows) {
    requests
        .lock(request)
        .filter(open -> open.kind() == Kind.ACCESS && open.completedAt() == null)
        .ifPresent(
            open -> {
              PersonalKey key = keys.find(List.of(open.customer())).get(open.customer());
              if (key == null) {
                return;
              }
              requests.answer(
                  request, service, part, parts, at, null, key.close(EventJson.write(rows)));
              if (complete(requests.answers(request))) {
                requests.complete(request, clock.instant(), null);
              }
            });
  }

  /** The parts of an archive, empty once the person was erased. */
  List<Holding> archive(PrivacyRequest request) {
    PersonalKey key = keys.find(List.of(request.customer())).get(request.customer());
    return key == null
        ? List.of()
        : requests.parts(request.id()).stream().map(part -> key.open(part, Holding.class)).toList();
  }

  private boolean complete(List<Answer> answers) {
    return answers.stream().map(Answer::service).collect(toSet()).containsAll(config.services());
  }

  private String certificate(PrivacyRequest request, List<Answer> answers) {
    Instant last =
        answers.stream()
            .map(Answer::unreadableAt)
            .filter(Objects::nonNull)
            .max(Instant::compareTo)
            .orElseThrow();
    return certificates.sign(
        new CertificateClaims(
            ISSUER,
            Ids.show(PrivacyRequestView.PREFIX, request.id()),
            tenant.id().toString(),
            Ids.show(Profile.PREFIX, request.customer()),
            request.identities().stream().map(id -> Ids.show("idn", id)).toList(),
            request.receivedAt(),
            request.createdAt(),
            clock.instant(),
            last,
            answers));
  }

  private void contributeOwn(PrivacyRequest request, Profile profile, List<Identity> all) {
    PersonalKey key =
        Objects.requireNonNull(keys.find(List.of(profile.id())).get(profile.id()), "no key");
    var held = new LinkedHashMap<String, Object>();
    held.put("profile", profile.stated());
    held.put("createdAt", profile.createdAt());
    held.put(
        "mergedCustomers",
        profile.members().stream()
            .map(
                member ->
                    Map.of(
                        "customerId",
                        Ids.show(Profile.PREFIX, member.id()),
                        "profile",
                        member.stated()))
            .toList());
    held.put("consents", consents.history(profile));
    Map<UUID, String> names = identities.externalIds(all);
    held.put(
        "identities",
        all.stream()
            .map(
                identity ->
                    Map.of(
                        "channel",
                        identity.channel,
                        "externalId",
                        names.getOrDefault(identity.id, ""),
                        "firstSeenAt",
                        identity.firstSeenAt))
            .toList());
    String own = "customer-service";
    byte[] sealed = key.close(EventJson.write(new Holding(own, "profile", 0, List.of(held))));
    requests.answer(request.id(), own, 0, 1, request.createdAt(), null, sealed);
  }

  private PrivacyRequest request(
      Kind kind, Profile profile, Collection<Identity> all, Instant receivedAt) {
    var deadline =
        Deadline.of(profile.person().country().value(), receivedAt, tenant.settings().timeZone());
    return new PrivacyRequest(
        Ids.next(),
        kind,
        profile.id(),
        all.stream().map(identity -> identity.id).toList(),
        receivedAt,
        deadline.at(),
        deadline.law(),
        clock.instant(),
        null,
        null);
  }

  private static PrivacyAsked asked(PrivacyRequest request) {
    return new PrivacyAsked(request.id(), request.customer(), request.identities());
  }

  private UUID placeOf(UUID customer) {
    return merges
        .placeOf(customer)
        .orElseThrow(
            () ->
                Problem.of(CustomerProblem.UNKNOWN_CUSTOMER)
                    .at("/customerId", "is that of nobody"));
  }
}
