import type { ChatState } from '@extension/messaging/chat-state';
import { Icon } from '@extension/ui/Icon';
import { Mark } from '@extension/ui/Mark';
import { useWords } from '@extension/ui/words';
import { useState } from 'preact/hooks';
import { FindBuyer } from './search/FindBuyer';
import { usePanel } from './state/context';
import type { Subject } from './state/subject';

/** What the book knows of the buyer shown, for the line under the name. */
export interface KnownBuyer {
  readonly name: string;
  readonly visits: number;
  readonly since: string;
}

interface HeaderProps {
  readonly subject: Subject;
  readonly known: KnownBuyer | null;
}

const siteName = ({ label }: ChatState, lang: string) => (lang === 'en' ? label.en : label.zh);

/** Who, where, how sure; find; menu. */
export function Header({ subject, known }: HeaderProps) {
  const { t, lang } = useWords();
  const { session, settings } = usePanel();
  const [menu, setMenu] = useState(false);
  const chat = session.chat.value;
  const titles = { today: t('panel.today'), unsure: t('panel.unsure') };
  const title = subject.kind === 'buyer' ? (known?.name ?? subject.name) : titles[subject.kind];
  return (
    <header class="head">
      <div class="head-line">
        <Mark />
        <h1>{title}</h1>
        {settings.seatName && <span class="seat">{settings.seatName}</span>}
        <button
          type="button"
          class="icon-button"
          aria-expanded={menu}
          aria-label={t('panel.menu')}
          onClick={() => setMenu(!menu)}
        >
          <Icon name="menu" size={20} />
        </button>
      </div>
      {menu && (
        <nav class="menu" aria-label={t('panel.menu')}>
          {subject.kind !== 'today' && (
            <button
              type="button"
              onClick={() => {
                session.view.value = { kind: 'today' };
                setMenu(false);
              }}
            >
              <Icon name="home" /> {t('panel.menu.today')}
            </button>
          )}
          {session.view.value.kind !== 'follow' && (
            <button
              type="button"
              onClick={() => {
                session.view.value = { kind: 'follow' };
                setMenu(false);
              }}
            >
              <Icon name="people" /> {t('panel.menu.follow')}
            </button>
          )}
          <a href="/packing.html" target="_blank" rel="noopener">
            {t('panel.menu.packing')}
          </a>
          <a href="/notebook.html" target="_blank" rel="noopener">
            {t('panel.menu.notebook')}
          </a>
          <a href="/options.html" target="_blank" rel="noopener">
            {t('panel.menu.options')}
          </a>
        </nav>
      )}
      {subject.kind === 'buyer' && (
        <p class="quiet small about">
          {[
            subject.platform &&
              (chat?.adapterId === subject.platform ? siteName(chat, lang) : subject.platform),
            subject.strength && t(`panel.sure.${subject.strength}`),
            known ? t('panel.since', { day: known.since }) : t('panel.newBuyer'),
            known && known.visits > 0 && t('panel.visits', { n: known.visits }),
          ]
            .filter(Boolean)
            .map((part) => (
              <span key={part}>{part}</span>
            ))}
        </p>
      )}
      <FindBuyer />
    </header>
  );
}
