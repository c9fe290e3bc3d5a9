package dev.homeport.analytics.segment.store;

import dev.homeport.analytics.segment.Compilation;
import dev.homeport.analytics.segment.Expression;
import dev.homeport.analytics.segment.Expressions;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jboss.logging.Logger;

/** Expressions of stored segments, ready to be asked; checked again only when they are new here. */
@ApplicationScoped
class Rules {
  private static final Logger LOG = Logger.getLogger(Rules.class);
  private static final int REMEMBERED = 2_000;

  private final Map<String, Expression> known =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Expression> eldest) {
          return size() > REMEMBERED;
        }
      };

  /** One that was sound when it was stored; if it is not any more, nobody belongs in. */
  Expression of(String text) {
    synchronized (known) {
      return known.computeIfAbsent(text, Rules::compiled);
    }
  }

  private static Expression compiled(String text) {
    return switch (Expressions.compile(text)) {
      case Compilation.Sound sound -> sound.expression();
      case Compilation.Faulty faulty -> {
        LOG.errorf("a stored expression is not understood: %s", faulty.faults().getFirst().kind());
        yield of((Compilation.Sound) Expressions.compile("false"));
      }
    };
  }

  private static Expression of(Compilation.Sound sound) {
    return sound.expression();
  }
}
