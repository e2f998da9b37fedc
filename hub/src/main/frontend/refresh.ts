// Renews what a server-made page shows, for as long as somebody looks at it. Without it the page shows its age.

const marked = document.querySelector<HTMLElement>("[data-refresh]");
const seconds = Number(marked?.dataset["refresh"] ?? "0");

async function renew(): Promise<void> {
  if (marked === null || document.hidden || isTyping()) return;
  try {
    const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
    if (!answer.ok) return;
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector<HTMLElement>("[data-refresh]");
    if (fresh === null) return;
    marked.replaceChildren(...Array.from(fresh.childNodes));
    if (fresh.dataset["refresh"] === "0") clearInterval(timer);
    marked.classList.remove("stale");
  } catch {
    marked.classList.add("stale");
  }
}

function isTyping(): boolean {
  const at = document.activeElement;
  return at !== null && ["INPUT", "TEXTAREA", "SELECT"].includes(at.tagName);
}

const timer = seconds > 0 ? setInterval(() => void renew(), seconds * 1000) : 0;
