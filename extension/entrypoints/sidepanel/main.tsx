import { copyText } from '@extension/ui/clipboard';
import '@shared/look/tokens.css';
import '@extension/ui/base.css';
import '@extension/panel/panel.css';
import '@extension/panel/buyer/buyer.css';
import { followTab, requestFollow } from '@extension/chat/follow-state';
import { fillChat } from '@extension/messaging';
import { onPanelCommand } from '@extension/messaging/commands';
import { openPage } from '@extension/pages/open-page';
import { Panel } from '@extension/panel/Panel';

const search = new URLSearchParams(location.search);
const tab = search.get('tab') ?? '';
const port = {
  follow: followTab,
  fill: fillChat,
  allow: requestFollow,
  copy: (text: string) => copyText(text),
  onCommand: onPanelCommand,
};

openPage((book, onReady) => (
  <Panel
    book={book}
    port={port}
    storage={localStorage}
    tabId={/^\d+$/.test(tab) ? Number(tab) : null}
    all={search.get('all') === '1'}
    companion={search.has('companion')}
    buyerId={search.get('buyer')}
    onReady={onReady}
  />
));
