import { useEffect, useMemo, useState } from 'preact/hooks';
import { DEFAULT_SETTINGS } from '../cell';
import { download, freezeLetter } from '../snapshot';
import type { Notebook } from '../state';
import { makeWriter } from '../text/writer';
import { Controls } from './Controls';
import { Letter } from './Letter';
import { Refusals } from './Refusals';
import { Working } from './Working';

/** The whole page: bar, what is going on, letter. */
export function App({ notebook }: { readonly notebook: Notebook }) {
  const lang = notebook.lang.value;
  const { review, refused, working, said, detail } = notebook.view.value;
  const writer = useMemo(() => makeWriter(lang, review?.currency ?? null), [lang, review]);
  const [dragging, setDragging] = useState(false);
  const takesFiles = notebook.source.kind !== 'embedded';
  const { t } = writer;

  useEffect(() => {
    document.documentElement.lang = lang;
    document.title = `${t('notebook.title')} ${review?.period.isoWeek ?? ''}`.trim();
  }, [lang, review]);
  useEffect(() => {
    const settled = working === null && (review !== null || refused.length > 0 || said !== 'nothing');
    if (settled) document.documentElement.dataset.ready = 'true';
  }, [review, refused, said, working]);

  const save = async () => {
    if (!review) return;
    const name = `weekly-review-${review.period.isoWeek}`;
    download(document, `${name}.html`, 'text/html', await freezeLetter(document, document.title));
  };
  const saveNumbers = () => {
    if (!review) return;
    const name = `weekly-review-${review.period.isoWeek}.json`;
    download(document, name, 'application/json', JSON.stringify(review, null, 2));
  };
  const drop = {
    onDragOver: (event: DragEvent) => {
      event.preventDefault();
      setDragging(true);
    },
    onDragLeave: () => setDragging(false),
    onDrop: (event: DragEvent) => {
      event.preventDefault();
      setDragging(false);
      void notebook.addFiles([...(event.dataTransfer?.files ?? [])]);
    },
  };
  return (
    <div class={dragging ? 'desk dropping' : 'desk'} {...(takesFiles ? drop : {})}>
      <Controls
        writer={writer}
        onLang={(next) => void notebook.changeLang(next)}
        onSave={review ? () => void save() : null}
        onSaveNumbers={review ? saveNumbers : null}
        onFiles={takesFiles ? (files) => void notebook.addFiles(files) : null}
        onCompute={takesFiles ? () => void notebook.compute() : null}
      />
      <main>
        {working !== null && (
          <Working step={working.step} part={working.part} onCancel={notebook.cancel} writer={writer} />
        )}
        <Refusals refused={refused} writer={writer} />
        {said !== 'nothing' && working === null && (
          <p class="said" role="status">
            {t(`notebook.said.${said}`)} {detail}
          </p>
        )}
        {review !== null && <Letter review={review} settings={DEFAULT_SETTINGS} writer={writer} />}
      </main>
    </div>
  );
}
