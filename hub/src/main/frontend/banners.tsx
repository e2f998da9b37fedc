// What has to be seen before anything else: the page is cut off, or it cannot be heard.

import type { JSX } from "preact";
import { BackupBanner } from "./backup";
import { Icon } from "./icons";
import { isSoundOn, turnSoundOn } from "./sound";
import { current, update, useBoardState, useSeconds } from "./store";
import { age, millisSinceHeard } from "./time";
import { nobodyIsTold } from "./ways";
import { t } from "./words";

export function Banners(): JSX.Element {
  return (
    <div class="banners">
      <LostBanner />
      <DeafBanner />
      <BackupBanner />
      <SoundBanner />
    </div>
  );
}

function LostBanner(): JSX.Element {
  useSeconds();
  const { link, board } = useBoardState();
  // The message is read out once; the age beside it counts on in silence.
  return (
    <div role="alert">
      {link === "signed-out" && (
        <p class="banner bad">
          <Icon name="away" size={2} />
          <span>
            <strong>{t("link.signed-out")}</strong> <a href="/sign-in">{t("signin.enter")}</a>
          </span>
        </p>
      )}
      {(link === "lost" || link === "too-many") && (
        <p class="banner bad">
          <Icon name="away" size={2} />
          <span>
            <strong>{t(link === "lost" ? "link.lost" : "link.too-many")}</strong>
            {board !== null && (
              <span class="banner-age" aria-live="off">
                {t("link.lost.explain", { age: age(millisSinceHeard()) })}
              </span>
            )}
          </span>
        </p>
      )}
    </div>
  );
}

/** Nobody hears of an alarm who does not look at the board. */
function DeafBanner(): JSX.Element {
  const { board } = useBoardState();
  return (
    <div role="alert">
      {nobodyIsTold(board?.ways ?? []) && (
        <p class="banner bad">
          <Icon name="bell_off" size={2} />
          <strong>{t("ways.deaf")}</strong>
        </p>
      )}
    </div>
  );
}

function SoundBanner(): JSX.Element | null {
  if (isSoundOn() || soundRefused) return null;
  const turnOn = async () => {
    await turnSoundOn();
    update({ link: current().link });
  };
  return (
    <button class="banner ask" onClick={turnOn}>
      <Icon name="bell" size={2} />
      <span>
        <strong>{t("sound.ask")}</strong> {t("sound.ask.why")}
      </span>
    </button>
  );
}

// A device without sound has nothing to turn on.
const soundRefused = typeof AudioContext === "undefined";
