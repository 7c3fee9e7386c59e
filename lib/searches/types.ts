/** A search that a reader comes back to. */
export type SavedSearch = {
  id: number;
  name: string;
  /** As the address of the search page says it: `q=diffusion&topic=cs.CV`. */
  query: string;
  /** Whether its papers are marked on feeds. */
  highlight: boolean;
};
