import './people.css';
import { findBuyer } from '@extension/book/reads/accounts';
import { livingBuyer } from '@extension/book/reads/merged';
import { products, productsFor } from '@extension/book/reads/products';
import type { Who } from '@extension/book/who';
import { TextField } from '@extension/ui/fields';
import { useMore } from '@extension/ui/more';
import { useLive } from '@extension/ui/use-live';
import { isNameOf } from '@shared/records/product-match';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { FormProps } from '../forms/more-forms';
import { usePanel } from '../state/context';
import { Box } from './Box';
import { CareTips } from './CareTips';
import { isQuestion } from './is-question';
import { ProductCard } from './ProductCard';

/**
 * Product cards for what a buyer asks (P21): begins with the words selected in the chat, else with the buyer's
 * last question. Nothing is suggested before something was asked; a card opened by its name shows what the shop
 * knows, and offers nothing on top.
 */
export function ProductFinder({ form, onLeave }: FormProps) {
  const { t } = useMore();
  const { session } = usePanel();
  const { book } = session;
  const { subject, prefill } = form;
  const [question, setQuestion] = useState(() => prefill.what || lastQuestion(session));
  const answer = useLive(() => productsFor(book, question), [book, question]);
  // What was found stays in sight until the next letter has its answer: cards that blink can't be read.
  const kept = useRef<NonNullable<typeof answer>>([]);
  if (answer) kept.current = answer;
  const found = kept.current;
  const all = useLive(() => products(book), [book]);
  const buyerId = useBuyerId(subject.who);
  const named = (all ?? []).some((product) => isNameOf(product, question));
  const asked = question.trim() !== '' && !named;
  const field = useRef<HTMLDivElement>(null);
  // What is offered as the question gives way to what the seller types.
  useLayoutEffect(() => field.current?.querySelector('input')?.select(), []);
  return (
    <Box label={t('people.finder.title')} onLeave={onLeave}>
      <div ref={field}>
        <TextField
          label={t('people.finder.question')}
          value={question}
          onValue={setQuestion}
          placeholder={t('people.finder.hint')}
          autofocus
        />
      </div>
      {question.trim() === '' && <p class="quiet small">{t('people.finder.ask')}</p>}
      {question.trim() !== '' && answer?.length === 0 && <p class="quiet">{t('people.finder.nothing')}</p>}
      {found.map((product) => (
        <ProductCard key={product.id} product={product} asked={asked} subject={subject} buyerId={buyerId} />
      ))}
      {buyerId && <CareTips buyerId={buyerId} name={subject.name} />}
      <button type="button" class="plain" onClick={onLeave}>
        {t('common.close')}
      </button>
    </Box>
  );
}

/** What the buyer wrote last in the open chat, when it asks for something. */
function lastQuestion({ chat, subject }: ReturnType<typeof usePanel>['session']): string {
  const shown = subject.value;
  const here = shown.kind === 'buyer' && shown.conversation !== null;
  const last = here ? chat.value?.messages.findLast(({ side }) => side === 'buyer') : undefined;
  return last && isQuestion(last.text) ? last.text : '';
}

function useBuyerId(who: Who): string | null {
  const { book } = usePanel().session;
  const key = 'buyerId' in who ? who.buyerId : `${who.account.platform}/${who.account.key}`;
  const found = useLive(
    async () => ('buyerId' in who ? livingBuyer(book.db, who.buyerId) : findBuyer(book, who.account)),
    [book, key],
  );
  return found?.id ?? null;
}
