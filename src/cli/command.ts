/** Where a command reads and writes; tests give their own. */
export interface Terminal {
  readonly stdin: NodeJS.ReadableStream;
  readonly stdout: NodeJS.WritableStream & { readonly isTTY?: boolean; readonly columns?: number };
  readonly stderr: NodeJS.WritableStream & { readonly isTTY?: boolean };
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** An option as `--help` shows it. */
export interface CommandOption {
  /** `--format FORMAT`; repeatable ones give an array. */
  readonly flags: string;
  readonly help: string;
  readonly default?: string;
  readonly choices?: readonly string[];
  readonly repeatable?: boolean;
}

/** What the user gave: options by their camelCase name. */
export type Options = Readonly<Record<string, string | boolean | readonly string[] | undefined>>;

/** One command of the CLI; a new one is one file and one line in `main.ts`. */
export interface Command {
  readonly name: string;
  /** `<PATH...>`, `[NAME]`; '' for none. */
  readonly args: string;
  readonly summary: string;
  /** What `--help` says beside the options: what it does, and examples. */
  readonly help: string;
  readonly options: readonly CommandOption[];
  /** Runs it; returns the exit status. */
  run(args: readonly string[], options: Options, terminal: Terminal): Promise<number>;
}

/** Exit statuses: all went well; some of it failed; it was asked wrongly; Ctrl-C ended it early. */
export const EXIT = { ok: 0, failed: 1, usage: 2, interrupted: 130 } as const;

/** Writes one line. */
export function line(stream: NodeJS.WritableStream, text = ''): void {
  stream.write(`${text}\n`);
}
