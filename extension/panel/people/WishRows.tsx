import './people.css';
import { answerWish } from '@extension/book/actions/wishes';
import { useEdited } from '@extension/ui/edited';
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
  const day = useDay();
  const [answering, setAnswering] = useState(false);
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
      {!answering ? (
        <button type="button" class="plain" onClick={() => setAnswering(true)}>
          {wish.answer === '' ? t('people.wish.answerAdd') : t('people.edit')}
        </button>
      ) : (
        <AnswerForm wish={wish} onLeave={() => setAnswering(false)} />
      )}
    </Row>
  );
}

function AnswerForm({ wish, onLeave }: { readonly wish: Wish; readonly onLeave: () => void }) {
  const { t } = useMore();
  const { session } = usePanel();
  const { id, what } = wish;
  const edited = useEdited({ answer: wish.answer }, { answer: 'people.wish.answer' });
  const { answer } = edited.fields;
  return (
    <InlineForm
      label={`${t('people.wish.answer')}: ${what}`}
      check={edited.unsettled}
      save={() =>
        session.run(answerWish(session.book, [id], answer.trim()), {
          key: 'people.done.answered',
          params: { what },
        })
      }
      onLeave={onLeave}
    >
      <TextField
        label={t('people.wish.answer')}
        value={answer}
        onValue={(text) => edited.set({ answer: text })}
        multiline
        autofocus
      />
      {edited.choices}
    </InlineForm>
  );
}
