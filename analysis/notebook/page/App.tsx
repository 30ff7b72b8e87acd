import { readWork } from '@shared/records/week-work';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { reviewOf } from '../../findings/since/since';
import type { Review } from '../../review';
import { sharedReview } from '../../share';
import { ArrangePage } from '../arrange/ArrangePage';
import { DEFAULT_SETTINGS } from '../cell';
import type { Desk } from '../freeze/desk';
import { download, freezeLetter } from '../snapshot';
import type { Notebook } from '../state';
import { makeWriter } from '../text/writer';
import { Controls } from './Controls';
import { FrozenBar } from './FrozenBar';
import { Letter } from './Letter';
import { LetterDeskContext } from './letter-desk';
import { Refusals } from './Refusals';
import { RowsSourceContext } from './RowsPlace';
import { Working } from './Working';

interface AppProps {
  readonly notebook: Notebook;
  /** Null where nothing can be written. */
  readonly desk: Desk | null;
}

/** Told to the outside: everything there is to see is drawn. */
function ready(): void {
  document.documentElement.dataset.ready = 'true';
}

/** The whole page: bar, what is going on, letter. */
export function App({ notebook, desk }: AppProps) {
  const lang = notebook.lang.value;
  const { review: current, frozen, refused, working, said, detail, behind } = notebook.view.value;
  const kept = useMemo(() => (frozen ? reviewOf(frozen) : null), [frozen]);
  const review = kept ?? current;
  const writer = useMemo(() => makeWriter(lang, review?.currency ?? null), [lang, review]);
  // While a review is written anew in another language, the old one stays in its own.
  const letterLang = review?.lang ?? lang;
  const letterWriter = useMemo(() => makeWriter(letterLang, review?.currency ?? null), [letterLang, review]);
  const [dragging, setDragging] = useState(false);
  const [arranging, arrange] = useState(false);
  const [sharing, setSharing] = useState(false);
  const takesFiles = notebook.source.kind !== 'embedded';
  const { t } = writer;

  useEffect(() => {
    document.documentElement.lang = lang;
    document.title = `${t('notebook.title')} ${review?.period.isoWeek ?? ''}`.trim();
  }, [lang, review]);
  // Progress comes many times a second; the letter below it is drawn again only for another review.
  const letter = useMemo(
    () =>
      review && (
        <Letter
          notebook={notebook}
          review={sharing ? sharedReview(review) : review}
          settings={DEFAULT_SETTINGS}
          writer={letterWriter}
          onDrawn={() => {
            if (sharing) void saveShared(review);
            // While the models are at work the letter is not whole yet.
            else if (notebook.view.value.working === null) ready();
          }}
        />
      ),
    [review, letterWriter, sharing],
  );
  // A week put away is read, not written: what stands in it stays as it was.
  const at = useMemo(() => {
    // Notes, decisions and the rows behind a number are the owner's own: they are not handed on.
    if (sharing) return { desk: null, kept: null, behind: null };
    return frozen ? { desk: null, kept: readWork(frozen), behind: null } : { desk, kept: null, behind };
  }, [desk, frozen, behind, sharing]);
  useEffect(() => {
    if (current) void desk?.open(current.period.isoWeek);
  }, [current, desk]);
  useEffect(() => {
    // A page without a letter is ready when it has said why; with one, when the last figure is drawn.
    if (working === null && review === null && (refused.length > 0 || said !== 'nothing')) ready();
  }, [review, refused, said, working]);

  const save = async () => {
    if (!review) return;
    const name = `weekly-review-${review.period.isoWeek}`;
    download(document, `${name}.html`, 'text/html', await freezeLetter(document, document.title));
  };
  /** The letter is drawn as it may be handed on, saved, and drawn as it was. */
  async function saveShared({ period }: Review): Promise<void> {
    const name = `weekly-review-${period.isoWeek}-shared.html`;
    download(document, name, 'text/html', await freezeLetter(document, document.title));
    setSharing(false);
  }
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
  if (arranging)
    return (
      <LetterDeskContext.Provider value={at}>
        <ArrangePage notebook={notebook} home={desk?.home ?? null} onBack={() => arrange(false)} />
      </LetterDeskContext.Provider>
    );
  return (
    <div class={dragging ? 'desk dropping' : 'desk'} {...(takesFiles ? drop : {})}>
      <Controls
        writer={writer}
        onLang={takesFiles ? (next) => void notebook.changeLang(next) : null}
        onSave={review ? () => void save() : null}
        onShare={review && !sharing ? () => setSharing(true) : null}
        onSaveNumbers={review ? saveNumbers : null}
        onFiles={takesFiles ? (files) => void notebook.addFiles(files) : null}
        onCompute={takesFiles ? () => void notebook.compute() : null}
        standAlone={desk?.home.standAlone ?? null}
      />
      <main>
        {working !== null && (
          <Working
            step={working.step}
            part={working.part}
            over={letter !== null}
            onCancel={notebook.cancel}
            writer={writer}
          />
        )}
        <Refusals
          refused={refused}
          onAnswer={takesFiles ? (say) => void notebook.answer(say) : null}
          writer={writer}
        />
        {said !== 'nothing' && working === null && frozen === null && (
          <p class="said" role="status">
            {said === 'empty' && takesFiles ? t('weekly.drop') : t(`notebook.said.${said}`)} {detail}
          </p>
        )}
        {frozen && (
          <FrozenBar
            frozen={frozen}
            onBack={current ? () => notebook.look(null) : null}
            writer={letterWriter}
          />
        )}
        <LetterDeskContext.Provider value={at}>
          <RowsSourceContext.Provider value={at.behind}>{letter}</RowsSourceContext.Provider>
        </LetterDeskContext.Provider>
        {current && !frozen && (
          <p class="arrange-way">
            <button type="button" onClick={() => arrange(true)}>
              {t('arrange.open')}
            </button>
          </p>
        )}
      </main>
    </div>
  );
}
