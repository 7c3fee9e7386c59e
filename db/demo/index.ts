export { type DemoCounts, loadDemo, type RenderMarkdown } from './load';
export { type Removed, removeDemo } from './remove';
export { isDemoWanted } from './wanted';
