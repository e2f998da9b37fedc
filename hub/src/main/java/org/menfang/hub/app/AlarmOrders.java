package org.menfang.hub.app;

import java.util.Optional;
import java.util.function.Supplier;
import org.menfang.hub.board.AlarmCard;
import org.menfang.hub.board.Board;
import org.menfang.hub.book.Outcome;
import org.menfang.hub.repair.NewRepair;
import org.menfang.hub.repair.RepairBook;
import org.menfang.hub.response.Places;
import org.menfang.hub.response.WorkOrders;
import org.menfang.vocabulary.OperatorName;

/// Orders the repairs of faults that gates measure.
record AlarmOrders(RepairBook repairs, Supplier<Board> board) implements WorkOrders {
    @Override
    public boolean isOpen(String number) {
        return number.matches("[1-9][0-9]{0,8}")
                && repairs.find(Integer.parseInt(number))
                        .filter(repair -> repair.state().isOpen())
                        .isPresent();
    }

    @Override
    public Optional<String> order(OperatorName by, AlarmCard card) {
        NewRepair repair =
                new NewRepair(
                        card.ref().compound(),
                        Places.of(board.get(), card),
                        "",
                        new NewRepair.MeasuredFault(card.ref().gate(), card.kind(), card.source()),
                        card.heardAt());
        return repairs.report(by, repair) instanceof Outcome.Done
                ? repairs.findOpen(repair).map(found -> Integer.toString(found.number()))
                : Optional.empty();
    }
}
