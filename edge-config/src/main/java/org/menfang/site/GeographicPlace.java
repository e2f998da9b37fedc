package org.menfang.site;

/// Where the compound lies.
///
/// @param latitude degrees north, -90 to 90
/// @param longitude degrees east, -180 to 180
public record GeographicPlace(double latitude, double longitude) {
    public GeographicPlace {
        if (!(Math.abs(latitude) <= 90) || !(Math.abs(longitude) <= 180)) {
            throw new IllegalArgumentException("no such place: " + latitude + ", " + longitude);
        }
    }
}
