package org.menfang.sim.demo;

import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.menfang.hub.rights.Role;
import org.menfang.sim.people.Person;
import org.menfang.site.LampPlan;

/// The office of a running compound and those who work in it, each with a browser of their own.
final class Office implements AutoCloseable {
    /// Those who have to be there before anybody can be appointed on a page come with a link that
    /// was made on the hub's own console.
    static final String COMMITTEE = "郑国庆";

    static final String SUPERVISOR = "宋秀英";
    static final String COUNCIL = "梁文博";
    static final String VOLUNTEER = "李桂兰";

    private static final Pattern PHONE_LINK =
            Pattern.compile("id=\"phone-link\">([^<]+/sign-in\\?code=[^<]+)<");

    /// Waits a moment.
    interface Pause {
        /// @return whether the demo is to stop
        boolean take() throws InterruptedException;
    }

    /// Something that somebody does on a page.
    interface Act {
        void take() throws IOException, InterruptedException, DemoFailure;
    }

    private final DemoSetUp setUp;
    private final Pause pause;
    private final Map<String, HubBrowser> browsers = new HashMap<>();
    private int added;

    Office(DemoSetUp setUp, Pause pause) {
        this.setUp = setUp;
        this.pause = pause;
    }

    DemoFolder folder() {
        return setUp.folder();
    }

    String compound() {
        return setUp.site().compound().value();
    }

    String gate() {
        return setUp.site().gate().value();
    }

    ZoneId zone() {
        return setUp.site().zone();
    }

    ZonedDateTime now() {
        return Instant.now().atZone(zone());
    }

    List<LampPlan> lamps() {
        return setUp.site().lamps();
    }

    List<Person> people() {
        return setUp.people();
    }

    /// Who executes.
    HubBrowser committee() throws IOException, InterruptedException, DemoFailure {
        return byConsole(COMMITTEE, List.of(Role.COMMITTEE));
    }

    /// Who looks on, and is the second person.
    HubBrowser supervisor() throws IOException, InterruptedException, DemoFailure {
        return byConsole(SUPERVISOR, List.of(Role.SUPERVISOR));
    }

    /// Who writes down what the households decide.
    HubBrowser council() throws IOException, InterruptedException, DemoFailure {
        return byConsole(COUNCIL, List.of());
    }

    /// Who walks the round; the committee's screen showed the code for this person's phone.
    HubBrowser volunteer() throws IOException, InterruptedException, DemoFailure {
        HubBrowser known = browsers.get(VOLUNTEER);
        if (known != null) {
            return known;
        }
        String page = committee().send("/account/phones", "name", VOLUNTEER);
        return keep(VOLUNTEER, URI.create(HubBrowser.found(PHONE_LINK, page)));
    }

    private HubBrowser byConsole(String name, List<Role> roles)
            throws IOException, InterruptedException, DemoFailure {
        HubBrowser known = browsers.get(name);
        return known == null ? keep(name, setUp.signInLink(name, roles)) : known;
    }

    private HubBrowser keep(String name, URI link)
            throws IOException, InterruptedException, DemoFailure {
        HubBrowser browser = HubBrowser.signIn(link);
        browsers.put(name, browser);
        return browser;
    }

    /// Does something, unless a page of the committee shows that it has been done.
    ///
    /// @param mark what the page shows then
    /// @throws DemoFailure if the page does not show it afterwards either
    void unless(String path, String mark, Act act)
            throws IOException, InterruptedException, DemoFailure {
        if (shows(path, mark)) {
            return;
        }
        act.take();
        added++;
        if (!shows(path, mark)) {
            throw new DemoFailure(path + ": " + mark + "?");
        }
    }

    boolean shows(String path, String mark) throws IOException, InterruptedException, DemoFailure {
        return committee().page(path).contains(mark);
    }

    /// How many things were done since the last time that somebody asked.
    int addedSince() {
        int count = added;
        added = 0;
        return count;
    }

    /// Notes that something was done.
    void note() {
        added++;
    }

    /// Waits a moment.
    ///
    /// @throws InterruptedException if the demo is to stop
    void pause() throws InterruptedException {
        if (pause.take()) {
            throw new InterruptedException("the demo stops");
        }
    }

    @Override
    public void close() {
        browsers.values().forEach(HubBrowser::close);
    }
}
