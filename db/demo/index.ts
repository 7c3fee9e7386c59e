export { loadDemo } from './load';
export { removeDemo } from './remove';
export { isDemoWanted } from './wanted';
