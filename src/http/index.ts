export { createApp } from './app.ts';
export type { AppContext, Log } from './context.ts';
export { mainPages } from './main-pages.ts';
