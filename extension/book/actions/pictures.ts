import type { TableName } from '@shared/records/book';
import type { Picture } from '@shared/records/picture';
import { type Ack, refuse } from '../ack';
import { creating, removing } from '../changes';
import type { OpenBook } from '../open';
import { missing, momentOf, present } from './common';

/** A picture as it was pasted or dropped, already small enough to keep (`extension/ui/pictures.ts`). */
export type NewPicture = Pick<Picture, 'mime' | 'data' | 'width' | 'height'>;

export interface PictureOwner {
  /** Null for a picture of the shop's own, as of a template. */
  readonly buyerId: string | null;
  readonly about: TableName;
  readonly aboutId: string;
}

/** Keeps a picture of a record (J13, P22), on this computer only. */
export function addPicture(book: OpenBook, owner: PictureOwner, picture: NewPicture): Promise<Ack> {
  return book.commit({
    name: 'add-picture',
    plan: async () => {
      if (!(await present(book, owner.about, owner.aboutId))) return missing(owner.about, owner.aboutId);
      const { id, at, by } = await momentOf(book);
      const { buyerId } = owner;
      return { buyerId, changes: [creating('pictures', id, { ...owner, ...picture, takenAt: at, by })] };
    },
  });
}

/** Takes a picture away again. */
export function removePicture(book: OpenBook, id: string): Promise<Ack> {
  return book.commit({
    name: 'remove-picture',
    plan: async () => {
      const picture = await present(book, 'pictures', id);
      if (!picture) return refuse('not-found', `pictures has no record ${id}`);
      return { buyerId: picture.buyerId, changes: [removing('pictures', id)] };
    },
  });
}
