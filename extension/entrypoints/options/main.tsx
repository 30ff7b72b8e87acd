import '@shared/look/tokens.css';
import '@extension/ui/base.css';
import '@extension/pages/options/options.css';
import { openPage } from '@extension/pages/open-page';
import { Options } from '@extension/pages/options/Options';

openPage((book, onReady) => <Options book={book} onReady={onReady} />);
