/**
 * Calls back once npm, which started this process, is gone. npm forwards signals to a shell, which
 * dies without forwarding them. Returns a function that stops watching.
 */
export function onNpmGone(gone: () => void): () => void {
  if (!process.env.npm_lifecycle_event) return () => {};
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    gone();
  }, 200).unref();
  return () => clearInterval(watch);
}
