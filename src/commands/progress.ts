// In: how far a long piece of work is. Out: one line on stderr that is written over on a terminal, and now and then a line in a pipe.

export interface ProgressLine {
  readonly say: (text: string) => void;
  /** Clears the line, so that what follows begins at its start. */
  readonly end: () => void;
}

export function progressLine(stream: NodeJS.WriteStream): ProgressLine {
  const every = stream.isTTY ? 100 : 10_000;
  let last = Date.now();
  let shown = false;
  return {
    say(text) {
      const now = Date.now();
      if (now - last < every) return;
      last = now;
      shown = true;
      stream.write(stream.isTTY ? `\r${text}\u001B[K` : `${text}\n`);
    },
    end() {
      if (shown && stream.isTTY) stream.write('\r\u001B[K');
      shown = false;
    },
  };
}
