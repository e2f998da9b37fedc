// Who answers now, and whether the next shift has still to take over.

import type { JSX } from "preact";
import { Icon } from "./icons";
import type { Duty } from "./model";
import { currentLanguage, t } from "./words";

/** Leads to the hand-over. */
export function DutyLink({ duty }: { duty: Duty }): JSX.Element {
  const comma = currentLanguage() === "zh" ? "、" : ", ";
  return (
    <a class="tool duty" href="/hand-over">
      <span>
        {t("duty.answers")} <strong>{duty.persons.join(comma)}</strong>
      </span>
      {duty.waiting !== undefined && (
        <span class="sign warn">
          <Icon name="waiting" size={1.2} />
          <span>{t("duty.waiting", { shift: t(`duty.shift.${duty.waiting}`) })}</span>
        </span>
      )}
    </a>
  );
}
