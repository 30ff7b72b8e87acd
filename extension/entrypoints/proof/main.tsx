import '@shared/look/tokens.css';
import '@extension/ui/base.css';
import '@extension/pages/proof/proof.css';
import { openPage } from '@extension/pages/open-page';
import { ProofPage } from '@extension/pages/proof/ProofPage';

openPage((book, onReady) => <ProofPage book={book} onReady={onReady} />);
