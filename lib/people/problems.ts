import { type ProfileFields, profileInput } from './schema';

/**
 * Validates a typed profile and returns messages by field; addresses carry none of our messages.
 */
export function profileProblems(
  typed: ProfileFields,
): Partial<Record<keyof ProfileFields, string>> {
  const read = profileInput.safeParse(typed);
  if (read.success) return {};
  const problems: Partial<Record<string, string>> = {};
  for (const { path, message } of read.error.issues) problems[String(path[0])] ??= message;
  return problems;
}
