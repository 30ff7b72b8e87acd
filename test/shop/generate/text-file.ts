import { closeSync, openSync, writeSync } from 'node:fs';

const CHUNK = 1 << 20;

/** A file written in large pieces: a shop of 100,000 buyers has more text than one string should hold. */
export interface TextFile {
  readonly write: (text: string) => void;
  readonly close: () => void;
}

/** Opens a file for writing, with its own encoding where it is not UTF-8. */
export function textFile(
  path: string,
  encode: (text: string) => Uint8Array = (text) => Buffer.from(text),
): TextFile {
  const file = openSync(path, 'w');
  let waiting: string[] = [];
  let length = 0;
  function flush(): void {
    const bytes = encode(waiting.join(''));
    for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done);
    waiting = [];
    length = 0;
  }
  return {
    write(text) {
      waiting.push(text);
      length += text.length;
      if (length >= CHUNK) flush();
    },
    close() {
      flush();
      closeSync(file);
    },
  };
}
