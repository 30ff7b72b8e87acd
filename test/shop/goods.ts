/** What the practice shop sells: one list for the chat page, the order exports and the book. */
export interface Good {
  readonly sku: string;
  readonly zh: string;
  readonly en: string;
  readonly variantZh: string;
  readonly variantEn: string;
  /** List price in fen. */
  readonly price: number;
  readonly stock: number;
  /** Drawn by the page: which vessel, in which glaze. */
  readonly shape: 'cup' | 'teapot' | 'vase' | 'bowl' | 'caddy' | 'tray';
  readonly glaze: string;
}

/** Cheapest first, the dearest last. */
export const GOODS: readonly Good[] = [
  {
    sku: 'TEA-3',
    zh: '岩茶小样',
    en: 'Rock tea sampler',
    variantZh: '三泡',
    variantEn: 'three pots',
    price: 1_900,
    stock: 420,
    shape: 'caddy',
    glaze: '#8f6f4e',
  },
  {
    sku: 'TRAY-S',
    zh: '竹茶托',
    en: 'Bamboo saucer',
    variantZh: '单只',
    variantEn: 'single',
    price: 2_900,
    stock: 210,
    shape: 'bowl',
    glaze: '#c8a873',
  },
  {
    sku: 'CUP-W',
    zh: '手工陶瓷杯',
    en: 'Hand-thrown cup',
    variantZh: '月白',
    variantEn: 'moon white',
    price: 4_900,
    stock: 136,
    shape: 'cup',
    glaze: '#dfe5e3',
  },
  {
    sku: 'CUP-C',
    zh: '手工陶瓷杯',
    en: 'Hand-thrown cup',
    variantZh: '青釉',
    variantEn: 'celadon',
    price: 5_200,
    stock: 88,
    shape: 'cup',
    glaze: '#a9c4b4',
  },
  {
    sku: 'POT-B',
    zh: '侧把茶壶',
    en: 'Side-handle teapot',
    variantZh: '乌金',
    variantEn: 'black gold',
    price: 16_800,
    stock: 23,
    shape: 'teapot',
    glaze: '#4a4540',
  },
  {
    sku: 'POT-C',
    zh: '侧把茶壶',
    en: 'Side-handle teapot',
    variantZh: '青釉',
    variantEn: 'celadon',
    price: 15_800,
    stock: 0,
    shape: 'teapot',
    glaze: '#9dbcae',
  },
  {
    sku: 'VASE-S',
    zh: '一枝花瓶',
    en: 'Single-stem vase',
    variantZh: '柿红',
    variantEn: 'persimmon',
    price: 9_800,
    stock: 41,
    shape: 'vase',
    glaze: '#c9714f',
  },
  {
    sku: 'BOWL-2',
    zh: '茶盏一对',
    en: 'Pair of tea bowls',
    variantZh: '天目',
    variantEn: 'tenmoku',
    price: 12_800,
    stock: 57,
    shape: 'bowl',
    glaze: '#5b4636',
  },
  {
    sku: 'CADDY',
    zh: '茶叶罐',
    en: 'Tea caddy',
    variantZh: '灰釉',
    variantEn: 'ash glaze',
    price: 8_600,
    stock: 64,
    shape: 'caddy',
    glaze: '#b7ab95',
  },
  {
    sku: 'SET-6',
    zh: '茶具礼盒',
    en: 'Tea set in a gift box',
    variantZh: '一壶四杯',
    variantEn: 'pot and four cups',
    price: 39_800,
    stock: 12,
    shape: 'tray',
    glaze: '#8a9a86',
  },
];
