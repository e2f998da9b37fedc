package org.menfang.hub.web;

import io.javalin.security.RouteRole;
import org.menfang.hub.rights.Right;

/// Who may come to an address.
sealed interface Needs extends RouteRole {
    /// Everybody, signed in or not.
    record Nothing() implements Needs {}

    /// Whoever is signed in.
    record SignIn() implements Needs {}

    record TheRight(Right right) implements Needs {}

    /// Whoever has the right and has proved within the last minutes who it is.
    record Proof(Right right) implements Needs {}
}
