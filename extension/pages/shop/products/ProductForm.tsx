import { saveProduct } from '@extension/book/actions/products';
import type { OpenBook } from '@extension/book/open';
import { setting } from '@extension/book/reads/settings';
import type { Acts } from '@extension/pages/use-acts';
import { useEdited } from '@extension/ui/edited';
import { TextField } from '@extension/ui/fields';
import { type AnyKey, useMore } from '@extension/ui/more';
import { RedLineHint } from '@extension/ui/RedLineHint';
import { useLive } from '@extension/ui/use-live';
import type { Product } from '@shared/records/product';
import { useEffect, useRef, useState } from 'preact/hooks';
import { ShopForm } from '../ShopForm';
import { checkProduct, PRODUCT_LABELS, productText, readProduct } from './product-text';

interface ProductFormProps {
  /** `null`: a new card. */
  readonly product: Product | null;
  readonly all: readonly Product[];
  readonly book: OpenBook;
  readonly acts: Acts;
  readonly onLeave: () => void;
}

const LONG = ['care', 'taboos', 'suits', 'goesWith', 'weakPoints'] as const;

/** One product card: Enter saves, Shift-Enter begins a new line, Esc leaves. */
export function ProductForm({ product, all, book, acts, onLeave }: ProductFormProps) {
  const { t } = useMore();
  const currency = useLive(() => setting(book, 'currency', 'CNY'), [book]) ?? 'CNY';
  const edited = useEdited(productText(product), PRODUCT_LABELS);
  const text = edited.fields;
  const [fault, setFault] = useState<AnyKey | null>(null);
  const frame = useRef<HTMLFormElement>(null);
  useEffect(() => frame.current?.scrollIntoView?.({ block: 'nearest' }), []);
  const set = (field: keyof typeof text) => (value: string) => edited.set({ [field]: value });
  async function save(): Promise<void> {
    const wrong = edited.unsettled() ?? checkProduct(text, product?.id ?? null, all, currency);
    setFault(wrong);
    if (wrong) return;
    const line = { key: 'people.done.product', params: { name: text.name.trim() } } as const;
    if (await acts.run(saveProduct(book, readProduct(text, product, currency)), line)) onLeave();
  }
  return (
    <ShopForm
      frame={frame}
      class="product-form"
      label={product ? t('people.products.editing', { name: product.name }) : t('people.products.add')}
      saveKey="↵"
      save={save}
      onLeave={onLeave}
      fault={fault}
    >
      <div class="fields">
        <TextField label={t('people.product.name')} value={text.name} onValue={set('name')} autofocus />
        <TextField
          label={t('people.product.aliases')}
          value={text.aliases}
          onValue={set('aliases')}
          placeholder={t('people.product.aliasesHint')}
        />
        <TextField label={t('people.product.price')} value={text.price} onValue={set('price')} />
        <div class="private">
          <TextField
            label={t('people.product.floor')}
            value={text.floor}
            onValue={set('floor')}
            placeholder={t('people.product.floorHint')}
          />
        </div>
      </div>
      {LONG.map((field) => (
        <div key={field}>
          <TextField
            label={t(`people.product.${field}`)}
            value={text[field]}
            onValue={set(field)}
            multiline
          />
          <RedLineHint book={book} text={text[field]} platform={null} written />
        </div>
      ))}
      <div class="fields">
        <TextField label={t('people.product.lastsDays')} value={text.lastsDays} onValue={set('lastsDays')} />
        <TextField
          label={t('people.product.endsAt')}
          value={text.endsAtMonths}
          onValue={set('endsAtMonths')}
          placeholder={t('people.product.endsAtHint')}
        />
      </div>
      {edited.choices}
    </ShopForm>
  );
}
