package dev.homeport.platform.due;

import dev.homeport.platform.tenant.CurrentTenant;
import jakarta.inject.Singleton;

@Singleton
class CallReminders extends Reminders {
  CallReminders(CurrentTenant tenant) {
    super("call", tenant);
  }
}
