/** Of what shows the collection of a key or says that there is none: how all of it is told of a change. */
export const collectionTag = (key: string): string => `collection:${key}`;
/** Of what tells which collections a paper is in. */
export const collectedTag = (paperId: number): string => `collected:${paperId}`;
