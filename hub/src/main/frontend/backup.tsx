// How old the last backup is, for those who set the hub up.

import type { JSX } from "preact";
import { Sign } from "./header";
import { Icon } from "./icons";
import type { Backup } from "./model";
import { useBoardState, useSeconds } from "./store";
import { ageOf } from "./time";
import { t } from "./words";

function callsForSomebody(backup: Backup): boolean {
  return backup.failing || backup.state === "NEVER" || backup.state === "LATE";
}

function said(backup: Backup): string {
  if (backup.lastAt === undefined) return t("backup.never");
  return t(backup.failing ? "backup.failing" : "backup.age", { age: ageOf(backup.lastAt) });
}

/** Leads to the page about backups; nobody else sees it, and nothing where the hub makes none. */
export function BackupLink(): JSX.Element | null {
  useSeconds();
  const { session, board } = useBoardState();
  const backup = board?.backup;
  if (session?.setsUp !== true || backup === undefined || backup.state === "OFF") return null;
  const good = !callsForSomebody(backup);
  return (
    <a class="tool" href="/keep" data-backup={good ? "good" : "bad"}>
      <Sign kind={good ? "good" : "bad"} icon={good ? "check" : "alert"} text={said(backup)} />
    </a>
  );
}

/** A backup that is too old is seen before anything else by those who can do something about it. */
export function BackupBanner(): JSX.Element {
  useSeconds();
  const { session, board } = useBoardState();
  const backup = board?.backup;
  const bad = session?.setsUp === true && backup !== undefined && (backup.failing || backup.state === "LATE");
  return (
    <div role="alert">
      {bad && (
        <p class="banner bad">
          <Icon name="alert" size={2} />
          <span>
            <strong>{t(backup.failing ? "backup.banner.failing" : "backup.banner.late")}</strong>{" "}
            <a href="/keep">{t("backup.look")}</a>
          </span>
        </p>
      )}
    </div>
  );
}
