import { connect } from '@/db/client';
import { checkInvariants } from '@/lib/invariants/service';
import { withDatabase } from './setup/database';

await withDatabase(async ({ url, signal }) => {
  const { db, sql } = connect(url);
  let [held, broken] = [0, 0];
  try {
    for await (const { invariant, violations, examples } of checkInvariants(db)) {
      console.log(`${String(violations).padStart(6)}  ${invariant}`);
      for (const example of examples) console.log(`        ${example}`);
      if (violations > 0) broken++;
      else held++;
      if (signal.aborted) break;
    }
  } finally {
    await sql.end({ timeout: 5 });
  }
  console.log(broken === 0 ? `All ${held} invariants hold.` : `${broken} invariants are violated.`);
  if (broken > 0) process.exitCode = 1;
});
