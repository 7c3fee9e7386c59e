/** Of stored pages that show this collection: how it is taken away from all of them. */
export const collectionTag = (id: number): string => `collection:${id}`;
/** Of what tells which collections a paper is in. */
export const collectedTag = (paperId: number): string => `collected:${paperId}`;
