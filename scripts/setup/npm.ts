/**
 * Calls back once if npm, which started this process, is gone. npm passes signals on to a shell,
 * which dies of them and says nothing to us. Returns what stops watching.
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
