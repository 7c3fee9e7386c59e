import { withDatabase } from './setup/database';

await withDatabase(async () => console.log('The database is up to date.'));
