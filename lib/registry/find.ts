import { type AnyFormVerb, type AnyVerb, isForm } from '@/lib/web/verb';
import { CONCEPTS } from './concepts';

const loaders: Record<string, () => Promise<{ verbs: Record<string, AnyVerb> }>> = CONCEPTS;

/** Returns the verb with this name, or null. */
export async function findVerb(concept: string, name: string): Promise<AnyVerb | null> {
  if (!Object.hasOwn(loaders, concept)) return null;
  const { verbs } = (await loaders[concept]?.()) ?? { verbs: {} };
  return (Object.hasOwn(verbs, name) && verbs[name]) || null;
}

/** Returns the form with this name, or null. */
export async function findForm(concept: string, name: string): Promise<AnyFormVerb | null> {
  const verb = await findVerb(concept, name);
  return verb && isForm(verb) ? verb : null;
}

/**
 * Returns the success message of the form with this name (`concept/verb`, from an address), or
 * null.
 */
export async function doneMessage(name: string): Promise<string | null> {
  const [concept = '', verb = ''] = name.split('/');
  const form = await findForm(concept, verb);
  return typeof form?.done === 'string' ? form.done : null;
}

/** Returns all verbs by `concept/verb`; loads every service. */
export async function listVerbs(): Promise<AnyVerb[]> {
  const modules = await Promise.all(Object.values(loaders).map((load) => load()));
  return modules.flatMap(({ verbs }) => Object.values(verbs));
}
