import { PICTURE_LIMIT, type Picture } from '@shared/records/picture';

type PictureData = Pick<Picture, 'mime' | 'data' | 'width' | 'height'>;

/** The longest side that is still worth keeping: a waybill stays readable, a wall poster is of no use. */
const LONGEST = 2000;
const QUALITIES = [0.86, 0.72, 0.55, 0.4] as const;

/**
 * A pasted or dropped picture as the book keeps it: drawn anew, so that what a camera hides in a file (place,
 * owner) stays out, and scaled down until it fits. `null` when it is no picture the browser can read.
 */
export async function keptPicture(file: Blob): Promise<PictureData | null> {
  const bitmap = await createImageBitmap(file).catch(() => null);
  if (!bitmap) return null;
  try {
    for (let side = Math.min(LONGEST, Math.max(bitmap.width, bitmap.height)); side >= 64; side *= 0.7) {
      const scale = side / Math.max(bitmap.width, bitmap.height);
      const width = Math.max(1, Math.round(bitmap.width * scale));
      const height = Math.max(1, Math.round(bitmap.height * scale));
      const canvas = drawn(bitmap, width, height);
      for (const quality of QUALITIES) {
        const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality });
        if (blob.size <= PICTURE_LIMIT) {
          return { mime: 'image/jpeg', data: base64(await blob.arrayBuffer()), width, height };
        }
      }
    }
    return null;
  } finally {
    bitmap.close();
  }
}

/** On white: a transparent part would turn black in a JPEG. */
function drawn(bitmap: ImageBitmap, width: number, height: number): OffscreenCanvas {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('This browser draws no pictures off the screen.');
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, width, height);
  context.drawImage(bitmap, 0, 0, width, height);
  return canvas;
}

function base64(buffer: ArrayBuffer): string {
  const bytes = new Uint8Array(buffer);
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += 0x8000) {
    parts.push(String.fromCharCode(...bytes.subarray(at, at + 0x8000)));
  }
  return btoa(parts.join(''));
}

/** The address of a kept picture, for an `img`. */
export function pictureSource({ mime, data }: Pick<Picture, 'mime' | 'data'>): string {
  return `data:${mime};base64,${data}`;
}

/** Puts a picture on the clipboard. Clipboards take PNG only, whatever it was kept as. */
export async function copyPicture({ mime, data }: Pick<Picture, 'mime' | 'data'>): Promise<void> {
  const bytes = Uint8Array.from(atob(data), (char) => char.charCodeAt(0));
  const bitmap = await createImageBitmap(new Blob([bytes], { type: mime }));
  const canvas = drawn(bitmap, bitmap.width, bitmap.height);
  bitmap.close();
  const png = await canvas.convertToBlob({ type: 'image/png' });
  await navigator.clipboard.write([new ClipboardItem({ 'image/png': png })]);
}

/** The pictures in what was pasted or dropped. */
export function picturesIn(data: DataTransfer | null): readonly File[] {
  return [...(data?.files ?? [])].filter(({ type }) => type.startsWith('image/'));
}
