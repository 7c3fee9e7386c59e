import { build } from './setup/build';
import { loadEnvironment } from './setup/environment';

loadEnvironment();
process.exitCode = await build();
