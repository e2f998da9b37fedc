package org.menfang.gate.app.doctor;

import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Whether the gate's user may use its folder and its devices, and nobody else its folder.
final class RightsFindings {
    private RightsFindings() {}

    /// A file or device.
    ///
    /// @param found none where it is not there
    record FileReading(String path, @Nullable Found found) {}

    /// Whose it is, and who may do what.
    record Found(String owner, String group, Set<PosixFilePermission> permissions) {}

    /// The user that the gate runs as: the owner of its data folder.
    record GateUser(String name, Set<String> groups) {
        /// Whether it may read and write something.
        boolean mayUse(Found file) {
            Set<PosixFilePermission> permissions = file.permissions();
            if (name.equals("root")) {
                return true;
            }
            if (file.owner().equals(name)) {
                return permissions.contains(PosixFilePermission.OWNER_READ)
                        && permissions.contains(PosixFilePermission.OWNER_WRITE);
            }
            if (groups.contains(file.group())) {
                return permissions.contains(PosixFilePermission.GROUP_READ)
                        && permissions.contains(PosixFilePermission.GROUP_WRITE);
            }
            return permissions.contains(PosixFilePermission.OTHERS_READ)
                    && permissions.contains(PosixFilePermission.OTHERS_WRITE);
        }
    }

    /// @param enterable whether this program may enter the folder
    static List<Finding> of(
            FileReading data, boolean enterable, GateUser user, List<FileReading> devices) {
        List<Finding> all = new ArrayList<>();
        all.add(folder(data, enterable));
        devices.forEach(device -> all.add(device(device, user)));
        return all;
    }

    private static Finding folder(FileReading data, boolean enterable) {
        Words title = new Words("数据文件夹", "data folder");
        Found found = data.found();
        if (found == null) {
            return finding(
                    "rights.data",
                    title,
                    new Words(data.path() + " 不在", data.path() + " is not there"),
                    Diagnosis.DATABASE_NONE);
        }
        boolean open =
                found.permissions().stream()
                        .anyMatch(each ->
                                switch (each) {
                                    case OWNER_READ, OWNER_WRITE, OWNER_EXECUTE -> false;
                                    case GROUP_READ,
                                            GROUP_WRITE,
                                            GROUP_EXECUTE,
                                            OTHERS_READ,
                                            OTHERS_WRITE,
                                            OTHERS_EXECUTE ->
                                            true;
                                });
        return finding(
                "rights.data",
                title,
                whose(found),
                !enterable
                        ? Diagnosis.DATA_UNREADABLE
                        : open ? Diagnosis.DATA_OPEN : Diagnosis.FINE);
    }

    private static Finding device(FileReading device, GateUser user) {
        Words title = Words.same(device.path());
        String id = "rights." + device.path();
        Found found = device.found();
        if (found == null) {
            return finding(id, title, new Words("不在", "not there"), Diagnosis.DEVICE_MISSING);
        }
        return finding(
                id,
                title,
                whose(found)
                        .and(new Words("大门用户 " + user.name(), "the gate's user is " + user.name())),
                user.mayUse(found) ? Diagnosis.FINE : Diagnosis.DEVICE_REFUSED);
    }

    private static Words whose(Found found) {
        return Words.same(
                found.owner()
                        + ":"
                        + found.group()
                        + " "
                        + PosixFilePermissions.toString(found.permissions()));
    }

    private static Finding finding(String id, Words title, Words value, Diagnosis diagnosis) {
        return new Finding(Part.RIGHTS, id, title, value, diagnosis);
    }
}
