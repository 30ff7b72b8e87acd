import '../over.css';
import './desk.css';
import { useMore } from '@extension/ui/more';
import type { ComponentType } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { usePanel } from '../state/context';
import type { DeskScreen } from '../state/session';
import { Teach } from '../teach/Teach';
import { Closing } from './Closing';
import { MemoReview } from './MemoReview';
import { Recent } from './Recent';

const SCREENS: Readonly<Record<DeskScreen, ComponentType>> = {
  closing: Closing,
  recent: Recent,
  memos: MemoReview,
  teach: Teach,
};

/** A screen about the whole desk, over the panel until Esc or Close. */
export function Desk({ screen }: { readonly screen: DeskScreen }) {
  const { t } = useMore();
  const { session } = usePanel();
  const id = useId();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    title.current?.focus();
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  const Screen = SCREENS[screen];
  const leave = () => (session.desk.value = null);
  return (
    <section class="over desk" role="dialog" aria-labelledby={id}>
      <header class="desk-head">
        <h2 id={id} ref={title} tabIndex={-1}>
          {t(`panel.menu.${screen}`)}
        </h2>
        <button type="button" class="plain" onClick={leave}>
          {t('common.close')}
        </button>
      </header>
      <Screen />
    </section>
  );
}
