// What an act asks for before it is sent: why it is put aside, what it was.

import type { JSX } from "preact";
import { useId, useState } from "preact/hooks";
import { alarmKey, type Alarm } from "./model";
import type { AlarmAct } from "./store";
import { t } from "./words";

const causes = [
  "OFFENCE",
  "EMERGENCY",
  "MISTAKE",
  "WORK",
  "FAULT",
  "NATURE",
  "EXERCISE",
  "FALSE_ALARM",
  "OTHER",
] as const;
const needNote: readonly string[] = ["OFFENCE", "EMERGENCY", "OTHER"];
const noteCharsMax = 500;
const whyCharsMax = 80;
const repairCharsMax = 20;
const shelveMinutes = [30, 60];

interface FormProps {
  alarm: Alarm;
  send: (name: AlarmAct, says?: object) => void;
  cancel: () => void;
}

export function CloseForm({ alarm, send, cancel }: FormProps): JSX.Element {
  const [cause, setCause] = useState<string>(alarm.care.falseAlarm === undefined ? "" : "FALSE_ALARM");
  const [note, setNote] = useState("");
  const id = useId();
  const can = cause !== "" && (!needNote.includes(cause) || note.trim() !== "");
  return (
    <form
      class="alarm-form close-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (can) send("close", { cause, note: note.trim() });
      }}
    >
      <fieldset>
        <legend>{t("alarms.close.title")}</legend>
        <div class="picks">
          {causes.map((each) => (
            <button
              type="button"
              key={each}
              class="pick"
              data-cause={each}
              aria-pressed={cause === each}
              onClick={() => setCause(each)}
            >
              <span aria-hidden="true">{cause === each ? "✓ " : ""}</span>
              {t(`alarms.cause.${each}`)}
            </button>
          ))}
        </div>
      </fieldset>
      <label for={id}>{t("alarms.close.note")}</label>
      <textarea id={id} rows={3} maxLength={noteCharsMax} value={note} onInput={(e) => setNote(e.currentTarget.value)} />
      {cause !== "" && !can && <p role="status">{t("alarms.close.note.needed")}</p>}
      <Buttons text="alarms.close.send" can={can} cancel={cancel} />
    </form>
  );
}

export function ShelveForm({ alarm, send, cancel }: FormProps): JSX.Element {
  const [minutes, setMinutes] = useState<number | null>(shelveMinutes[0] ?? null);
  const [why, setWhy] = useState("");
  const id = useId();
  const can = why.trim() !== "";
  return (
    <form
      class="alarm-form shelve-form"
      data-for={alarmKey(alarm)}
      onSubmit={(event) => {
        event.preventDefault();
        if (can) send("shelve", minutes === null ? { why: why.trim() } : { minutes, why: why.trim() });
      }}
    >
      <fieldset>
        <legend>{t("alarms.shelve.title")}</legend>
        <div class="picks">
          {[...shelveMinutes, null].map((each) => (
            <button
              type="button"
              key={each ?? 0}
              class="pick"
              aria-pressed={minutes === each}
              onClick={() => setMinutes(each)}
            >
              <span aria-hidden="true">{minutes === each ? "✓ " : ""}</span>
              {each === null ? t("alarms.shelve.shift") : t("alarms.shelve.minutes", { n: each })}
            </button>
          ))}
        </div>
      </fieldset>
      <label for={id}>{t("alarms.shelve.why")}</label>
      <input id={id} maxLength={whyCharsMax} value={why} onInput={(e) => setWhy(e.currentTarget.value)} />
      <Buttons text="alarms.act.shelve" can={can} cancel={cancel} />
    </form>
  );
}

export function OutOfServiceForm({ alarm, send, cancel }: FormProps): JSX.Element {
  const [repair, setRepair] = useState("");
  const id = useId();
  return (
    <form
      class="alarm-form out-of-service-form"
      data-for={alarmKey(alarm)}
      onSubmit={(event) => {
        event.preventDefault();
        send("out-of-service", repair.trim() === "" ? {} : { repair: repair.trim() });
      }}
    >
      <label for={id}>{t("alarms.repair.number")}</label>
      <input id={id} inputMode="numeric" maxLength={repairCharsMax} value={repair} onInput={(e) => setRepair(e.currentTarget.value)} />
      <Buttons text="alarms.repair.send" can={true} cancel={cancel} />
    </form>
  );
}

function Buttons({ text, can, cancel }: { text: string; can: boolean; cancel: () => void }): JSX.Element {
  return (
    <div class="form-buttons">
      <button class="button primary" aria-disabled={!can}>
        {t(text)}
      </button>
      <button type="button" class="button" onClick={cancel}>
        {t("alarms.act.cancel")}
      </button>
    </div>
  );
}
