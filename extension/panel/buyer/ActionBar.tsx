import './action-bar.css';
import { Icon, type IconName } from '@extension/ui/Icon';
import { Key } from '@extension/ui/Key';
import { boundKeys, keyFor } from '@extension/ui/key-map';
import { useWords } from '@extension/ui/words';
import type { WordKey } from '@shared/i18n/shop';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { MORE_FORMS } from '../forms/more-forms';
import type { FormKind } from '../state/session';

export interface Act {
  readonly kind: FormKind;
  readonly word: WordKey;
  readonly letter: string;
  readonly icon: IconName;
}

/** Always these, always in this place, one key each. */
export const ACTS: readonly Act[] = [
  { kind: 'promise', word: 'panel.act.promise', letter: 'P', icon: 'promise' },
  { kind: 'discount', word: 'panel.act.discount', letter: 'D', icon: 'discount' },
  { kind: 'packing', word: 'panel.act.packing', letter: 'K', icon: 'parcel' },
  { kind: 'gift', word: 'panel.act.gift', letter: 'G', icon: 'gift' },
  { kind: 'note', word: 'panel.act.note', letter: 'N', icon: 'note' },
];

const LATER: readonly Act[] = [
  { kind: 'claim', word: 'panel.act.claim', letter: 'Y', icon: 'find' },
  { kind: 'lead', word: 'panel.act.lead', letter: 'L', icon: 'clock' },
  { kind: 'recipient', word: 'panel.act.recipient', letter: 'R', icon: 'gift' },
  { kind: 'date', word: 'panel.act.date', letter: 'B', icon: 'clock' },
  { kind: 'person', word: 'panel.act.person', letter: 'O', icon: 'people' },
  { kind: 'stockWait', word: 'panel.act.stockWait', letter: 'S', icon: 'wait' },
  { kind: 'supply', word: 'panel.act.supply', letter: 'U', icon: 'wait' },
  { kind: 'guarantee', word: 'panel.act.guarantee', letter: 'W', icon: 'check' },
  { kind: 'referral', word: 'panel.act.referral', letter: 'E', icon: 'people' },
  { kind: 'wish', word: 'panel.act.wish', letter: 'H', icon: 'add' },
  { kind: 'product', word: 'panel.act.product', letter: 'Q', icon: 'find' },
];

/** Behind `More` until wanted (J22). */
export const MORE_ACTS: readonly Act[] = [
  { kind: 'complaint', word: 'panel.act.complaint', letter: 'C', icon: 'late' },
  { kind: 'visit', word: 'panel.act.visit', letter: 'V', icon: 'people' },
  ...LATER.filter(({ kind }) => kind in MORE_FORMS),
];

interface ActionBarProps {
  readonly more: boolean;
  readonly onMore: () => void;
  readonly onAct: (kind: FormKind) => void;
  /** A form was here until now. */
  readonly returning: boolean;
}

/** What can be recorded. The five and `More` never move: what `More` brings comes behind it. */
export function ActionBar({ more, onMore, onAct, returning }: ActionBarProps) {
  const { t } = useWords();
  const bar = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (returning && document.activeElement === document.body) bar.current?.focus({ preventScroll: true });
  }, []);
  const button = ({ kind, word, letter, icon }: Act) => (
    <button
      type="button"
      key={kind}
      aria-keyshortcuts={keyFor(boundKeys.value, letter)}
      onClick={() => onAct(kind)}
    >
      <Icon name={icon} /> {t(word)} <Key letter={letter} />
    </button>
  );
  return (
    <div class="action-bar" ref={bar} tabIndex={-1} role="toolbar" aria-label={t('panel.acts')}>
      {ACTS.map(button)}
      <button type="button" class="plain" aria-expanded={more} onClick={onMore}>
        {t('panel.act.more')}
      </button>
      {more && <div class="more-acts">{MORE_ACTS.map(button)}</div>}
    </div>
  );
}
