export { type CatalogueInput, describeCatalogue } from './describe-catalogue.ts';
export type { ReleaseMoment } from './describe-dataset.ts';
export { type DocumentInput, describeDocument } from './describe-document.ts';
export { describeService, type GraphSize } from './describe-service.ts';
