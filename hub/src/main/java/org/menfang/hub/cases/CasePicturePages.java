package org.menfang.hub.cases;

import java.util.Optional;
import org.menfang.hub.page.PageTable;
import org.menfang.hub.page.Problem;
import org.menfang.hub.page.Reply;
import org.menfang.hub.page.Section;
import org.menfang.hub.page.Visit;
import org.menfang.hub.rights.Right;
import org.menfang.vocabulary.Sha256;

/// Shows the pictures of repairs and incidents to the team.
public record CasePicturePages(CasePictures pictures) implements Section {
    @Override
    public void addTo(PageTable table) {
        table.get("/case-pictures/{sha256}", Right.SEE_BOARD, this::show);
    }

    private Reply show(Visit visit) {
        return digest(visit.path("sha256"))
                .flatMap(pictures::read)
                .<Reply>map(jpeg -> new Reply.File("picture.jpg", "image/jpeg", jpeg, true))
                .orElseGet(() -> new Reply.Refused(Problem.NO_PICTURE));
    }

    private static Optional<Sha256> digest(String text) {
        try {
            return Optional.of(new Sha256(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
