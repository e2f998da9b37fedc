package org.menfang.tag;

import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Takes the link of a tag apart, without any key.
///
/// Two forms, with the parameters in any order and no others: `?uid=<14>&ctr=<6>&cmac=<16>` and
/// `?picc_data=<32>&cmac=<16>`, all of them upper-case hexadecimal digits, as a tag writes them.
public final class SunReader {
    /// The longest text that is looked at: a tag has no room for more.
    public static final int TEXT_CHARS_MAX = 256;

    static final String UID = "uid";
    static final String COUNTER = "ctr";
    static final String PICC_DATA = "picc_data";
    static final String MAC = "cmac";

    private static final List<String> NAMES = List.of(UID, COUNTER, PICC_DATA, MAC);
    private static final Pattern COUNTER_FORM = Pattern.compile("[0-9A-F]{6}");

    private SunReader() {}

    /// What a text says, {@link SunFault#NOT_A_LINK} if it may be something else than a tag's.
    public static SunReading read(String text) {
        if (!text.startsWith("https://") && !text.startsWith("http://")) {
            return malformed(SunFault.NOT_A_LINK);
        }
        if (text.length() > TEXT_CHARS_MAX) {
            return malformed(SunFault.TOO_LONG);
        }
        if (text.chars().anyMatch(sign -> sign <= ' ' || sign > '~')) {
            return malformed(SunFault.FOREIGN_SIGN);
        }
        int query = text.indexOf('?');
        if (query < 0) {
            return malformed(SunFault.NEITHER_FORM);
        }
        Map<String, String> parameters = new HashMap<>();
        return take(text.substring(query + 1), parameters)
                .<SunReading>map(SunReading.Malformed::new)
                .orElseGet(() -> read(parameters));
    }

    /// Fills the parameters, or says what is wrong with one.
    private static Optional<SunFault> take(String query, Map<String, String> parameters) {
        for (String part : query.split("&", -1)) {
            int equals = part.indexOf('=');
            if (equals < 1) {
                return Optional.of(SunFault.BROKEN_PARAMETER);
            }
            String name = part.substring(0, equals);
            if (!NAMES.contains(name)) {
                return Optional.of(SunFault.UNKNOWN_PARAMETER);
            }
            if (parameters.putIfAbsent(name, part.substring(equals + 1)) != null) {
                return Optional.of(SunFault.REPEATED_PARAMETER);
            }
        }
        return Optional.empty();
    }

    private static SunReading read(Map<String, String> parameters) {
        boolean plain = parameters.containsKey(UID) || parameters.containsKey(COUNTER);
        boolean encrypted = parameters.containsKey(PICC_DATA);
        if (plain == encrypted) {
            return malformed(plain ? SunFault.BOTH_FORMS : SunFault.NEITHER_FORM);
        }
        String mac = parameters.get(MAC);
        if (mac == null || !TagMac.isOne(mac)) {
            return malformed(mac == null ? SunFault.MAC_MISSING : SunFault.MAC_FORM);
        }
        return plain
                ? plain(parameters, new TagMac(mac))
                : encrypted(parameters.getOrDefault(PICC_DATA, ""), new TagMac(mac));
    }

    private static SunReading plain(Map<String, String> parameters, TagMac mac) {
        String uid = parameters.get(UID);
        if (uid == null || !TagUid.isOne(uid)) {
            return malformed(uid == null ? SunFault.UID_MISSING : SunFault.UID_FORM);
        }
        String counter = parameters.get(COUNTER);
        if (counter == null || !COUNTER_FORM.matcher(counter).matches()) {
            return malformed(counter == null ? SunFault.COUNTER_MISSING : SunFault.COUNTER_FORM);
        }
        SunMessage claimed = new SunMessage(new TagUid(uid), HexFormat.fromHexDigits(counter));
        return new SunReading.Plain(claimed, mac);
    }

    private static SunReading encrypted(String piccData, TagMac mac) {
        return PiccData.isOne(piccData)
                ? new SunReading.Encrypted(new PiccData(piccData), mac)
                : malformed(SunFault.PICC_DATA_FORM);
    }

    private static SunReading malformed(SunFault fault) {
        return new SunReading.Malformed(fault);
    }
}
