import { createElement } from 'react';

// Replaces `next/link` in compiled programs: HTML that they render has plain links, which SoftLinks
// follows.
export default function Link({ prefetch, ...props }) {
  return createElement('a', props);
}
