import type { NewPicture } from '@extension/book/actions/pictures';
import type { OpenBook } from '@extension/book/open';
import { picturesNamed } from '@extension/book/reads/pictures';
import { useMore } from '@extension/ui/more';
import { PictureField } from '@extension/ui/PictureField';
import { useLive } from '@extension/ui/use-live';

type Pictures = readonly NewPicture[];

interface TemplatePicturesProps {
  readonly book: OpenBook;
  /** Ids of pictures that stay. */
  readonly kept: readonly string[];
  readonly fresh: Pictures;
  readonly onKept: (kept: readonly string[]) => void;
  /** Pictures are made small one after the other: each is added to what is there by then. */
  readonly onFresh: (change: (before: Pictures) => Pictures) => void;
}

/** The pictures of a template: those of the book, then those pasted just now. */
export function TemplatePictures({ book, kept, fresh, onKept, onFresh }: TemplatePicturesProps) {
  const { t } = useMore();
  const stored = useLive(() => picturesNamed(book, kept), [book, kept.join()]) ?? [];
  return (
    <PictureField
      label={t('templates.pictures')}
      pictures={[...stored, ...fresh]}
      onAdd={(picture) => onFresh((before) => [...before, picture])}
      onRemove={(index) => {
        const id = stored[index]?.id;
        if (id !== undefined) onKept(kept.filter((other) => other !== id));
        else onFresh((before) => before.filter((_, place) => place !== index - stored.length));
      }}
    />
  );
}
