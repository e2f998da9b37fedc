/// What the hub keeps: one store interface in the words of the hub, its SQLite form, and its
/// in-memory form.
///
/// This is the only package that knows the libraries for it. Other parts of the hub that keep
/// something declare an interface of their own; the class that implements it lives here.
@NullMarked
package org.menfang.hub.store;

import org.jspecify.annotations.NullMarked;
