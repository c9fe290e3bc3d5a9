package dev.homeport.platform.job;

/**
 * What a kind of job does. A bean; called on a virtual thread under the tenant of the job. Carries
 * {@link SubmittedWith}.
 */
public interface JobHandler {

  /** The kind, kebab-case and for ever: queued jobs name it, for example {@code order-import}. */
  String kind();

  /**
   * Does the work, or goes on after {@link JobRun#checkpoint}: all effects lie inside steps. A
   * {@code Problem} thrown from here fails the job with that problem, a transient failure of the
   * database is tried again later, anything else fails the job. {@link RunStopped} must pass.
   *
   * @throws Exception whatever ends the run
   */
  void run(JobRun run) throws Exception;
}
