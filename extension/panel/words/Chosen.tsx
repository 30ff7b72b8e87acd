import { picturesNamed } from '@extension/book/reads/pictures';
import { useMore } from '@extension/ui/more';
import { pictureSource } from '@extension/ui/pictures';
import { RedLineHint } from '@extension/ui/RedLineHint';
import { useLive } from '@extension/ui/use-live';
import type { Template } from '@shared/records/template';
import { usePanel } from '../state/context';
import type { WordsAtHand } from './use-words-at-hand';

/** The template under the cursor just as the buyer would read it, with what comes along. */
export function Chosen({ template, hand }: { readonly template: Template; readonly hand: WordsAtHand }) {
  const { t } = useMore();
  const { session } = usePanel();
  const { book } = session;
  const subject = session.subject.value;
  const ids = template.pictureIds.join();
  const pictures = useLive(() => picturesNamed(book, template.pictureIds), [book, ids]);
  const { text, missing } = hand.filled(template);
  return (
    <div class="words-chosen">
      <blockquote class="preview">{text}</blockquote>
      {missing.length > 0 && (
        <p class="small near">
          {t('templates.missing', {
            names: missing.map((key) => t(`templates.variable.${key}`)).join(t('templates.join')),
          })}
        </p>
      )}
      {template.promises && subject.kind === 'buyer' && (
        <p class="small">{t('templates.willPromise', { what: template.promises.what })}</p>
      )}
      <RedLineHint book={book} text={text} platform={subject.kind === 'buyer' ? subject.platform : null} />
      {pictures && pictures.length > 0 && (
        <div class="thumbs">
          {pictures.map((picture, index) => (
            <button
              type="button"
              class="plain"
              key={picture.id}
              title={t('templates.copyPicture')}
              aria-label={t('templates.copyPictureN', { n: index + 1 })}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => void hand.copy(picture)}
            >
              <img src={pictureSource(picture)} alt="" />
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
