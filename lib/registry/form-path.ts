import type { CONCEPTS } from './concepts';

type Concepts = typeof CONCEPTS;
type Verbs<Concept extends keyof Concepts> = Awaited<ReturnType<Concepts[Concept]>>['verbs'];
type Forms<All> = {
  [Name in keyof All]: All[Name] extends { done: unknown } ? Name : never;
}[keyof All];

/** The name of a verb with a form: `concept/verb`. */
export type FormName = {
  [Concept in keyof Concepts]: `${Concept}/${Forms<Verbs<Concept>> & string}`;
}[keyof Concepts];

/** Returns the address of a verb's form. Imports only types, so it can run in a browser. */
export const formPath = (name: FormName): string => `/do/${name}`;
