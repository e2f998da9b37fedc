// The sound of a new alarm, made on the spot: there is no file to load.

import type { Priority } from "./model";

interface Tone {
  hertz: number;
  from: number;
  seconds: number;
}

// An emergency rises four times, an urgent alarm sounds twice like a door bell, the rest once.
const melodies: Record<Priority, Tone[]> = {
  CRITICAL: [0, 0.5, 1, 1.5].flatMap((from) => [
    { hertz: 660, from, seconds: 0.2 },
    { hertz: 990, from: from + 0.22, seconds: 0.22 },
  ]),
  HIGH: [0, 0.9].flatMap((from) => [
    { hertz: 784, from, seconds: 0.28 },
    { hertz: 587, from: from + 0.3, seconds: 0.4 },
  ]),
  LOW: [{ hertz: 523, from: 0, seconds: 0.5 }],
};

const siren: Tone[] = [0, 1, 2, 3, 4, 5].flatMap((from) => [
  { hertz: 620, from, seconds: 0.5 },
  { hertz: 880, from: from + 0.5, seconds: 0.5 },
]);

const loudness = 0.5;

const playing = new Set<OscillatorNode>();

let audio: AudioContext | null = null;

export function isSoundOn(): boolean {
  return audio !== null && audio.state === "running";
}

/** Browsers allow sound only after a touch; this has to be called from one. */
export async function turnSoundOn(): Promise<void> {
  audio ??= new AudioContext();
  await audio.resume();
  ring("LOW");
}

export async function turnSoundOff(): Promise<void> {
  await audio?.suspend();
}

export function ring(priority: Priority): void {
  sound(melodies[priority]);
}

/** Nobody has answered for minutes: up and down for six seconds. */
export function soundSiren(): void {
  sound(siren);
}

/** Ends what sounds now: somebody has answered. */
export function hush(): void {
  for (const oscillator of playing) oscillator.stop();
  playing.clear();
}

function sound(tones: Tone[]): void {
  if (audio === null || audio.state !== "running") return;
  for (const tone of tones) play(audio, tone);
}

function play(context: AudioContext, tone: Tone): void {
  const start = context.currentTime + tone.from;
  const end = start + tone.seconds;
  const volume = context.createGain();
  volume.gain.setValueAtTime(0.0001, start);
  volume.gain.exponentialRampToValueAtTime(loudness, start + 0.03);
  volume.gain.exponentialRampToValueAtTime(0.0001, end);
  const oscillator = context.createOscillator();
  oscillator.type = "triangle";
  oscillator.frequency.value = tone.hertz;
  oscillator.connect(volume).connect(context.destination);
  oscillator.onended = () => playing.delete(oscillator);
  playing.add(oscillator);
  oscillator.start(start);
  oscillator.stop(end);
}
