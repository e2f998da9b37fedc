// The rounds page: the next point in large letters. It works without the hub and brings it everything later.

import { render, type JSX } from "preact";
import { useEffect, useReducer, useState } from "preact/hooks";
import { installHint, registerWorker } from "./pwa";
import type { Kept } from "./queue";
import { answerOf, beginProgress, endProgress, nextPoints, pointProgress } from "./rounds-model";
import type { Point, Round } from "./rounds-model";
import { act, dismiss, listen, rounds, run, takePicture, waiting } from "./rounds-store";
import { w } from "./rounds-words";

const textCharsMax = 200;
const codeShown = new URLSearchParams(location.search).get("code");

function RoundsPage(): JSX.Element {
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    const stop = listen(() => redraw(undefined));
    const timer = setInterval(() => redraw(undefined), 1000);
    return () => {
      stop();
      clearInterval(timer);
    };
  }, []);
  const { plan, kept } = rounds();
  return (
    <>
      <Standing />
      {kept.filter((each) => each.refused !== null).map((each) => <Refused key={each.key} kept={each} />)}
      {plan === null && <p class="panel">{w("walk.no-plan")}</p>}
      {plan !== null && plan.rounds.length === 0 && <p class="panel">{w("walk.none-today")}</p>}
      {plan?.rounds.map((round) => <RoundCard key={round.id} round={round} kept={kept} />)}
    </>
  );
}

/** Whether the hub hears us, what waits, and how old the plan is. */
function Standing(): JSX.Element {
  const { link, planKeptAt, owner, kept } = rounds();
  const count = waiting().length;
  const foreign = kept.filter((each) => each.owner !== owner && owner !== "").length;
  const minutes = Math.floor((Date.now() - planKeptAt) / 60_000);
  return (
    <div class="panel" role="status">
      <p>
        {link === "live" ? (
          <span class="sign good">{w("walk.link.live")}</span>
        ) : (
          <span class="sign warn">{w(`walk.link.${link}`)}</span>
        )}{" "}
        {planKeptAt > 0 && (
          <span class="age">{minutes < 1 ? w("walk.age.now") : w("walk.age.minutes", { n: minutes })}</span>
        )}
      </p>
      {count > 0 && <p class="waiting-count">{w("walk.waiting", { n: count })}</p>}
      {foreign > 0 && <p>{w("walk.foreign", { n: foreign })}</p>}
      {link === "signed-out" && (
        <a class="button primary wide" href="/sign-in">
          {w("walk.sign-in")}
        </a>
      )}
    </div>
  );
}

function Refused({ kept }: { kept: Kept }): JSX.Element {
  return (
    <div class="notice bad" role="alert">
      <p>{w("walk.refused", { why: kept.refused ?? "" })}</p>
      <button class="button" onClick={() => void dismiss(kept.key)}>
        {w("walk.refused.read")}
      </button>
    </div>
  );
}

function RoundCard({ round, kept }: { round: Round; kept: Kept[] }): JSX.Element {
  const begun = beginProgress(round, kept);
  const ended = endProgress(round, kept);
  const done = round.points.filter((point) => pointProgress(round, point, kept) !== "open").length;
  const walking = begun !== "open" && ended === "open" && round.state !== "MISSED";
  return (
    <section class={`card ${walking ? "waiting" : ended === "done" ? "done" : ""}`} aria-label={round.name}>
      <h2>{round.name}</h2>
      <p class="hint">
        {w("walk.due", { from: hour(round.dueFrom), to: hour(round.dueTo) })}{" "}
        {w("walk.points", { done, all: round.points.length })}
      </p>
      {begun === "open" && round.state === "DUE" && (
        <button class="button primary wide" onClick={() => void act({ kind: "BEGIN", round: round.id })}>
          {w("walk.begin")}
        </button>
      )}
      {round.state === "MISSED" && <p class="sign bad">{w("walk.missed")}</p>}
      {walking && <Walk round={round} kept={kept} />}
      {ended === "waiting" && <p class="sign warn">{w("walk.end.waiting")}</p>}
      {ended === "done" && <p class="sign good">{w("walk.ended")}</p>}
    </section>
  );
}

function Walk({ round, kept }: { round: Round; kept: Kept[] }): JSX.Element {
  const next = nextPoints(round, kept);
  return (
    <>
      <ol class="points">
        {round.points.map((point) => (
          <PointLine key={point.id} round={round} point={point} kept={kept} />
        ))}
      </ol>
      {next.map((point) => (
        <NextPoint key={point.id} round={round} point={point} />
      ))}
      <Checks round={round} kept={kept} />
      <PictureForm round={round} kept={kept} />
      <RepairForm round={round} />
      <EndForm round={round} left={next.length} />
    </>
  );
}

function PointLine({ round, point, kept }: { round: Round; point: Point; kept: Kept[] }): JSX.Element {
  const progress = pointProgress(round, point, kept);
  return (
    <li class={`point ${progress}`}>
      <strong>{point.name}</strong> <span>{w(`walk.point.${progress}`)}</span>
    </li>
  );
}

function NextPoint({ round, point }: { round: Round; point: Point }): JSX.Element {
  const [code, setCode] = useState(codeShown ?? "");
  const coded = point.how === "QR" || point.how === "NFC";
  const arrive = () => {
    const said = code.trim();
    void act({ kind: "POINT", round: round.id, point: point.id, ...(coded && said !== "" ? { code: said } : {}) });
  };
  return (
    <div class="next-point">
      <p class="big-number">{point.name}</p>
      <p>{w(`walk.how.${point.how}`)}</p>
      {coded && (
        <div class="field">
          <label for={`code-${point.id}`}>{w("walk.code")}</label>
          <input
            id={`code-${point.id}`}
            value={code}
            maxLength={64}
            autocomplete="off"
            onInput={(event) => setCode(event.currentTarget.value)}
          />
        </div>
      )}
      {point.how === "NFC" && <NfcButton heard={setCode} />}
      {point.how !== "READER" && (
        <button class="button primary wide" onClick={arrive} aria-disabled={coded && code.trim() === ""}>
          {w("walk.arrive")}
        </button>
      )}
    </div>
  );
}

interface NfcReader {
  scan(): Promise<void>;
  onreading: ((event: { message: { records: { data?: DataView }[] } }) => void) | null;
}

/** Only where the browser can read tags; elsewhere the phone itself opens the address of the tag. */
function NfcButton({ heard }: { heard: (code: string) => void }): JSX.Element | null {
  const known = (window as unknown as { NDEFReader?: new () => NfcReader }).NDEFReader;
  if (known === undefined) return null;
  const read = async () => {
    const reader = new known();
    reader.onreading = (event) => {
      const data = event.message.records[0]?.data;
      if (data !== undefined) heard(new TextDecoder().decode(data).split("code=").pop() ?? "");
    };
    await reader.scan();
  };
  return (
    <button class="button wide" onClick={() => void read()}>
      {w("walk.nfc")}
    </button>
  );
}

/** The short list of the points where somebody has been. */
function Checks({ round, kept }: { round: Round; kept: Kept[] }): JSX.Element {
  const been = round.points.filter((point) => pointProgress(round, point, kept) !== "open");
  const last = been[been.length - 1];
  if (last === undefined) return <></>;
  return (
    <>
      {last.checks.map((check) => {
        const said = answerOf(round, last, check, kept);
        const say = (ok: boolean) =>
          void act({ kind: "CHECK", round: round.id, point: last.id, check: check.id, ok });
        return (
          <fieldset class="choice" key={check.id}>
            <legend>
              {last.name}: {check.text}
            </legend>
            <button class={`button ${said === true ? "primary" : ""}`} aria-pressed={said === true} onClick={() => say(true)}>
              {w("walk.check.ok")}
            </button>
            <button class={`button ${said === false ? "primary" : ""}`} aria-pressed={said === false} onClick={() => say(false)}>
              {w("walk.check.bad")}
            </button>
          </fieldset>
        );
      })}
    </>
  );
}

/** A picture of the place where somebody was last. */
function PictureForm({ round, kept }: { round: Round; kept: Kept[] }): JSX.Element | null {
  const [said, setSaid] = useState("");
  const been = round.points.filter((point) => pointProgress(round, point, kept) !== "open");
  const last = been[been.length - 1];
  if (last === undefined) return null;
  const waits = kept.filter(({ act, refused }) => refused === null && act.kind === "PICTURE" && act.round === round.id);
  const take = async (input: HTMLInputElement) => {
    const file = input.files?.[0];
    if (file === undefined) return;
    const became = await takePicture(round.id, last.id, file);
    setSaid(became === "kept" ? "" : w(`walk.picture.${became}`));
    input.value = "";
  };
  return (
    <div class="field stack">
      <label for={`picture-${round.id}`}>{w("walk.picture", { point: last.name })}</label>
      <input
        id={`picture-${round.id}`}
        type="file"
        accept="image/*"
        capture="environment"
        onChange={(event) => void take(event.currentTarget)}
      />
      {waits.length > 0 && <p>{w("walk.picture.waiting", { n: waits.length })}</p>}
      {said !== "" && (
        <p class="notice bad" role="alert">
          {said}
        </p>
      )}
    </div>
  );
}

function RepairForm({ round }: { round: Round }): JSX.Element {
  const [text, setText] = useState("");
  const report = () => {
    if (text.trim() === "") return;
    void act({ kind: "REPAIR", round: round.id, text: text.trim() });
    setText("");
  };
  return (
    <details class="more">
      <summary>{w("walk.repair")}</summary>
      <div class="field">
        <label for={`repair-${round.id}`}>{w("walk.repair.what")}</label>
        <textarea
          id={`repair-${round.id}`}
          value={text}
          maxLength={textCharsMax}
          onInput={(event) => setText(event.currentTarget.value)}
        />
        <button class="button wide" onClick={report}>
          {w("walk.repair.send")}
        </button>
      </div>
    </details>
  );
}

function EndForm({ round, left }: { round: Round; left: number }): JSX.Element {
  const [why, setWhy] = useState("");
  const end = () => {
    if (left > 0 && why.trim() === "") return;
    void act({ kind: "END", round: round.id, ...(left > 0 ? { text: why.trim() } : {}) });
  };
  if (left === 0) {
    return (
      <button class="button primary wide" onClick={end}>
        {w("walk.end")}
      </button>
    );
  }
  return (
    <details class="more">
      <summary>{w("walk.end.early")}</summary>
      <div class="field">
        <label for={`why-${round.id}`}>{w("walk.end.why")}</label>
        <input
          id={`why-${round.id}`}
          value={why}
          maxLength={textCharsMax}
          onInput={(event) => setWhy(event.currentTarget.value)}
        />
        <button class="button wide" onClick={end}>
          {w("walk.end.early")}
        </button>
      </div>
    </details>
  );
}

function hour(instant: string): string {
  const zone = document.documentElement.dataset["zone"] ?? "Asia/Shanghai";
  return new Intl.DateTimeFormat("zh-CN", { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone: zone }).format(
    new Date(instant),
  );
}

const place = document.getElementById("rounds");
if (place !== null) {
  render(<RoundsPage />, place);
  registerWorker();
  installHint(document.getElementById("install"), w);
  void run();
}
