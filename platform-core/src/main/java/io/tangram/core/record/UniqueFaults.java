package io.tangram.core.record;

import io.tangram.core.problem.ErrorCode;
import io.tangram.core.problem.ProblemException;
import io.tangram.core.problem.Violation;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/** Turns a broken unique rule of the database into a fault at the field, in the rule's words. */
@Singleton
class UniqueFaults {
  <T> T watching(TableShape shape, List<Pending> records, Supplier<T> work) {
    try {
      return work.get();
    } catch (SqlFaults.Failure failure) {
      var broken = SqlFaults.broken((SQLException) failure.getCause());
      if (broken.isEmpty()) {
        throw failure;
      }
      var at = records.size() == 1 ? records.get(0).at : "";
      throw ProblemException.of(
          ErrorCode.VALUES_INVALID, List.of(violation(shape, broken.get(), at)));
    }
  }

  private static Violation violation(TableShape shape, String constraint, String at) {
    for (var rule : shape.def.uniques()) {
      if (serves(constraint, rule.key())) {
        var message = rule.message().map(m -> m.in(Locale.SIMPLIFIED_CHINESE));
        return rule(at + "/values/" + first(rule.fields(), rule.during()), message);
      }
    }
    for (var field : shape.fields) {
      if (field.def().unique() && serves(constraint, field.key())) {
        return Violation.at(at + "/values/" + field.key(), "record.unique");
      }
    }
    return Violation.at(at + "/values", "record.unique");
  }

  private static Violation rule(String pointer, Optional<String> message) {
    return message
        .map(words -> Violation.at(pointer, "record.rule", words))
        .orElseGet(() -> Violation.at(pointer, "record.unique"));
  }

  private static String first(List<String> fields, Optional<String> during) {
    return fields.isEmpty() ? during.orElse("") : fields.get(0);
  }

  // an index is called <table>$<element>$<hash>
  private static boolean serves(String constraint, String element) {
    return constraint.contains("$" + element + "$");
  }
}
