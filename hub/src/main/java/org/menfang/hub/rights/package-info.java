/// Who may do what: roles that people were appointed to, the rights that a role carries, and acts
/// that take two persons of two bodies.
@NullMarked
package org.menfang.hub.rights;

import org.jspecify.annotations.NullMarked;
