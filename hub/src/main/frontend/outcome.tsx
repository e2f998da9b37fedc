// What became of an act: on its way, confirmed, or in plain words why not.

import type { JSX } from "preact";
import { Icon } from "./icons";
import type { Problem } from "./model";
import { setAct, type Act } from "./store";
import { currentLanguage, hasText, t } from "./words";

export function Outcome({ act, of }: { act: Act | undefined; of: string }): JSX.Element {
  return (
    <div role="status" class="outcome">
      {act?.phase === "waiting" && (
        <p class="outcome-line waiting">
          <Icon name="waiting" />
          <span>{t(act.byHub ? "act.waiting-hub" : "act.waiting")}</span>
        </p>
      )}
      {act?.phase === "done" && (
        <p class="outcome-line good">
          <Icon name="check" />
          <span>{t(doneWords(act))}</span>
        </p>
      )}
      {act?.phase === "failed" && <Failed act={act} of={of} />}
    </div>
  );
}

function doneWords(act: Act): string {
  if (act.name === "release") return "door.release.done";
  if (act.name === "hold") return "door.hold.done";
  if (act.name === "level") return "level.done";
  return act.byHub ? "act.done-hub" : "act.done";
}

/** What the hub says of this very act, where it says more than the kind of problem. */
function detailOf(problem: Problem | undefined): string | undefined {
  return currentLanguage() === "zh" ? problem?.zh?.detail : problem?.detail;
}

function Failed({ act, of }: { act: Act; of: string }): JSX.Element {
  const code = act.problem?.code ?? "";
  const title = `problem.${code}.title`;
  return (
    <div class="outcome-line bad">
      <Icon name="alert" />
      <span>
        {hasText(title) ? (
          <>
            <strong>{t(title)}</strong> {detailOf(act.problem) ?? t(`problem.${code}.detail`)}
          </>
        ) : (
          t("act.unknown")
        )}
      </span>
      <button class="button" onClick={() => setAct(of, null)}>
        {t("act.close")}
      </button>
    </div>
  );
}
