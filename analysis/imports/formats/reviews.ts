import type { AnswerFormat } from './format';

/** Review and satisfaction exports. Reviews the owner has hidden are answers too; spam is not. */
export const reviewFormats: readonly AnswerFormat[] = [
  {
    kind: 'answers',
    name: 'judgeme-reviews',
    zoned: true,
    signature: { all: ['rating', 'review_date', 'reviewer_email', 'product_handle'] },
    columns: { score: 'rating', answeredAt: 'review_date', buyer: 'reviewer_email' },
    spam: { column: 'curated', words: ['spam'] },
  },
  {
    kind: 'answers',
    name: 'loox-reviews',
    signature: { all: ['rating', 'full_name', 'productId', 'verified_purchase'] },
    columns: { score: 'rating', answeredAt: 'date', buyer: 'email' },
  },
  {
    kind: 'answers',
    name: 'yotpo-reviews',
    signature: { all: ['Review Score', 'Review Content', 'Display Name'] },
    columns: { score: 'Review Score', answeredAt: 'Date', buyer: 'Email' },
  },
  {
    kind: 'answers',
    name: 'okendo-reviews',
    zoned: true,
    signature: { all: ['reviewId', 'rating', 'reviewer.email'] },
    columns: { score: 'rating', answeredAt: 'dateCreated', buyer: 'reviewer.email' },
  },
  {
    kind: 'answers',
    name: 'shopify-product-reviews',
    zoned: true,
    signature: { all: ['product_handle', 'state', 'rating', 'replied_at'] },
    columns: { score: 'rating', answeredAt: 'created_at', buyer: 'email' },
    spam: { column: 'state', words: ['spam'] },
  },
  {
    kind: 'answers',
    name: 'chatwoot-csat',
    zoned: true,
    signature: { all: ['Agent Name', 'Rating', 'Link to the conversation'] },
    columns: { score: 'Rating', answeredAt: 'Recorded date', buyer: 'Contact Email Address' },
  },
];
