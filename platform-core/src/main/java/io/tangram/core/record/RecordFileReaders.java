package io.tangram.core.record;

import io.tangram.core.access.Actor;
import io.tangram.core.file.FileReaders;
import io.tangram.core.file.StoredFile;
import jakarta.inject.Singleton;

/** A file is as readable as the field of the record it stands in. */
@Singleton
final class RecordFileReaders implements FileReaders {
  private final RecordQuery records;

  RecordFileReaders(RecordQuery records) {
    this.records = records;
  }

  @Override
  public boolean mayRead(StoredFile.Place place, Actor actor) {
    var dot = place.field().indexOf('.');
    var field = dot < 0 ? place.field() : place.field().substring(0, dot);
    return records.sees(place.app(), place.table(), place.record(), field, actor);
  }
}
