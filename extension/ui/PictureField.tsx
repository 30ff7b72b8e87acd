import './picture-field.css';
import type { Picture } from '@shared/records/picture';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { useMore } from './more';
import { keptPicture, pictureSource, picturesIn } from './pictures';

type PictureData = Pick<Picture, 'mime' | 'data' | 'width' | 'height'>;

interface PictureFieldProps {
  readonly label: string;
  readonly pictures: readonly PictureData[];
  readonly onAdd: (picture: PictureData) => void;
  readonly onRemove: (index: number) => void;
  /** Shows one large, where that is of use. */
  readonly onOpen?: (index: number) => void;
}

/** Pictures pasted, dropped or chosen; each is made small enough to keep, on this computer only. */
export function PictureField({ label, pictures, onAdd, onRemove, onOpen }: PictureFieldProps) {
  const { t } = useMore();
  const id = useId();
  const frame = useRef<HTMLFieldSetElement>(null);
  const [refused, setRefused] = useState(false);
  async function take(files: readonly File[]): Promise<void> {
    setRefused(false);
    for (const file of files) {
      const picture = await keptPicture(file);
      if (picture) onAdd(picture);
      else setRefused(true);
    }
  }
  function takeFrom(event: { preventDefault(): void }, data: DataTransfer | null): void {
    const files = picturesIn(data);
    if (files.length === 0) return;
    event.preventDefault();
    void take(files);
  }
  // The caret stands in a text when a picture is pasted: the whole form takes it.
  useEffect(() => {
    const form = frame.current?.closest('form') ?? frame.current;
    const onPaste = (event: Event) => takeFrom(event, (event as ClipboardEvent).clipboardData);
    form?.addEventListener('paste', onPaste);
    return () => form?.removeEventListener('paste', onPaste);
  });
  return (
    <fieldset
      class="picture-field"
      aria-label={label}
      ref={frame}
      onDrop={(event) => takeFrom(event, event.dataTransfer)}
      onDragOver={(event) => event.preventDefault()}
    >
      {pictures.length > 0 && (
        <ul class="pictures">
          {pictures.map((picture, index) => (
            <li key={`${picture.data.length}/${picture.data.slice(-24)}`}>
              {onOpen ? (
                <button type="button" class="picture-open" onClick={() => onOpen(index)}>
                  <img src={pictureSource(picture)} alt={t('templates.picture', { n: index + 1 })} />
                </button>
              ) : (
                <img src={pictureSource(picture)} alt={t('templates.picture', { n: index + 1 })} />
              )}
              <button
                type="button"
                class="plain"
                aria-label={t('templates.removePicture', { n: index + 1 })}
                onClick={() => onRemove(index)}
              >
                ×
              </button>
            </li>
          ))}
        </ul>
      )}
      <label class="picture-drop" for={id}>
        <span>{label}</span> <span class="quiet small">{t('templates.pictureHint')}</span>
        <input
          id={id}
          type="file"
          class="unseen"
          accept="image/*"
          multiple
          onChange={(event) => {
            void take([...(event.currentTarget.files ?? [])]);
            event.currentTarget.value = '';
          }}
        />
      </label>
      {refused && (
        <p class="fault" role="alert">
          {t('templates.pictureUnread')}
        </p>
      )}
    </fieldset>
  );
}
