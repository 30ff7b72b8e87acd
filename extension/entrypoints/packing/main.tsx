import '@shared/look/tokens.css';
import '@extension/ui/base.css';
import '@extension/pages/packing/packing.css';
import { openPage } from '@extension/pages/open-page';
import { PackingTable } from '@extension/pages/packing/PackingTable';

openPage((book, onReady) => <PackingTable book={book} onReady={onReady} />);
