import { addPicture, type PictureOwner, removePicture } from '@extension/book/actions/pictures';
import { picturesAbout } from '@extension/book/reads/pictures';
import { useMore } from '@extension/ui/more';
import { PictureField } from '@extension/ui/PictureField';
import { keptPicture, pictureSource, picturesIn } from '@extension/ui/pictures';
import { useLive } from '@extension/ui/use-live';
import type { Picture } from '@shared/records/picture';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { usePanel } from '../state/context';

/** Pictures of what happened (J13): Ctrl-V anywhere while the sheet is open, dropped, or chosen. */
export function Evidence({ owner, label }: { readonly owner: PictureOwner; readonly label: string }) {
  const { session } = usePanel();
  const { book } = session;
  const [large, setLarge] = useState<Picture | null>(null);
  const pictures = useLive(() => picturesAbout(book, owner.aboutId), [book, owner.aboutId]) ?? [];
  const add = (picture: Parameters<typeof addPicture>[2]) =>
    void session.run(addPicture(book, owner, picture), { key: 'aftersales.done.picture' });
  async function take(files: readonly File[]): Promise<void> {
    for (const file of files) {
      const picture = await keptPicture(file);
      if (picture) add(picture);
      else session.trouble('templates.pictureUnread');
    }
  }
  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      const files = picturesIn(event.clipboardData);
      // The field itself has taken it already.
      if (event.defaultPrevented || files.length === 0) return;
      event.preventDefault();
      void take(files);
    };
    document.addEventListener('paste', onPaste);
    return () => document.removeEventListener('paste', onPaste);
  });
  return (
    <section class="after-part">
      <PictureField
        label={label}
        pictures={pictures}
        onAdd={add}
        onRemove={(index) => {
          const picture = pictures[index];
          if (picture)
            void session.run(removePicture(book, picture.id), { key: 'aftersales.done.pictureGone' });
        }}
        onOpen={(index) => setLarge(pictures[index] ?? null)}
      />
      {large && <Large picture={large} onLeave={() => setLarge(null)} />}
    </section>
  );
}

/** A picture as large as the page; Esc closes it. */
function Large({ picture, onLeave }: { readonly picture: Picture; readonly onLeave: () => void }) {
  const { t } = useMore();
  const box = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => box.current?.showModal(), []);
  return (
    <dialog
      class="after-large"
      ref={box}
      aria-label={t('aftersales.picture')}
      onClose={onLeave}
      // The dialog closes itself by Esc; the panel must not go back as well.
      onKeyDown={(event) => event.key === 'Escape' && event.stopPropagation()}
    >
      <img src={pictureSource(picture)} alt={t('aftersales.picture')} />
      <button type="button" onClick={onLeave}>
        {t('common.close')}
      </button>
    </dialog>
  );
}
