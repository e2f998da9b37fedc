// Lets a phone or a computer sign with a passkey. Where a browser cannot, the page says so and everything else
// on it works as before.

interface Asked {
  readonly challenge: string;
  readonly host: string;
  readonly keys: string[];
}

interface AskedNew extends Asked {
  readonly user: string;
  readonly name: string;
  readonly algorithms: number[];
}

interface Answered {
  readonly to: string;
  readonly why: string;
}

const paths: Record<string, string> = {
  "sign-in": "/sign-in/passkey",
  add: "/account/passkeys",
  prove: "/account/proof/passkey",
};
const waitMillisMax = 120_000;

function bytes(text: string): Uint8Array<ArrayBuffer> {
  const plain = atob(text.replace(/-/g, "+").replace(/_/g, "/"));
  const all = new Uint8Array(plain.length);
  for (let i = 0; i < plain.length; i++) all[i] = plain.charCodeAt(i);
  return all;
}

function text(buffer: ArrayBuffer): string {
  let plain = "";
  new Uint8Array(buffer).forEach((each) => (plain += String.fromCharCode(each)));
  return btoa(plain).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
}

async function post(button: HTMLElement, path: string, body: object): Promise<Response> {
  return fetch(path, {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-Menfang-Csrf": button.dataset["csrf"] ?? "" },
    body: JSON.stringify(body),
  });
}

function keys(asked: Asked): PublicKeyCredentialDescriptor[] {
  return asked.keys.map((id) => ({ type: "public-key", id: bytes(id) }));
}

async function make(asked: AskedNew): Promise<object | null> {
  const made = (await navigator.credentials.create({
    publicKey: {
      challenge: bytes(asked.challenge),
      rp: { id: asked.host, name: "Menfang" },
      user: { id: bytes(asked.user), name: asked.name, displayName: asked.name },
      pubKeyCredParams: asked.algorithms.map((alg) => ({ type: "public-key", alg })),
      excludeCredentials: keys(asked),
      authenticatorSelection: {
        residentKey: "required",
        requireResidentKey: true,
        userVerification: "required",
      },
      attestation: "none",
      timeout: waitMillisMax,
    },
  })) as PublicKeyCredential | null;
  if (!made) return null;
  const response = made.response as AuthenticatorAttestationResponse;
  return {
    id: made.id,
    rawId: text(made.rawId),
    type: made.type,
    response: {
      clientDataJSON: text(response.clientDataJSON),
      attestationObject: text(response.attestationObject),
    },
    clientExtensionResults: {},
  };
}

async function sign(asked: Asked): Promise<object | null> {
  const signed = (await navigator.credentials.get({
    publicKey: {
      challenge: bytes(asked.challenge),
      rpId: asked.host,
      allowCredentials: keys(asked),
      userVerification: "required",
      timeout: waitMillisMax,
    },
  })) as PublicKeyCredential | null;
  if (!signed) return null;
  const response = signed.response as AuthenticatorAssertionResponse;
  return {
    id: signed.id,
    rawId: text(signed.rawId),
    type: signed.type,
    response: {
      clientDataJSON: text(response.clientDataJSON),
      authenticatorData: text(response.authenticatorData),
      signature: text(response.signature),
      ...(response.userHandle ? { userHandle: text(response.userHandle) } : {}),
    },
    clientExtensionResults: {},
  };
}

/** Where to go on; throws what to say where it failed. */
async function work(button: HTMLElement, act: string): Promise<string> {
  const path = paths[act] ?? "";
  const asked = (await (await post(button, `${path}/begin`, {})).json()) as Asked;
  const answer = act === "add" ? await make(asked as AskedNew) : await sign(asked);
  if (answer === null) throw new Error("");
  const label = document.querySelector<HTMLInputElement>("#passkey-label")?.value ?? "";
  const more =
    act === "add"
      ? `?label=${encodeURIComponent(label)}`
      : `?back=${encodeURIComponent(button.dataset["back"] ?? "")}`;
  const answered = (await (await post(button, path + more, answer)).json()) as Answered;
  if (!answered.to) throw new Error(answered.why);
  return answered.to;
}

function begin(button: HTMLButtonElement): void {
  const said = button.parentElement?.querySelector<HTMLElement>(".passkey-said");
  const missing = button.parentElement?.querySelector<HTMLElement>(".passkey-missing");
  if (!window.isSecureContext || !("PublicKeyCredential" in window)) {
    if (missing) missing.hidden = false;
    return;
  }
  button.hidden = false;
  button.addEventListener("click", () => {
    button.disabled = true;
    if (said) said.hidden = true;
    work(button, button.dataset["passkey"] ?? "").then(
      (to) => location.assign(to),
      (fault: unknown) => {
        button.disabled = false;
        if (!said) return;
        // What a browser says is in its own language and for programmers; ours is for people.
        const ours = fault instanceof Error && fault.constructor === Error && fault.message !== "";
        said.textContent = ours ? fault.message : (button.dataset["failed"] ?? "");
        said.hidden = false;
      },
    );
  });
}

document.querySelectorAll<HTMLButtonElement>("[data-passkey]").forEach(begin);

export {};
