export { BOUNDS, type Bounds } from './bounds.ts';
export { openDesk } from './desk.ts';
export { isContributionId } from './rows.ts';
export { type BookOptions, ServedBook } from './served-book.ts';
export { type SettlingRelease, settleReports } from './settle-reports.ts';
