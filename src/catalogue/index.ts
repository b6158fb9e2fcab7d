export { type CatalogueInput, describeCatalogue } from './describe-catalogue.ts';
export { type DocumentInput, describeDocument } from './describe-document.ts';
export type { ServiceExample } from './describe-examples.ts';
export { describeQuality, type QualityInput } from './describe-quality.ts';
export { describeService, type GraphSize } from './describe-service.ts';
export type { DatasetVersion } from './describe-versions.ts';
export { describeWithdrawal, ledgerIri } from './describe-withdrawal.ts';
export { qualityIri } from './quality-names.ts';
export { type NotedDataset, qualityNotes } from './quality-notes.ts';
