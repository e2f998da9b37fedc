// The head of the board: what this is, what time it is, whether it is live, and the few tools.

import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { BackupLink } from "./backup";
import { DutyLink } from "./duty";
import { Icon, type IconName } from "./icons";
import { isSoundOn, turnSoundOff, turnSoundOn } from "./sound";
import { useBoardState, useSeconds, update, current, type Link } from "./store";
import { day, hourAndMinute, hubNow } from "./time";
import { WaysLink } from "./ways";
import { chooseLanguage, currentLanguage, remember, t } from "./words";

export function Header(): JSX.Element {
  useSeconds();
  const { link, session, board } = useBoardState();
  return (
    <header class="head">
      <div class="head-name">
        <Icon name="gate" size={2} />
        <h1>{t("app.name")}</h1>
        <LinkSign link={link} />
      </div>
      <p class="head-clock" aria-label={t("head.now")}>
        {session !== null && (
          <>
            <strong>{hourAndMinute(hubNow())}</strong> <span>{day(hubNow())}</span>
          </>
        )}
      </p>
      {board?.duty !== undefined && <DutyLink duty={board.duty} />}
      <WaysLink ways={board?.ways ?? []} />
      <BackupLink />
      <nav class="head-tools" aria-label={t("head.label")}>
        <a class="tool" href="/menu">
          <Icon name="menu" />
          <span>{t("head.menu")}</span>
        </a>
        <SoundTool />
        <ThemeTool />
        <LanguageTool />
        <a class="tool" href="/account">
          <Icon name="person" />
          <span>{session?.name ?? t("head.account")}</span>
        </a>
      </nav>
    </header>
  );
}

function LinkSign({ link }: { link: Link }): JSX.Element {
  if (link === "live") return <Sign kind="good" icon="link" text={t("head.live")} />;
  if (link === "connecting") return <Sign kind="plain" icon="waiting" text={t("head.connecting")} />;
  return <Sign kind="bad" icon="away" text={t("head.lost")} />;
}

export function Sign(props: {
  kind: "good" | "bad" | "warn" | "plain";
  icon: IconName;
  text: string;
}): JSX.Element {
  return (
    <span class={`sign ${props.kind}`}>
      <Icon name={props.icon} size={1.2} />
      <span>{props.text}</span>
    </span>
  );
}

function SoundTool(): JSX.Element {
  const on = isSoundOn();
  const toggle = async () => {
    await (on ? turnSoundOff() : turnSoundOn());
    update({ link: current().link });
  };
  return (
    <button class="tool" onClick={toggle} aria-pressed={on}>
      <Icon name={on ? "bell" : "bell_off"} />
      <span>{t(on ? "head.sound.turn-off" : "head.sound.turn-on")}</span>
    </button>
  );
}

function ThemeTool(): JSX.Element {
  const [dark, setDark] = useState(isDark);
  const toggle = () => {
    const chosen = dark ? "light" : "dark";
    document.documentElement.dataset["theme"] = chosen;
    remember("menfang-theme", chosen);
    setDark(!dark);
  };
  return (
    <button class="tool" onClick={toggle}>
      <Icon name={dark ? "sun" : "moon"} />
      <span>{t(dark ? "head.theme.light" : "head.theme.dark")}</span>
    </button>
  );
}

function isDark(): boolean {
  const chosen = document.documentElement.dataset["theme"];
  return chosen === "dark" || (chosen !== "light" && matchMedia("(prefers-color-scheme: dark)").matches);
}

function LanguageTool(): JSX.Element {
  const other = currentLanguage() === "zh" ? "en" : "zh";
  const change = () => {
    chooseLanguage(other);
    update({ link: current().link });
  };
  return (
    <button class="tool" lang={other === "zh" ? "zh-CN" : "en"} onClick={change}>
      <span class="tool-sign" aria-hidden="true">
        {other === "zh" ? "中" : "En"}
      </span>
      <span>{other === "zh" ? "中文" : "English"}</span>
    </button>
  );
}
