/// <reference lib="webworker" />
import { serveReviews } from './serve';

serveReviews(null);
