import { type ProfileFields, profileInput } from './schema';

/** What is wrong with a profile as it was typed, by field: no words of ours travel in an address. */
export function profileProblems(
  typed: ProfileFields,
): Partial<Record<keyof ProfileFields, string>> {
  const read = profileInput.safeParse(typed);
  if (read.success) return {};
  const problems: Partial<Record<string, string>> = {};
  for (const { path, message } of read.error.issues) problems[String(path[0])] ??= message;
  return problems;
}
