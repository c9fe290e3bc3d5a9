package dev.homeport.platform.due;

import dev.homeport.platform.tenant.CurrentTenant;
import jakarta.inject.Singleton;

@Singleton
class LetterReminders extends Reminders {
  LetterReminders(CurrentTenant tenant) {
    super("letter", tenant);
  }
}
