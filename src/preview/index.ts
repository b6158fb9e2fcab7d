export { followProject } from './follow-project.ts';
export { firstState } from './session/first-state.ts';
export type { PreviewOptions } from './session/session.ts';
export { PreviewSession } from './session/session.ts';
export type { PreviewState } from './session/state.ts';
export { documentPath, thingDocument } from './thing-document.ts';
export { workbenchContent } from './workbench-content.ts';
