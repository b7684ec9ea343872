import { once } from 'node:events';

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/** Runs work that Ctrl-C or a polite kill asks to end early; the second time they end it at once, as ever. */
export async function interruptible<T>(
  work: (signal: AbortSignal) => Promise<T>,
): Promise<{ readonly result: T; readonly interrupted: boolean }> {
  const stop = new AbortController();
  const ask = () => {
    forget();
    stop.abort();
  };
  const forget = () => {
    for (const name of SIGNALS) process.removeListener(name, ask);
  };
  for (const name of SIGNALS) process.on(name, ask);
  try {
    return { result: await work(stop.signal), interrupted: stop.signal.aborted };
  } finally {
    forget();
  }
}

/** Waits for Ctrl-C or a polite kill; the second time they end the process at once, as ever. */
export async function interruption(): Promise<void> {
  const stop = new AbortController();
  const { signal } = stop;
  await Promise.race(SIGNALS.map((name) => once(process, name, { signal }).catch(() => undefined)));
  stop.abort();
}
