package io.tangram.core.record;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Many writes to one table in one request; numbers are the places in the request, for pointers.
 *
 * @param atomic all of them or none
 */
public record Batch(List<Create> create, List<Update> update, List<Delete> delete, boolean atomic) {
  /** At most so many writes. */
  public static final int MOST = 1000;

  /** One record to create. */
  public record Create(int number, RecordDraft draft) {}

  /** One record to change. */
  public record Update(int number, RecordChange change) {}

  /** One record to put into the bin. */
  public record Delete(int number, UUID id) {}

  int size() {
    return create.size() + update.size() + delete.size();
  }

  /** Its first half and its second. */
  List<Batch> halves() {
    var first = new Batch(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), atomic);
    var second = new Batch(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), atomic);
    var half = size() / 2;
    for (var one : create) {
      (first.size() < half ? first : second).create.add(one);
    }
    for (var one : update) {
      (first.size() < half ? first : second).update.add(one);
    }
    for (var one : delete) {
      (first.size() < half ? first : second).delete.add(one);
    }
    return List.of(first, second);
  }

  /** Where its only write stands in the request. */
  String pointer() {
    if (!create.isEmpty()) {
      return "/create/" + create.get(0).number();
    }
    return update.isEmpty()
        ? "/delete/" + delete.get(0).number()
        : "/update/" + update.get(0).number();
  }
}
