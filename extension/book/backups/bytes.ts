/** A stream hands out some ten thousand bytes at a time, and each piece is waited for. */
const AT_ONCE = 1 << 20;

/** What a file holds, piece by piece. */
export async function* bytesOf(file: Blob): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < file.size; from += AT_ONCE) {
    yield new Uint8Array(await file.slice(from, from + AT_ONCE).arrayBuffer());
  }
}

/** Gathers small pieces of a file that is being written into parts of a megabyte. */
export function gathering(): {
  readonly out: (bytes: Uint8Array<ArrayBuffer>) => void;
  readonly blob: (type: string) => Blob;
} {
  const parts: BlobPart[] = [];
  let waiting: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  const pour = () => {
    if (waiting.length > 0) parts.push(new Blob(waiting));
    [waiting, size] = [[], 0];
  };
  return {
    out: (bytes) => {
      waiting.push(bytes);
      size += bytes.length;
      if (size >= 1 << 20) pour();
    },
    blob: (type) => {
      pour();
      return new Blob(parts, { type });
    },
  };
}
