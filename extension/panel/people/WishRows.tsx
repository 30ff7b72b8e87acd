import './people.css';
import { answerWish } from '@extension/book/actions/wishes';
import { TextField } from '@extension/ui/fields';
import { useMore } from '@extension/ui/more';
import type { Wish } from '@shared/records/wish';
import { useState } from 'preact/hooks';
import type { MoreSectionProps } from '../buyer/more-sections';
import { Row, Rows, useDay } from '../buyer/rows';
import { usePanel } from '../state/context';
import { InlineForm } from './InlineForm';

/** What this buyer wished for, and what the shop did about it. */
export function WishRows({ view }: MoreSectionProps) {
  const { t } = useMore();
  return (
    <Rows empty={t('people.wish.empty')}>
      {view.wishes.map((wish) => (
        <WishRow key={wish.id} wish={wish} />
      ))}
    </Rows>
  );
}

function WishRow({ wish }: { readonly wish: Wish }) {
  const { t } = useMore();
  const { session } = usePanel();
  const day = useDay();
  const [answer, setAnswer] = useState<string | null>(null);
  const { what } = wish;
  return (
    <Row
      day={day(wish.notedAt)}
      what={
        <>
          {what} {wish.answer !== '' && <span class="quiet">→ {wish.answer}</span>}
        </>
      }
      state=""
    >
      {answer === null ? (
        <button type="button" class="plain" onClick={() => setAnswer(wish.answer)}>
          {wish.answer === '' ? t('people.wish.answerAdd') : t('people.edit')}
        </button>
      ) : (
        <InlineForm
          label={`${t('people.wish.answer')}: ${what}`}
          check={() => null}
          save={() =>
            session.run(answerWish(session.book, [wish.id], answer.trim()), {
              key: 'people.done.answered',
              params: { what },
            })
          }
          onLeave={() => setAnswer(null)}
        >
          <TextField label={t('people.wish.answer')} value={answer} onValue={setAnswer} multiline autofocus />
        </InlineForm>
      )}
    </Row>
  );
}
