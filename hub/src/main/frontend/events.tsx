// What happened, the newest first.

import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { fetchEarlier } from "./acts";
import { alarmKinds, iconOf, pictures, sentenceOf, weightOf } from "./event-words";
import { Icon } from "./icons";
import type { LoggedEvent } from "./model";
import { Picture } from "./picture";
import { useBoardState } from "./store";
import { clockTime, day } from "./time";
import { t } from "./words";

export function Events(): JSX.Element {
  const { events, board, noEarlier } = useBoardState();
  const [all, setAll] = useState(false);
  const [failed, setFailed] = useState(false);
  const kindOf = alarmKinds(events, board?.alarms ?? []);
  const pictureOf = pictures(events);
  const shown = all ? events : events.filter((event) => weightOf(event) !== "detail");
  return (
    <>
      <button class="button wide quiet-button" aria-pressed={all} onClick={() => setAll(!all)}>
        {t(all ? "events.few" : "events.all")}
      </button>
      {shown.length === 0 && <p class="hint">{t("events.none")}</p>}
      <ol class="events">
        {shown.map((event) => (
          <Row
            key={event.number}
            event={event}
            text={sentenceOf(event, kindOf)}
            picture={pictureOf(event)}
          />
        ))}
      </ol>
      {failed && (
        <p class="notice bad" role="alert">
          {t("events.failed")}
        </p>
      )}
      {noEarlier ? (
        <p class="hint">{t("events.no-more")}</p>
      ) : (
        events.length > 0 && (
          <button class="button wide" onClick={async () => setFailed(!(await fetchEarlier()))}>
            {t("events.more")}
          </button>
        )
      )}
    </>
  );
}

function Row(props: { event: LoggedEvent; text: string; picture: string | undefined }): JSX.Element {
  const { event, text, picture } = props;
  const place = event.where === "" ? event.gateName : event.where;
  return (
    <li class={`event ${weightOf(event)}`} data-number={event.number} data-type={event.type}>
      <span class="event-icon">
        <Icon name={iconOf(event)} size={1.4} />
      </span>
      <p class="event-text">
        <span class="event-what">
          {event.who !== undefined && <strong>{event.who} </strong>}
          {text}
        </span>
        <span class="event-place">
          {place}
          {event.trust === "UNTRUSTED" && <> · {t("event.untrusted")}</>}
        </span>
      </p>
      <time class="event-time" dateTime={event.time} title={day(event.time)}>
        {clockTime(event.time)}
      </time>
      {picture !== undefined && (
        <Picture digest={picture} what={t("picture.alt", { what: text, time: clockTime(event.time) })} />
      )}
    </li>
  );
}
