// Replaces `next/server` in tests, which run outside of a request: there is nothing to wait for.
export const connection = async () => {};
