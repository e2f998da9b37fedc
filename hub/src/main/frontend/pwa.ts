// The page as an app: it can be put on the home screen and opens without a network.

/** Registers the worker that keeps the shell of the pages; where a browser refuses, the page works as before. */
export function registerWorker(): void {
  if ("serviceWorker" in navigator && isSecureContext) {
    navigator.serviceWorker.register("/sw.js").catch(() => {
      document.documentElement.dataset["worker"] = "refused";
    });
  }
}

interface InstallPrompt extends Event {
  prompt(): Promise<unknown>;
}

/** Offers to install, or says honestly why this browser does not. */
export function installHint(place: HTMLElement | null, text: (key: string) => string): void {
  if (place === null || matchMedia("(display-mode: standalone)").matches) return;
  const say = (key: string) => {
    place.textContent = text(key);
  };
  if (!isSecureContext) say("walk.install.insecure");
  else if (!("serviceWorker" in navigator)) say("walk.install.refused");
  else say("walk.install.by-menu");
  addEventListener("beforeinstallprompt", (event) => {
    event.preventDefault();
    const button = document.createElement("button");
    button.className = "button wide";
    button.textContent = text("walk.install");
    button.onclick = () => void (event as InstallPrompt).prompt();
    place.replaceChildren(button);
  });
}
