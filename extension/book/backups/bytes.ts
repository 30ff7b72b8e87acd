/** What a file holds, piece by piece, for readers in which a stream can't be walked yet. */
export async function* bytesOf(file: Blob): AsyncGenerator<Uint8Array> {
  const reader = file.stream().getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
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
