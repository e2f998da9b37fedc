package org.menfang.hub.web;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.menfang.hub.rights.Right;

/// An address of the server, and who may come there.
///
/// @param method `GET` or `POST`
/// @param needs how many needs it states; one, or nobody knows who may come
/// @param open whether everybody may come, signed in or not
/// @param right that a visitor needs; none where it is open, or where signing in is enough
public record Address(String method, String path, int needs, boolean open, @Nullable Right right) {

    /// Whether somebody who is signed in may come.
    public boolean admits(Predicate<Right> has) {
        return open || right == null || has.test(right);
    }

    static Address of(String method, String path, Iterable<?> roles) {
        int count = 0;
        boolean open = false;
        Right right = null;
        for (Object role : roles) {
            if (role instanceof Needs needs) {
                count++;
                open |= needs instanceof Needs.Nothing;
                right =
                        switch (needs) {
                            case Needs.Nothing _, Needs.SignIn _ -> right;
                            case Needs.TheRight(Right one) -> one;
                            case Needs.Proof(Right one) -> one;
                        };
            }
        }
        return new Address(method, path, count, open, right);
    }
}
