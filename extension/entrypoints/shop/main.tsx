import '@shared/look/tokens.css';
import '@extension/ui/base.css';
import '@extension/pages/options/options.css';
import '@extension/pages/shop/shop.css';
import { openPage } from '@extension/pages/open-page';
import { ShopPage } from '@extension/pages/shop/ShopPage';

openPage((book, onReady) => <ShopPage book={book} onReady={onReady} />);
