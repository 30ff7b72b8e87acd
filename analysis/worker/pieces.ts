/** As much of a file as is asked for at once, in bytes. */
const PIECE = 4 * 1024 * 1024;

/** A file piece by piece: it is never in memory twice, and a cancel need not wait for its end. */
export async function* pieces(file: Blob): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < file.size; at += PIECE)
    yield new Uint8Array(await file.slice(at, at + PIECE).arrayBuffer());
}
