import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { embedReview } from '@analysis/notebook/embed';
import { LANGS, type Lang } from '@shared/i18n';
import { build } from 'vite';
import { galleryReview, galleryShop } from './review';

/** Builds the gallery into `.output/gallery`: one page per language, each with the practice shop's review in it. */
export async function buildGallery(langs: readonly Lang[] = LANGS): Promise<string> {
  const root = process.cwd();
  const folder = join(root, '.output/gallery');
  await build({
    configFile: join(root, 'analysis/notebook/vite.config.ts'),
    root: join(root, 'test/gallery'),
    resolve: { alias: { '@shared': join(root, 'shared'), '@analysis': join(root, 'analysis') } },
    build: {
      outDir: folder,
      emptyOutDir: true,
      rolldownOptions: { input: join(root, 'test/gallery/index.html') },
    },
    logLevel: 'error',
  });
  const template = readFileSync(join(folder, 'index.html'), 'utf8');
  mkdirSync(folder, { recursive: true });
  const shop = await galleryShop();
  for (const lang of langs) {
    writeFileSync(join(folder, `${lang}.html`), embedReview(template, await galleryReview(shop, lang)));
  }
  return folder;
}
