package org.menfang.gate.sqlite;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.menfang.gate.rules.RulesChange;
import org.menfang.rules.signed.RuleParcel;
import org.menfang.vocabulary.Sha256;

/// The rule sets in the database, in steps that are one short transaction each.
///
/// The pieces of a new set are written first, under a place that no set has. Then one transaction
/// puts the set there and in force. So a power cut leaves the old set or the new one, whole, and at
/// most some pieces that the next step of sweeping deletes.
final class RuleArchive {
    private static final int SWEEP_PIECES = 4;

    private final GateDatabase database;
    private final RuleArchiveLimits limits;

    RuleArchive(GateDatabase database, RuleArchiveLimits limits) {
        this.database = database;
        this.limits = limits;
    }

    DatabaseHold hold() {
        return database.hold();
    }

    /// A set that is kept.
    ///
    /// @param place what its pieces are found under
    /// @param bytes how many there are
    /// @param digest what they hash to
    /// @param textDigest what the text in them hashes to
    record Kept(
            long place,
            long version,
            RuleParcel.Form form,
            int bytes,
            Sha256 digest,
            Sha256 textDigest) {
        static Kept of(long place, RuleParcel parcel, long version, Sha256 textDigest) {
            return new Kept(
                    place,
                    version,
                    parcel.form(),
                    parcel.bytes().length,
                    parcel.digest(),
                    textDigest);
        }
    }

    /// The version in force; none if there never was one.
    OptionalLong versionInForce() throws SQLException {
        PreparedStatement select = database.statement("SELECT version FROM rule_in_force");
        try (ResultSet row = select.executeQuery()) {
            return row.next() ? OptionalLong.of(row.getLong(1)) : OptionalLong.empty();
        }
    }

    /// @throws IllegalArgumentException if the row holds what no set has
    Optional<Kept> find(long version) throws SQLException {
        PreparedStatement select =
                database.statement(
                        "SELECT place, version, form, bytes, digest, text_digest FROM rule_set"
                                + " WHERE version = ?");
        select.setLong(1, version);
        try (ResultSet row = select.executeQuery()) {
            return row.next()
                    ? Optional.of(
                            new Kept(
                                    row.getLong(1),
                                    row.getLong(2),
                                    form(row.getString(3)),
                                    row.getInt(4),
                                    new Sha256(row.getString(5)),
                                    new Sha256(row.getString(6))))
                    : Optional.empty();
        }
    }

    /// A place that no set has.
    long freePlace() throws SQLException {
        PreparedStatement select =
                database.statement("SELECT coalesce(max(place), 0) + 1 FROM rule_set");
        try (ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    void writePiece(long place, int piece, byte[] bytes) throws SQLException {
        database.transaction(() -> {
            PreparedStatement insert =
                    database.statement(
                            "INSERT INTO rule_piece(place, piece, bytes) VALUES (?, ?, ?)");
            insert.setLong(1, place);
            insert.setInt(2, piece);
            insert.setBytes(3, bytes);
            return insert.executeUpdate();
        });
    }

    /// Puts a set in force whose pieces are all there, and gives up those that are too old to keep.
    RulesChange putInForce(Kept set) throws SQLException {
        return database.transaction(() -> {
            Optional<String> refusal = refusal(set.version(), set.textDigest());
            if (refusal.isPresent()) {
                return new RulesChange.Refused(refusal.get());
            }
            delete("DELETE FROM rule_set WHERE version = ?", set.version());
            insert(set);
            PreparedStatement flip =
                    database.statement(
                            "INSERT OR REPLACE INTO rule_in_force(id, version) VALUES (1, ?)");
            flip.setLong(1, set.version());
            flip.executeUpdate();
            for (long place : tooOld()) {
                delete("DELETE FROM rule_set WHERE place = ?", place);
            }
            return new RulesChange.Replaced();
        });
    }

    /// Forgets which set is in force, and all sets from a version on.
    void forgetFrom(long version) throws SQLException {
        database.transaction(() -> {
            delete("DELETE FROM rule_in_force WHERE id >= ?", 0);
            delete("DELETE FROM rule_set WHERE version >= ?", version);
            return version;
        });
    }

    /// Why a set may not take the place of the one in force.
    Optional<String> refusal(long version, Sha256 textDigest) throws SQLException {
        OptionalLong inForce = versionInForce();
        if (inForce.isEmpty() || version > inForce.getAsLong()) {
            return Optional.empty();
        }
        if (version < inForce.getAsLong()) {
            return Optional.of(
                    "version " + version + " is older than " + inForce.getAsLong() + ", in force");
        }
        return saysSomethingElse(version, textDigest)
                ? Optional.of("version " + version + " is in force and says something else")
                : Optional.empty();
    }

    private boolean saysSomethingElse(long version, Sha256 textDigest) throws SQLException {
        PreparedStatement select =
                database.statement("SELECT 1 FROM rule_set WHERE version = ? AND text_digest <> ?");
        select.setLong(1, version);
        select.setString(2, textDigest.value());
        try (ResultSet row = select.executeQuery()) {
            return row.next();
        }
    }

    /// Deletes a few pieces of sets that are not kept. Not to be called while a set is written.
    ///
    /// @return whether there may be more of them
    boolean sweep() throws SQLException {
        return database.transaction(() -> {
            PreparedStatement delete =
                    database.statement(
                            "DELETE FROM rule_piece WHERE rowid IN (SELECT rowid FROM rule_piece"
                                    + " WHERE place NOT IN (SELECT place FROM rule_set) LIMIT ?)");
            delete.setInt(1, SWEEP_PIECES);
            return delete.executeUpdate() == SWEEP_PIECES;
        });
    }

    /// One piece of a set; no bytes if it is not there.
    byte[] piece(long place, int piece) throws SQLException {
        PreparedStatement select =
                database.statement("SELECT bytes FROM rule_piece WHERE place = ? AND piece = ?");
        select.setLong(1, place);
        select.setInt(2, piece);
        try (ResultSet row = select.executeQuery()) {
            return row.next() ? row.getBytes(1) : new byte[0];
        }
    }

    private void insert(Kept set) throws SQLException {
        PreparedStatement insert =
                database.statement(
                        "INSERT INTO rule_set(place, version, form, bytes, digest, text_digest)"
                                + " VALUES (?, ?, ?, ?, ?, ?)");
        insert.setLong(1, set.place());
        insert.setLong(2, set.version());
        insert.setString(3, set.form().name().toLowerCase(Locale.ROOT));
        insert.setInt(4, set.bytes());
        insert.setString(5, set.digest().value());
        insert.setString(6, set.textDigest().value());
        insert.executeUpdate();
    }

    /// The places of the sets that are beyond the limits. The newest is none of them.
    private List<Long> tooOld() throws SQLException {
        List<Long> places = new ArrayList<>();
        PreparedStatement select =
                database.statement("SELECT place, bytes FROM rule_set ORDER BY version DESC");
        try (ResultSet row = select.executeQuery()) {
            int sets = 0;
            long bytes = 0;
            while (row.next()) {
                sets++;
                bytes += row.getLong(2);
                boolean keeps = sets <= limits.setsMax() && bytes <= limits.setsBytesMax();
                if (sets > 1 && !keeps) {
                    places.add(row.getLong(1));
                }
            }
        }
        return places;
    }

    private void delete(String sql, long number) throws SQLException {
        PreparedStatement delete = database.statement(sql);
        delete.setLong(1, number);
        delete.executeUpdate();
    }

    private static RuleParcel.Form form(String name) {
        return RuleParcel.Form.valueOf(name.toUpperCase(Locale.ROOT));
    }
}
