package org.menfang.hub.page;

import org.menfang.hub.rights.Right;

/// Takes the addresses of an area. Each says who may come; a change needs the form's own token,
/// which every form of ours carries as `csrf`.
public interface PageTable {
    /// A page for those with a right.
    void get(String path, Right right, PageHandler handler);

    /// A change by those with a right.
    void post(String path, Right right, PageHandler handler);

    /// A change for which whoever makes it has proved within the last minutes who it is: all that
    /// proposes or confirms a grave act.
    void grave(String path, Right right, PageHandler handler);

    /// A page for everybody, signed in or not. It shows nothing personal.
    void openGet(String path, PageHandler handler);

    /// A form for everybody, signed in or not. Whoever answers it slows strangers down.
    void openPost(String path, PageHandler handler);
}
