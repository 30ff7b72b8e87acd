import type { OpenBook } from '@extension/book/open';
import { findBuyer } from '@extension/book/reads/accounts';
import { floorHint } from '@extension/book/reads/floor';
import { products as readProducts } from '@extension/book/reads/products';
import { SelectField } from '@extension/ui/fields';
import { useMore } from '@extension/ui/more';
import { useLive } from '@extension/ui/use-live';
import type { Product } from '@shared/records/product';
import { namedIn } from '@shared/records/product-match';
import { formatMoney, type Money } from '@shared/text/money';
import { callOf, fillTemplate } from '@shared/text/template';
import { useEffect } from 'preact/hooks';
import type { Off } from '../forms/amount';
import { MORE_FORMS } from '../forms/more-forms';
import { usePanel } from '../state/context';
import type { OpenForm } from '../state/session';
import './ledger.css';

interface BargainProps {
  readonly form: OpenForm;
  readonly what: string;
  readonly off: Off | null;
  /** Id of the product chosen; '' is none, and none chosen yet. */
  readonly product: string;
  readonly onProduct: (id: string) => void;
  /** A lead or a farewell has taken the place of the discount. */
  readonly onNoDeal: () => void;
}

/**
 * Room to bargain (J18): what is left before the floor, what this buyer was given already, and the two ways out
 * when there is no deal. Private: nothing of it enters a message.
 */
export function Bargain({ form, what, off, product, onProduct, onNoDeal }: BargainProps) {
  const { t, lang } = useMore();
  const { session } = usePanel();
  const { book } = session;
  const { subject, prefill } = form;
  const { who } = subject;
  const cards = useLive(() => readProducts(book), [book]);
  const named = longestName(cards ?? [], `${what} ${prefill.quote}`);
  // What is talked of is chosen until the seller chooses.
  useEffect(() => {
    if (product === '' && named) onProduct(named.id);
  }, [named?.id]);
  const hint = useLive(async () => {
    const buyerId = 'buyerId' in who ? who.buyerId : (await findBuyer(book, who.account))?.id;
    return floorHint(book, buyerId ?? null, product === '' || product === 'none' ? null : product);
  }, [book, product]);
  const card = cards?.find(({ id }) => id === product);
  const left = hint?.left && leftAfter(hint.left, off, card?.price ?? null);

  async function farewell(): Promise<void> {
    const text = fillTemplate(await farewellTemplate(book, lang, t('ledger.farewell')), {
      call: callOf(subject.name, t('panel.say.call')),
    }).text;
    await session.fill(text, async (line) => {
      onNoDeal();
      session.say({ ...line, undoes: null, tone: line.key === 'panel.fill.done' ? 'done' : 'trouble' });
    });
  }
  return (
    <div class="bargain private small">
      {(cards?.length ?? 0) > 0 && (
        <SelectField
          label={t('ledger.bargain.product')}
          value={product === '' ? 'none' : product}
          options={[
            { value: 'none', label: t('ledger.bargain.none') },
            ...(cards ?? []).map(({ id, name, price }) => ({
              value: id,
              label: price ? `${name} · ${formatMoney(price, lang)}` : name,
            })),
          ]}
          onValue={onProduct}
          narrow
        />
      )}
      <p aria-live="polite">
        {left && left.minor >= 0 && (
          <strong>{t('ledger.bargain.left', { left: formatMoney(left, lang) })}</strong>
        )}
        {left && left.minor < 0 && (
          <strong class="wrong">
            {t('ledger.bargain.below', { under: formatMoney({ ...left, minor: -left.minor }, lang) })}
          </strong>
        )}
        {left && hint && hint.timesGiven > 0 && ' · '}
        {hint && hint.timesGiven > 0 && givenWords()}
      </p>
      <div class="acts">
        {MORE_FORMS.lead && (
          <button type="button" class="plain" onClick={() => session.openForm('lead', leadPrefill())}>
            {t('ledger.bargain.lead')}
          </button>
        )}
        <button type="button" class="plain" onClick={() => void farewell()}>
          {t('ledger.bargain.farewell')}
        </button>
      </div>
    </div>
  );

  function givenWords(): string {
    const { timesGiven: n, givenTotal } = hint!;
    return givenTotal
      ? t('ledger.bargain.given', { n, sum: formatMoney(givenTotal, lang) })
      : t('ledger.bargain.givenTimes', { n });
  }

  /** The lead begins with what was looked at and, where the card has a price, the price the buyer wished for. */
  function leadPrefill() {
    const wished = card?.price && leftAfter(card.price, off, card.price);
    return {
      ...prefill,
      what: card?.name ?? what,
      amount: off && wished && wished.minor > 0 ? formatMoney(wished, lang) : '',
    };
  }
}

/** What is left of an amount when this discount comes off. */
function leftAfter(left: Money, off: Off | null, price: Money | null): Money {
  if (!off) return left;
  if (off.amount) {
    return off.amount.currency === left.currency ? { ...left, minor: left.minor - off.amount.minor } : left;
  }
  return price ? { ...left, minor: left.minor - Math.round((price.minor * off.percentOff) / 100) } : left;
}

function longestName(cards: readonly Product[], text: string): Product | null {
  const rated = cards.map((card) => ({ card, length: namedIn(card, text) }));
  return rated.filter(({ length }) => length > 0).sort((a, b) => b.length - a.length)[0]?.card ?? null;
}

/** The shop's own farewell among its templates, the one used most; else the prepared one. */
async function farewellTemplate({ db }: OpenBook, lang: string, prepared: string): Promise<string> {
  const own = (await db.templates.toArray()).filter(
    ({ deleted, category, language }) =>
      !deleted && category === 'farewell' && (language === '' || language === lang),
  );
  return own.sort((a, b) => b.used - a.used)[0]?.text ?? prepared;
}
