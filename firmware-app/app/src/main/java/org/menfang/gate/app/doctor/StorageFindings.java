package org.menfang.gate.app.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.menfang.gate.os.DiskSpaceWatch;
import org.menfang.gate.signs.GateSigns;
import org.menfang.gate.sqlite.DatabaseExam;

/// The disk of the data folder, the database on it, and the journal in that.
final class StorageFindings {
    /// Less is as good as nothing: the journal cannot grow.
    static final long FULL_BYTES = 20L * 1024 * 1024;

    private StorageFindings() {}

    /// @param trouble why the disk cannot be asked; empty where it can
    record DiskReading(long freeBytes, long allBytes, boolean writable, String trouble) {}

    /// @param exam of the database; empty while a gate holds it
    static List<Finding> of(
            DiskReading disk, Optional<DatabaseExam.Result> exam, Optional<GateSigns> gate) {
        List<Finding> all = new ArrayList<>();
        all.add(room(disk));
        all.add(
                exam.map(StorageFindings::database)
                        .orElseGet(() ->
                                finding(
                                        "storage.database",
                                        DATABASE,
                                        new Words(
                                                "大门占用中，由它逐行核对",
                                                "in use by the gate, which checks each row"),
                                        Diagnosis.NOT_KNOWN_NOW)));
        gate.ifPresent(signs -> all.add(journal(signs.storage())));
        return all;
    }

    private static final Words DATABASE = new Words("数据库", "database");

    private static Finding room(DiskReading disk) {
        Words title = new Words("磁盘", "disk");
        if (!disk.trouble().isEmpty()) {
            return finding(
                    "storage.disk", title, Words.same(disk.trouble()), Diagnosis.DATA_UNREADABLE);
        }
        String free = Figures.bytes(disk.freeBytes());
        String all = Figures.bytes(disk.allBytes());
        String min = Figures.bytes(DiskSpaceWatch.FREE_BYTES_MIN);
        Words value =
                new Words(
                        "可用 %s，共 %s（至少 %s）%s"
                                .formatted(free, all, min, disk.writable() ? "" : "，只读"),
                        "%s free of %s (at least %s)%s"
                                .formatted(free, all, min, disk.writable() ? "" : ", read-only"));
        Diagnosis diagnosis =
                !disk.writable()
                        ? Diagnosis.DISK_READ_ONLY
                        : disk.freeBytes() < FULL_BYTES
                                ? Diagnosis.DISK_FULL
                                : disk.freeBytes() < DiskSpaceWatch.FREE_BYTES_MIN
                                        ? Diagnosis.DISK_LOW
                                        : Diagnosis.FINE;
        return finding("storage.disk", title, value, diagnosis);
    }

    private static Finding database(DatabaseExam.Result exam) {
        return switch (exam) {
            case DatabaseExam.Result.None() ->
                    finding(
                            "storage.database",
                            DATABASE,
                            new Words("没有", "none"),
                            Diagnosis.DATABASE_NONE);
            case DatabaseExam.Result.Whole(long bytes, boolean complete) ->
                    finding(
                            "storage.database",
                            DATABASE,
                            complete
                                    ? new Words(
                                            "完好，" + Figures.bytes(bytes),
                                            "whole, " + Figures.bytes(bytes))
                                    : new Words(
                                            "查过的部分完好，" + Figures.bytes(bytes),
                                            "whole as far as looked at, " + Figures.bytes(bytes)),
                            Diagnosis.FINE);
            case DatabaseExam.Result.Broken(String why, boolean damaged) ->
                    finding(
                            "storage.database",
                            DATABASE,
                            Words.same(why),
                            damaged ? Diagnosis.DATABASE_DAMAGED : Diagnosis.DATA_UNREADABLE);
        };
    }

    private static Finding journal(GateSigns.StorageSigns journal) {
        Words title = new Words("记录", "journal");
        if (!journal.written() || !journal.trouble().isEmpty()) {
            Words why =
                    journal.trouble().isEmpty()
                            ? new Words("数据库写不了", "its database is not written")
                            : Words.same(journal.trouble());
            return finding("storage.journal", title, why, Diagnosis.JOURNAL_FAILED);
        }
        return finding(
                "storage.journal",
                title,
                new Words(
                        "写到第 " + journal.lastEvent() + " 条",
                        "written up to event " + journal.lastEvent()),
                Diagnosis.FINE);
    }

    private static Finding finding(String id, Words title, Words value, Diagnosis diagnosis) {
        return new Finding(Part.STORAGE, id, title, value, diagnosis);
    }
}
