import { build } from './setup/build';
import { loadEnvironment } from './setup/environment';

// An image is built without a secret, and must not get one that all who use it would share.
loadEnvironment({ secret: false });
process.exitCode = await build();
