// The picture of an event: small, and large in its place when touched.

import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { Icon } from "./icons";
import { t } from "./words";

// A picture may come a little later than the event that names it.
const retryMillis = [2_000, 5_000, 15_000, 60_000];

export function Picture({ digest, what }: { digest: string; what: string }): JSX.Element {
  const [tries, setTries] = useState(0);
  const [failed, setFailed] = useState(false);
  const [large, setLarge] = useState(false);
  useEffect(() => {
    const wait = retryMillis[tries];
    if (!failed || wait === undefined) return undefined;
    const timer = setTimeout(() => {
      setFailed(false);
      setTries(tries + 1);
    }, wait);
    return () => clearTimeout(timer);
  }, [failed, tries]);
  if (failed) {
    return (
      <span class="picture missing">
        <Icon name="image" />
        <span>{t("picture.not-yet")}</span>
      </span>
    );
  }
  return (
    <button
      class={`picture ${large ? "large" : ""}`}
      aria-expanded={large}
      title={t(large ? "picture.close" : "picture.open")}
      onClick={() => setLarge(!large)}
    >
      <img src={`/api/v1/pictures/${digest}`} alt={what} loading="lazy" onError={() => setFailed(true)} />
    </button>
  );
}
