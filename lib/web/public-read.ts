import { onReplica } from '@/db/replicas';
import { traced } from '@/lib/base/tracing';
import { withDeadline } from './deadline';

/**
 * Returns the outcome of reads that are the same for everybody, within the deadline and from a
 * replica if one is current. `work` must not write, and not decide about a write.
 */
export const publicRead = <T>(work: () => Promise<T>): Promise<T> =>
  traced('public read', 'work', {}, () => withDeadline(() => onReplica(work)));
